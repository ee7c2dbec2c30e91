import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { assertValidGlb } from '../harness/assertValidGlb';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';
import { startWith } from './support/forms';

describeInWorkbench('a newcomer without a key', {}, (session) => {
	const generated = (name: string): string => path.join(session().workspace, 'assets', 'generated', name);

	it('is welcomed by the view with what to do', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Propsmith');
		const welcome = await eventually('the welcome of a view without an account', async () => {
			const text = await workbench.treeView('Jobs').welcome();
			return text.includes('Type a prompt or right-click a picture') && text;
		});
		assert.match(welcome, /Generate from Prompt…/);
		assert.match(welcome, /Choose Account…/);
		await workbench.screenshot('welcome');
	});

	it('leaves no trace with Esc, at any step', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('Select an account');
		await quickInput.escape();
		assert.match(await workbench.treeView('Jobs').welcome(), /Type a prompt/);
		assert.equal(existsSync(generated('')), false);
	});

	it('chooses the sandbox, types a prompt, chooses a model, and has a valid GLB', async () => {
		const { workbench } = session();
		const { quickInput, statusBar } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('Select an account');
		await workbench.screenshot('account');
		await quickInput.pick('Use the sandbox');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('weathered oak barrel');
		await quickInput.waitForStep('Model');
		assert.ok((await quickInput.picks()).some((pick) => pick.startsWith('P1')));
		await quickInput.back();
		await quickInput.waitForValue('weathered oak barrel');
		await quickInput.accept();
		await startWith(workbench, 'P1');

		await statusBar.waitForText('propsmith.propsmith', '1/10');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('Running');
		await workbench.screenshot('running');
		await jobs.waitForRow('Done');
		await jobs.waitForRow('weathered oak barrel free (sandbox)');
		await workbench.treeView('Assets').waitForRow('weathered-oak-barrel.glb');
		await assertValidGlb(generated('weathered-oak-barrel.glb'));
		await workbench.notifications.waitFor('weathered-oak-barrel.glb is ready');
		await workbench.screenshot('jobs');
		await workbench.notifications.press('is ready', 'Reveal');
		await workbench.explorer.reveal('assets/generated/weathered-oak-barrel.glb');
	});

	it('makes a model of a right-clicked picture', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.openContextMenu('art/barrel.png');
		await workbench.screenshot('context-menu');
		await workbench.contextMenu.choose('Generate from Selected Images…');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('barrel.png free (sandbox)');
		await assertValidGlb(generated('barrel.glb'));
	});

	it('offers no model of a file that is no picture', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.openContextMenu('README.md');
		const items = await workbench.contextMenu.items();
		await workbench.contextMenu.close();
		assert.ok(!items.includes('Generate from Selected Images…'), items.join('\n'));
	});

	it('makes one model of several views, whose sides are guessed and can be changed', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.explorer.chooseInContextMenu(
			['art/robot-back.png', 'art/robot-front.png', 'art/robot-left.png'],
			'Generate from Selected Images…',
		);
		await quickInput.waitForStep('What do the 3 pictures show?');
		await quickInput.pick('One model of these views');
		await quickInput.waitForStep('Which picture shows which side?');
		assert.deepEqual(await quickInput.picks(), [
			'Use these sides',
			'Front robot-front.png',
			'Left robot-left.png',
			'Back robot-back.png',
			'Right none',
		]);
		await workbench.screenshot('views');
		await quickInput.pick('Right');
		await quickInput.waitForStep('Which picture shows the right?');
		await quickInput.pick('robot-left.png');
		await quickInput.waitForStep('Which picture shows which side?');
		assert.deepEqual((await quickInput.picks()).slice(2), [
			'Left none',
			'Back robot-back.png',
			'Right robot-left.png',
		]);
		await quickInput.back();
		await quickInput.waitForStep('What do the 3 pictures show?');
		await quickInput.pick('One model of these views');
		await quickInput.waitForStep('Which picture shows which side?');
		await quickInput.pick('Use these sides');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Assets').waitForRow('robot.glb');
		await assertValidGlb(generated('robot.glb'));
	});

	it('shows the rows in a light theme and in high contrast as well', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Propsmith');
		for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern']) {
			await workbench.useTheme(theme);
			await workbench.screenshot(`jobs-${theme.toLowerCase().replaceAll(' ', '-')}`);
		}
		assert.equal((await workbench.treeView('Assets').rows()).length, 4);
		assert.deepEqual(
			readdirSync(generated('')).filter((name) => name.endsWith('.part') || name.endsWith('.tmp')),
			[],
		);
	});
});
