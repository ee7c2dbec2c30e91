import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';
import { start } from './support/forms';

const options = { settings: { 'propsmith.account': 'sandbox' } };

describeInWorkbench('forms', options, (session) => {
	it('change options one by one, with the price of each, and come back to where one was', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('oak chest');
		await quickInput.waitForStep('Model or preset');
		await workbench.screenshot('choices');
		await quickInput.pick('H3.1');
		await quickInput.waitForStep('Start, or change something first');
		await workbench.screenshot('sheet');
		assert.deepEqual((await quickInput.picks()).slice(0, 4), [
			'Start free placeholder · usually a few seconds',
			'Model H3.1',
			'Most triangles 50,000',
			'Texture yes (default)',
		]);
		await quickInput.pick('Most triangles');
		await quickInput.waitForStep('48 to 1500000');
		await quickInput.answer('7');
		await quickInput.waitForStep('must be a whole number from 48 to 1500000');
		await quickInput.answer('900');
		await quickInput.waitForStep('Start, or change something first');
		await quickInput.pick('All Options…');
		await quickInput.pick('Quads');
		await quickInput.waitForStep('The file is an FBX then.');
		await workbench.screenshot('option');
		await quickInput.pick('yes');
		await quickInput.waitForStep('Start, or change something first');
		await quickInput.pick('Model');
		await quickInput.pick('P1');
		await quickInput.waitForStep('Start, or change something first');
		const picks = await quickInput.picks();
		assert.ok(picks.includes('Most triangles 900'), picks.join('\n'));
		assert.ok(!picks.some((pick) => pick.startsWith('Quads')), 'P1 takes no quads');
		await quickInput.back();
		await quickInput.waitForStep('Model or preset');
		await quickInput.escape();
	});

	it('start a preset, and offer what was last started', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('hay cart');
		await quickInput.waitForStep('Model or preset');
		await quickInput.type('Mobile');
		await quickInput.pick('Mobile Prop');
		await quickInput.waitForStep('Start, or change something first');
		await workbench.screenshot('preset');
		assert.ok((await quickInput.picks()).some((pick) => pick.startsWith('2. Convert')));
		await quickInput.pick('Start');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('hay cart 0/2');
		await workbench.screenshot('group-running');
		await jobs.waitForRow('hay cart 2/2');
		await workbench.treeView('Assets').waitForRow('hay-cart.glb');
		await workbench.notifications.waitFor('hay-cart.glb is ready');
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForValue('hay cart');
		await quickInput.accept();
		await quickInput.waitForStep('Model or preset');
		assert.match((await quickInput.picks())[0] ?? '', /^As Last Time Mobile Prop, P1/);
		await quickInput.escape();
	});

	it('save how something was made as a preset of the workspace', async () => {
		const { workbench, workspace } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Save Last Options as Preset…');
		await quickInput.waitForStep('What shall the preset be called?');
		await quickInput.answer('Village prop');
		await quickInput.waitForStep('Whom is it for?');
		await quickInput.pick('This Workspace');
		await workbench.notifications.waitFor('The preset “Village prop” is in the setting');
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.accept();
		await quickInput.waitForStep('Model or preset');
		await quickInput.type('Village');
		await quickInput.pick('Village prop');
		await quickInput.waitForStep('Start, or change something first');
		await quickInput.escape();
		assert.ok(path.isAbsolute(workspace));
	});

	it('go on from an asset with what the service allows for it', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Assets').chooseInContextMenu('hay-cart.glb', 'Do Next with This Asset…');
		await quickInput.waitForStep('What next?');
		await workbench.screenshot('do-next');
		const picks = await quickInput.picks();
		assert.ok(
			picks.some((pick) => pick.startsWith('Convert')),
			picks.join('\n'),
		);
		assert.ok(!picks.some((pick) => pick.startsWith('Text to Model')), picks.join('\n'));
		await quickInput.pick('Rig');
		await quickInput.waitForStep('Model');
		await quickInput.pick('Rig 1.0');
		await start(workbench);
		await workbench.treeView('Assets').waitForRow('hay-cart-rigged.glb');
	});

	it('go on from a model file in the explorer', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.chooseInContextMenu(
			['assets/generated/hay-cart.glb'],
			'Do Next with This Asset…',
		);
		await quickInput.waitForStep('What next?');
		await quickInput.pick('Rig Check');
		await start(workbench);
		await workbench.notifications.waitFor('riggable');
	});
});

describeInWorkbench('many at once', options, (session) => {
	it('make a model of each line of a text file, as one row, after one question', async () => {
		const { workbench, workspace } = session();
		const { quickInput } = workbench;
		await writeFile(path.join(workspace, 'props.txt'), '# village\nhay cart\nwater bucket\n\nmilk churn\n');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').welcome();
		await workbench.openViewContainer('Explorer');
		await eventually('props.txt in the explorer', async () =>
			(await workbench.explorer.rows()).some((row) => row.includes('props.txt')),
		);
		await workbench.explorer.chooseInContextMenu(['props.txt'], 'Generate from Prompt File…');
		await quickInput.waitForStep('Generate from File (3 prompts)');
		await quickInput.pick('P1');
		await start(workbench);
		assert.match(await workbench.dialog.text(), /Generate 3/);
		await workbench.screenshot('batch-confirm');
		await workbench.dialog.press('Generate');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('props.txt 0/3');
		await jobs.row('props.txt').click();
		await jobs.waitForRow('milk churn');
		await workbench.screenshot('batch');
		await jobs.waitForRow('props.txt 3/3');
		await workbench.notifications.waitFor('“props.txt”: 3 assets are ready.');
		const texts = await workbench.notifications.texts();
		assert.equal(texts.filter((text) => text.includes('ready')).length, 1, texts.join('\n'));
		await workbench.screenshot('batch-done');
	});

	it('stop and forget a whole row', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.openViewContainer('Propsmith');
		await workbench.runCommand('Propsmith: Generate Variants…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('stone well');
		await quickInput.waitForStep('How many variants?');
		await quickInput.answer('3');
		await quickInput.waitForStep('Model or preset');
		await quickInput.pick('H3.1');
		await start(workbench);
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('3 × stone well');
		await jobs.pressInlineAction('3 × stone well', 'Cancel');
		assert.match(await workbench.dialog.text(), /Stop “3 × stone well”/);
		await workbench.dialog.press('Stop 3 Jobs');
		await jobs.waitForRow('3 × stone well 0/3');
		// What the service had by then holds its slots until it ends there.
		await workbench.statusBar.waitForText('propsmith.propsmith', 'Propsmith');
		await jobs.chooseInContextMenu('3 × stone well', 'Remove from List');
		await eventually('the row to be gone', async () => !(await jobs.rows()).join().includes('stone well'));
	});

	it('put the views of a folder together', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.chooseInContextMenu(['art'], 'Generate from Folder of Images…');
		await quickInput.waitForStep('What do the 5 pictures show?');
		await workbench.screenshot('folder');
		await quickInput.pick('2 models: views of one thing together');
		await quickInput.waitForStep('Model');
		await quickInput.pick('H3.1');
		await start(workbench);
		await workbench.dialog.press('Generate');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('art 2/2');
		await workbench.treeView('Assets').waitForRow('robot.glb');
		await workbench.treeView('Assets').waitForRow('barrel.glb');
	});
});
