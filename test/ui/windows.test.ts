import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
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
import { recordSays } from './support/records';

const item = 'propsmith.propsmith';
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

	it('count the same job without a click; when the one that runs it is killed, the other finishes it with one charge', async () => {
		const { workbench, workspace, server } = session();
		const asset = path.join(workspace, 'assets', 'generated', 'wooden-bridge.glb');
		const hosts = await eventually('the extension host of the first window', async () => {
			const found = await extensionHosts(server.home.root);
			return found.length > 0 && found;
		});
		const page = await workbench.page.context().newPage();
		await page.goto(server.url(path.join(workspace, 'art')));
		const second = new Workbench(page, defaultPictures);
		await page.locator('.monaco-workbench').waitFor();
		// Idle, before there is any job.
		await second.statusBar.waitForText(item, 'Propsmith');

		await workbench.page.bringToFront();
		// The service takes the task and does not go on with it.
		await control(sandbox.control, '/clock', { speed: 0 });
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await workbench.quickInput.waitForStep('What do you need?');
		await workbench.quickInput.answer('wooden bridge');
		await startWith(workbench, 'H3.1');
		await recordSays(session(), 'running');
		await second.statusBar.waitForText(item, '1/10');
		assert.equal(existsSync(asset), false);
		for (const leader of hosts) process.kill(leader, 'SIGKILL');

		await control(sandbox.control, '/clock', { speed: 4 });
		await eventually('the asset to come', () => existsSync(asset));
		await assertValidGlb(asset);
		await second.statusBar.waitForText(item, 'Propsmith');
		assert.equal((await paidPosts(sandbox.control)).length, 1);
		const { entries } = await control<Ledger>(sandbox.control, '/ledger');
		assert.deepEqual(
			entries.map(({ kind }) => kind),
			['freeze', 'charge'],
		);
		await second.openViewContainer('Propsmith');
		await second.treeView('Jobs').waitForRow('wooden bridge 20 credits');
		await eventually('the first window to show it too, once its host is back', async () => {
			await workbench.openViewContainer('Propsmith');
			return (await workbench.treeView('Jobs').rows()).some((row) => row.includes('wooden bridge'));
		});
		await page.close();
	});
});
