import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after } from 'mocha';
import { assertValidGlb } from '../harness/assertValidGlb';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control, type Ledger, paidPosts } from './support/control';
import { startWith } from './support/forms';
import { recordSays } from './support/records';

const item = 'propsmith.propsmith';
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

	it('ends in the same asset, with one POST and one charge, and nobody has to look at Propsmith', async () => {
		const { workbench, workspace } = session();
		const asset = path.join(workspace, 'assets', 'generated', 'stone-tower.glb');
		// The service takes the task and does not go on with it.
		await control(sandbox.control, '/clock', { speed: 0 });
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer('stone tower');
		await startWith(workbench, 'H3.1');
		await recordSays(session(), 'running');
		assert.equal(existsSync(asset), false);

		await workbench.reload();
		await workbench.statusBar.waitForText(item, '1/10');
		await control(sandbox.control, '/clock', { speed: 5 });
		await eventually('the asset to come', () => existsSync(asset));
		await assertValidGlb(asset);
		await workbench.statusBar.waitForText(item, 'Propsmith');
		const { entries, tasks } = await control<Ledger>(sandbox.control, '/ledger');
		assert.equal((await paidPosts(sandbox.control)).length, 1);
		assert.equal(tasks.length, 1);
		assert.deepEqual(
			entries.map(({ kind, credits }) => `${kind} ${credits}`),
			['freeze 20', 'charge 20'],
		);
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('stone tower 20 credits');
		assert.equal((await workbench.treeView('Assets').rows()).length, 2);
	});

	it('with everything done, starts idle, and its views show what was made as soon as they are opened', async () => {
		const { workbench } = session();
		await workbench.openViewContainer('Explorer');
		await workbench.reload();
		await workbench.statusBar.waitForText(item, 'Propsmith');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('stone tower 20 credits');
		await eventually('the counter to tell of today, now that the queue is there', async () =>
			/Spent today: 20 credits/.test(await workbench.statusBar.label(item)),
		);
	});
});
