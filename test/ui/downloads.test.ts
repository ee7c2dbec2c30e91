import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control } from './support/control';
import { startWith } from './support/forms';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo },
		env: { TRIPO_API_KEY: 'tsk_download_tests_01' },
	};
};

describeInWorkbench('a paid file that does not come', options, (session) => {
	after(() => sandbox.stop());

	const generate = async (prompt: string): Promise<void> => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer(prompt);
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
	};

	it('says what it waits for and how long still, and is tried at once by Retry', async () => {
		const { workbench } = session();
		const action = { type: 'status', status: 503, headers: { 'Retry-After': '300' } };
		await control(sandbox.control, '/faults', [{ origin: 'files', path: '**.glb', action }]);
		await generate('iron gate');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('iron gate waiting for the file host, next try in 5 min');
		await workbench.screenshot('delayed-download');
		// The row counts down by itself.
		await jobs.waitForRow('iron gate waiting for the file host, next try in 4 min');
		await jobs.pressInlineAction('iron gate', 'Retry');
		await jobs.waitForRow('iron gate 20 credits');
	});

	it('that came damaged twice alike is kept by the user’s word, under a name that says so', async () => {
		const { workbench } = session();
		const action = { type: 'corrupt', at: 8 };
		await control(sandbox.control, '/faults', [{ origin: 'files', path: '**.glb', times: 2, action }]);
		await generate('oak chest');
		const jobs = workbench.treeView('Jobs');
		await jobs.waitForRow('oak chest The file that came is damaged');
		await workbench.screenshot('keep-anyway');
		await jobs.pressInlineAction('oak chest', 'Keep Anyway');
		await jobs.waitForRow('oak chest kept unchecked · 20 credits');
		await workbench.treeView('Assets').waitForRow('oak-chest.unchecked.glb');
	});
});
