import { strict as assert } from 'node:assert';
import path from 'node:path';
import { after } from 'mocha';
import { assertValidGlb } from '../harness/assertValidGlb';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control, type Ledger, paidPosts } from './support/control';
import { startWith } from './support/forms';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '5']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo },
		env: { TRIPO_API_KEY: 'tsk_reload_tests_01' },
	};
};

describeInWorkbench('reloading the window in the middle of a job', options, (session) => {
	after(() => sandbox.stop());

	it('ends in the same asset, with one POST and one charge', async function () {
		this.timeout(150_000);
		const { workbench, workspace } = session();
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer('stone tower');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow(' %', 30_000);

		await workbench.reload();
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('stone tower 20 credits', 90_000);
		await assertValidGlb(path.join(workspace, 'assets', 'generated', 'stone-tower.glb'));
		const { entries, tasks } = await control<Ledger>(sandbox.control, '/ledger');
		assert.equal((await paidPosts(sandbox.control)).length, 1);
		assert.equal(tasks.length, 1);
		assert.deepEqual(
			entries.map(({ kind, credits }) => `${kind} ${credits}`),
			['freeze 20', 'charge 20'],
		);
		assert.equal((await workbench.treeView('Assets').rows()).length, 2);
	});
});
