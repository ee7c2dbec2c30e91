import { strict as assert } from 'node:assert';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control, paidPosts } from './support/control';
import { startWith } from './support/forms';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo },
		env: { TRIPO_API_KEY: 'tsk_doubt_tests_01' },
	};
};

describeInWorkbench('a job whose answer was lost', options, (session) => {
	after(() => sandbox.stop());

	it('is looked up, and sent again only when the user says so, with the facts in view', async () => {
		const { workbench } = session();
		await control(sandbox.control, '/faults', [{ method: 'POST', path: '/generation/**', action: 'reset' }]);
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer('iron gate');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('iron gate answer lost: looking for the task at the service');
		assert.doesNotMatch((await workbench.notifications.texts()).join(), /answer never came/);
		await jobs.waitForRow('Needs Attention');
		await jobs.waitForRow('iron gate answer lost: may exist');
		await workbench.notifications.waitFor('answer never came');
		await workbench.runCommand('Propsmith: Retry');
		await workbench.quickInput.pick('iron gate');
		await workbench.dialog.box.waitFor();
		const text = await workbench.dialog.text();
		assert.match(text, /shows no task for “iron gate” yet/);
		assert.match(
			text,
			/the service may have it.*0 credits reserved.*about 20 Tripo API credits for a second task/s,
		);
		// Their order is the platform's.
		const buttons = ['Cancel', 'Check Again', 'Give Up', 'Submit Again'];
		assert.deepEqual((await workbench.dialog.buttons()).sort(), buttons);
		await workbench.screenshot('doubt');
		assert.equal((await paidPosts(sandbox.control)).length, 1);
		await workbench.dialog.press('Submit Again');
		await jobs.waitForRow('iron gate 20 credits');
		assert.equal((await paidPosts(sandbox.control)).length, 2);
	});

	it('adopts a task by its ID or from the recent ones, without a charge', async () => {
		const { workbench } = session();
		const [row] = await workbench.treeView('Jobs').rows();
		assert.ok(row);
		const { tasks } = await control<{ tasks: { taskId: string }[] }>(sandbox.control, '/ledger');
		await workbench.treeView('Jobs').chooseInContextMenu('iron gate', 'Remove from List');
		await workbench.runCommand('Propsmith: Adopt Task…');
		await workbench.quickInput.waitForStep('Select a task, or enter an ID');
		await workbench.screenshot('adopt');
		await workbench.quickInput.pick('Enter a Task ID…');
		await workbench.quickInput.waitForStep('The task’s ID');
		await workbench.quickInput.answer(tasks[0]?.taskId ?? '');
		await workbench.treeView('Jobs').waitForRow('iron gate 20 credits');
		await workbench.treeView('Assets').waitForRow('iron-gate-2.glb');
		await workbench.treeView('Jobs').chooseInContextMenu('iron gate', 'Remove from List');
		await workbench.runCommand('Propsmith: Adopt Task…');
		await workbench.quickInput.waitForStep('Select a task, or enter an ID');
		assert.match((await workbench.quickInput.picks()).join('\n'), /iron gate Text to Model · succeeded/);
		await workbench.quickInput.pick('iron gate');
		await workbench.treeView('Assets').waitForRow('iron-gate-3.glb');
		assert.equal((await paidPosts(sandbox.control)).length, 2);
	});
});
