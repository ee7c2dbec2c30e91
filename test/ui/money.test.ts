import { strict as assert } from 'node:assert';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { after, beforeEach } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import type { Workbench } from '../harness/workbench/workbench';
import { control, type Ledger, paidPosts } from './support/control';
import { startWith } from './support/forms';

const key = 'tsk_money_tests_0001';
let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo, 'propsmith.confirmAboveCredits': 25 },
		env: { TRIPO_API_KEY: key },
	};
};

async function prompt(workbench: Workbench, text: string, model: string, picture?: string): Promise<void> {
	await workbench.runCommand('Propsmith: Generate from Prompt…');
	await workbench.quickInput.waitForStep('What do you need?');
	await workbench.quickInput.answer(text);
	await workbench.quickInput.waitForStep('Model');
	if (picture) await workbench.screenshot(picture);
	await startWith(workbench, model);
}

describeInWorkbench('money', options, (session) => {
	after(() => sandbox.stop());
	beforeEach(async () => {
		await control(sandbox.control, '/reset', {});
		await session().workbench.openViewContainer('Propsmith');
	});

	it('names the key from the environment as the one in use', async () => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Show Balance');
		await workbench.notifications.waitFor('Tripo (key from TRIPO_API_KEY)');
	});

	it('shows the price before and the charge after, and asks nothing below the limit', async () => {
		const { workbench } = session();
		await prompt(workbench, 'cheap crate', 'H3.1', 'models');
		await workbench.treeView('Jobs').waitForRow('cheap crate 20 credits');
		assert.equal((await control<Ledger>(sandbox.control, '/ledger')).accounts[0]?.balance, 9980);
	});

	it('asks above the limit, with the balance, and sends nothing when the answer is no', async () => {
		const { workbench } = session();
		await prompt(workbench, 'costly crate', 'P2 (preview)');
		const text = await workbench.dialog.text();
		assert.match(text, /Generate 1 model\?/);
		assert.match(text, /Estimated cost: 110 Tripo API credits\./);
		assert.match(text, /Wallet: Tripo API credits; Studio credits are another wallet\./);
		assert.match(text, /Balance: 10,000 credits\./);
		await workbench.screenshot('confirm');
		await workbench.dialog.press('Cancel');
		assert.deepEqual(await paidPosts(sandbox.control), []);
		assert.ok(!(await workbench.treeView('Jobs').rows()).join('\n').includes('costly crate'));
	});

	it('confirms a batch of five pictures once, with the total', async () => {
		const { workbench, workspace } = session();
		const names = ['one', 'two', 'three', 'four', 'five'].map((name) => `batch/${name}.png`);
		for (const name of names) await cp(path.join(workspace, 'art', 'barrel.png'), path.join(workspace, name));
		await workbench.openViewContainer('Explorer');
		await workbench.explorer.chooseInContextMenu(names, 'Generate from Selected Images…');
		await startWith(workbench, 'H3.1');
		assert.match(
			await workbench.dialog.text(),
			/Generate 5 models\?\s+Estimated cost: 150 Tripo API credits \(30 credits each\)/,
		);
		await workbench.dialog.press('Generate');
		await workbench.openViewContainer('Propsmith');
		await workbench.treeView('Assets').waitForRow('five.glb');
		assert.equal((await paidPosts(sandbox.control)).length, 5);
	});

	it('says how much the account is short of', async () => {
		const { workbench } = session();
		await control(sandbox.control, '/accounts', { key, balance: 100 });
		await prompt(workbench, 'costly crate', 'P2 (preview)');
		const text = await workbench.dialog.text();
		assert.match(text, /Balance: 100 credits\. You are 10 credits short\. Jobs that can’t be paid for wait/);
		await workbench.dialog.press('Cancel');
	});

	it('shows what was spent, on what, and what is left', async () => {
		const { workbench } = session();
		await control(sandbox.control, '/accounts', { key, discount: 0.9 });
		await prompt(workbench, 'ledger crate', 'H3.1');
		await workbench.treeView('Jobs').waitForRow('ledger crate 18 credits');
		for (const title of ['Jobs', 'Assets']) await workbench.treeView(title).collapse();
		const spending = workbench.treeView('Spending');
		await spending.expand();
		// Five pictures, one prompt at the list price, one at a discount.
		await spending.waitForRow('Today 188 credits (Tripo API credits)');
		await spending.waitForRow('Tripo balance 9,982 Tripo API credits');
		await spending.waitForRow('    Image to Model 150 credits, 5 tasks');
		await spending.waitForRow('    Text to Model 38 credits (2 less than estimated), 2 tasks');
		await workbench.screenshot('spending');
		for (const title of ['Jobs', 'Assets']) await workbench.treeView(title).expand();
		assert.match(await workbench.statusBar.label('propsmith.propsmith'), /Spent today: 188 credits/);
	});

	it('keeps a job for want of credits, with a message to act on', async () => {
		const { workbench } = session();
		await control(sandbox.control, '/accounts', { key, balance: 5 });
		await prompt(workbench, 'poor crate', 'H3.1');
		const message = await workbench.notifications.waitFor('API credits are used up');
		assert.match(message, /“poor crate”.*No credits were used.*Top up API credits/s);
		assert.deepEqual(await workbench.notifications.buttons('API credits are used up'), [
			'Open Billing',
			'Show Balance',
		]);
		await workbench.treeView('Jobs').waitForRow('Needs Attention');
		await workbench.screenshot('no-credits');
		await control(sandbox.control, '/accounts', { key, balance: 500 });
		await workbench.treeView('Jobs').pressInlineAction('poor crate', 'Retry');
		await workbench.treeView('Jobs').waitForRow('poor crate 20 credits');
	});
});
