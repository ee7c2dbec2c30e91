import { strict as assert } from 'node:assert';
import path from 'node:path';
import { after } from 'mocha';
import { assertValidGlb } from '../harness/assertValidGlb';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { eventually } from '../harness/eventually';
import { extensionHosts } from '../harness/extensionHosts';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { defaultPictures } from '../harness/uiSession';
import { Workbench } from '../harness/workbench/workbench';
import { control, type Ledger, paidPosts } from './support/control';
import { startWith } from './support/forms';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '4']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo },
		env: { TRIPO_API_KEY: 'tsk_windows_ui_001' },
	};
};

describeInWorkbench('two windows on one profile', options, (session) => {
	after(() => sandbox.stop());

	it('show the same job; when the one that runs it is killed, the other finishes it with one charge', async function () {
		this.timeout(150_000);
		const { workbench, workspace, server } = session();
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer('wooden bridge');
		await startWith(workbench, 'H3.1');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Jobs').waitForRow('wooden bridge');
		const [leader] = await extensionHosts(server.home.root);
		assert.ok(leader, 'the extension host of the first window is not there');

		const page = await workbench.page.context().newPage();
		await page.goto(server.url(path.join(workspace, 'art')));
		const second = new Workbench(page, defaultPictures);
		await page.locator('.monaco-workbench').waitFor();
		await second.openViewContainer('Propsmith');
		await second.treeView('Jobs').waitForRow('wooden bridge', 30_000);
		await second.treeView('Jobs').waitForRow(' %', 30_000);
		process.kill(leader, 'SIGKILL');

		await second.treeView('Jobs').waitForRow('wooden bridge 20 credits', 90_000);
		await assertValidGlb(path.join(workspace, 'assets', 'generated', 'wooden-bridge.glb'));
		assert.equal((await paidPosts(sandbox.control)).length, 1);
		const { entries } = await control<Ledger>(sandbox.control, '/ledger');
		assert.deepEqual(
			entries.map(({ kind }) => kind),
			['freeze', 'charge'],
		);
		await eventually('the first window to show it too, once its host is back', async () => {
			await workbench.openViewContainer('Propsmith');
			return (await workbench.treeView('Jobs').rows()).some((row) => row.includes('wooden bridge'));
		});
		await page.close();
	});
});
