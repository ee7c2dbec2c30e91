import { strict as assert } from 'node:assert';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control } from './support/control';
import { startWith } from './support/forms';

const item = 'propsmith.propsmith';
let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo, 'propsmith.confirmAboveCredits': 1000 },
		env: { TRIPO_API_KEY: 'tsk_counter_tests_0001' },
	};
};

describeInWorkbench('the counter', options, (session) => {
	after(() => sandbox.stop());

	/** Tasks that the service itself counts. */
	async function active(): Promise<number> {
		const { accounts } = await control<{ accounts: { active: number }[] }>(sandbox.control, '/ledger');
		return accounts[0]?.active ?? 0;
	}

	it('follows the records: tasks in progress, the waiting and why, a pause, and nothing at the end', async () => {
		const { workbench, workspace } = session();
		const says = (text: RegExp): Promise<boolean> =>
			eventually(`the counter to say ${text}`, async () => text.test(await workbench.statusBar.label(item)));
		// Others have six of the account's ten slots, and nothing moves.
		await control(sandbox.control, '/accounts', { slots: 4 });
		await control(sandbox.control, '/clock', { speed: 0 });
		const names = Array.from({ length: 8 }, (_, index) => `art/crate-${index + 1}.png`);
		for (const name of names) await cp(path.join(workspace, 'art', 'barrel.png'), path.join(workspace, name));
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.chooseInContextMenu(names, 'Generate from Selected Images…');
		await startWith(workbench, 'H3.1');
		await workbench.dialog.press('Generate');

		await workbench.statusBar.waitForText(item, '4/10');
		await says(
			/Tripo: 4 in progress \(limit 10 by your tier; 6 used elsewhere\), 4 waiting: others use the account too/,
		);
		assert.equal(await active(), 4);

		await workbench.runCommand('Propsmith: Pause Queue');
		await says(/4 waiting: you paused the queue/);
		await workbench.screenshot('paused');
		await workbench.runCommand('Propsmith: Resume Queue');

		// The others are gone, and time goes on.
		await control(sandbox.control, '/accounts', { slots: 10 });
		await control(sandbox.control, '/clock', { speed: 50 });
		await workbench.statusBar.waitForText(item, 'Propsmith');
		await says(/Nothing is being made.*Spent today: 240 credits/);
		assert.equal(await active(), 0);
	});
});
