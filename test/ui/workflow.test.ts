import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control, type Ledger } from './support/control';
import { start, startWith } from './support/forms';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo },
		env: { TRIPO_API_KEY: 'tsk_workflow_tests_1' },
	};
};

describeInWorkbench('from four pictures to an FBX', options, (session) => {
	after(() => sandbox.stop());
	const generated = (name: string): string => path.join(session().workspace, 'assets', 'generated', name);

	const goOnFrom = async (asset: string, operation: string): Promise<void> => {
		const { workbench } = session();
		await workbench.treeView('Assets').pressInlineAction(asset, 'Do Next with This Asset…');
		await workbench.quickInput.waitForStep('What next?');
		await workbench.screenshot('next');
		await workbench.quickInput.pick(operation);
	};

	it('makes a model of the views, for what was estimated', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.chooseInContextMenu(
			['back', 'front', 'left', 'right'].map((side) => `art/robot-${side}.png`),
			'Generate from Selected Images…',
		);
		await workbench.quickInput.pick('One model of these views');
		await workbench.quickInput.pick('Use these sides');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('30 credits');
		await workbench.treeView('Assets').waitForRow('robot.glb');
	});

	it('gives it another texture by words', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await goOnFrom('robot.glb', 'Texture');
		await quickInput.waitForStep('What shall it go by?');
		await quickInput.pick('Words');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('rusty copper');
		await quickInput.waitForStep('Model');
		await quickInput.pick('Texture 3.5');
		await quickInput.waitForStep('about 10 Tripo API credits · usually 80 s');
		await quickInput.pick('Texture quality');
		await quickInput.waitForStep('Texture quality.');
		await workbench.screenshot('texture-quality');
		assert.ok((await quickInput.picks()).includes('detailed about 20 Tripo API credits · usually 80 s'));
		await quickInput.pick('detailed');
		await quickInput.waitForStep('about 20 Tripo API credits');
		await quickInput.pick('Start');
		await workbench.treeView('Jobs').waitForRow('Texture: robot-textured 20 credits');
		await workbench.treeView('Assets').waitForRow('robot-textured.glb');
	});

	it('turns that into an FBX, and what was estimated is what was charged', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await goOnFrom('robot-textured.glb', 'Convert');
		await quickInput.waitForStep('“format” is needed');
		await workbench.screenshot('not-complete');
		assert.equal(await quickInput.offers('Start', 500), false);
		await quickInput.pick('Format');
		await quickInput.waitForStep('GLTF gives a GLB');
		await quickInput.pick('FBX');
		await quickInput.waitForStep('about 5 Tripo API credits');
		await start(workbench);
		await workbench.treeView('Assets').waitForRow('robot-textured.fbx');
		assert.ok(existsSync(generated('robot-textured.fbx')));
		const { entries } = await control<Ledger>(sandbox.control, '/ledger');
		assert.deepEqual(
			entries.filter(({ kind }) => kind === 'charge').map(({ credits }) => credits),
			[30, 20, 5],
		);
		await workbench.screenshot('workflow');
	});

	it('tells of a chain that stops where it stopped, and tries it again as a whole', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('sandbox-fail knight');
		await quickInput.waitForStep('Model or preset');
		await quickInput.type('Rigged');
		await quickInput.pick('Rigged Character with Clips');
		await quickInput.waitForStep('about 75 Tripo API credits');
		await workbench.screenshot('chain');
		await quickInput.pick('Start');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('sandbox-fail knight 0/3');
		const told = await workbench.notifications.waitFor('stopped at step 1 of 3, Text to Model.');
		assert.match(told, /could not finish this task.*No credits were used/s);
		await jobs.row('sandbox-fail knight').click();
		await jobs.waitForRow('Rig The previous step didn’t produce a result');
		await workbench.screenshot('chain-stopped');
		await jobs.pressInlineAction('sandbox-fail knight', 'Retry');
		await jobs.waitForRow('sandbox-fail knight 0/3 · Text to Model');
		await jobs.waitForRow('sandbox-fail knight 0/3 · 1 needs attention');
	});
});
