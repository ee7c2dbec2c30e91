import { strict as assert } from 'node:assert';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { startWith } from './support/forms';

const options = { settings: { 'propsmith.account': 'sandbox' } };
const sheet = 'Start, or change something first';

describeInWorkbench('Edit and Generate Again', options, (session) => {
	it('opens that of a done one, too: its picture is kept, or another taken', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.explorer.chooseInContextMenu(['art/barrel.png'], 'Generate from Selected Images…');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('barrel.png free (sandbox)');
		await jobs.chooseInContextMenu('barrel.png', 'Edit and Generate Again…');
		await quickInput.waitForStep('Keep the input, or choose another');
		assert.deepEqual(await quickInput.picks(), ['Keep barrel.png', 'Choose Another…']);
		await quickInput.pick('Keep');
		await quickInput.waitForStep(sheet);
		await quickInput.escape();
	});

	it('opens the form of a refused job with everything filled in, and never made again unchanged', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('sandbox-refuse goblin');
		await quickInput.waitForStep('Model');
		await quickInput.pick('H3.1');
		await quickInput.waitForStep(sheet);
		await quickInput.pick('Most triangles');
		await quickInput.waitForStep('48 to 1500000');
		await quickInput.answer('900');
		await quickInput.waitForStep(sheet);
		await quickInput.pick('Start');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('content check refused');
		const notice = await workbench.notifications.waitFor('content check refused');
		assert.match(notice, /No credits were used.*Edit and Generate Again/s);

		await jobs.pressInlineAction('sandbox-refuse goblin', 'Edit and Generate Again…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.waitForValue('sandbox-refuse goblin');
		await quickInput.accept();
		await quickInput.waitForStep('refused this very request before');
		await workbench.screenshot('refused-before');
		assert.ok((await quickInput.picks()).includes('Not Complete Yet'));
		await quickInput.back();
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('garden goblin');
		await quickInput.waitForStep(sheet);
		assert.ok((await quickInput.picks()).includes('Most triangles 900'));
		await quickInput.pick('Start');
		await jobs.waitForRow('garden goblin free (sandbox)');
		await workbench.treeView('Assets').waitForRow('garden-goblin.glb');
	});
});
