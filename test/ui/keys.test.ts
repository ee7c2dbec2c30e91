import { strict as assert } from 'node:assert';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';

let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '20']);
	return {
		settings: { 'propsmith.tripo.baseUrl': sandbox.tripo, 'propsmith.meshy.baseUrl': sandbox.meshy },
	};
};

describeInWorkbench('the API key', options, (session) => {
	after(() => sandbox.stop());

	it('is refused with the reason when it is the client id', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Set API Key…');
		await quickInput.waitForStep('Starts with tsk_');
		await quickInput.type('tcli_00112233445566778899aabbccddeeff');
		await quickInput.waitForStep('names an application and never authenticates');
		await workbench.screenshot('client-id');
		await quickInput.escape();
	});

	it('is not kept when the service does not take it', async () => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Set API Key…');
		await workbench.quickInput.waitForStep('Starts with tsk_');
		await workbench.quickInput.answer('tsk_invalid_0123456789');
		const message = await workbench.notifications.waitFor('does not accept the API key');
		assert.match(message, /the key was not kept/);
		assert.match(message, /No credits were used\..*region/s);
	});

	it('is checked, kept, and named as the one in use', async () => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Set API Key…');
		await workbench.quickInput.waitForStep('Starts with tsk_');
		await workbench.quickInput.answer('tsk_ui_tests_0123456789');
		await workbench.notifications.waitFor('The key works: 10,000 Tripo API credits available');
		await workbench.runCommand('Propsmith: Show Balance');
		await workbench.notifications.waitFor(
			'Tripo (key from VS Code’s secret storage): 10,000 Tripo API credits available',
		);
	});

	it('is known for Meshy’s by how it begins, and kept beside the other', async () => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Set API Key…');
		await workbench.quickInput.waitForStep('or msy_ (Meshy)');
		await workbench.quickInput.answer('msy_ui_tests_0123456789');
		await workbench.notifications.waitFor('The key works: 10,000 Meshy credits available');
		await workbench.runCommand('Propsmith: Show Balance');
		await workbench.notifications.waitFor(
			'Meshy (key from VS Code’s secret storage): 10,000 Meshy credits available. The API and the web app share them.',
		);
		await workbench.runCommand('Propsmith: Choose Account…');
		await workbench.quickInput.waitForStep('Use my Meshy account (in use)');
		await workbench.quickInput.pick('Use my Tripo account');
		await workbench.notifications.waitFor('Your Tripo account makes the models');
	});

	it('is gone after Clear API Key, which asks which of two shall go', async () => {
		const { workbench } = session();
		await workbench.runCommand('Propsmith: Clear API Key');
		await workbench.quickInput.waitForStep('Select the API key to remove');
		await workbench.quickInput.pick('Meshy');
		await workbench.notifications.waitFor('The key was removed from VS Code’s secret storage (Meshy)');
		await workbench.runCommand('Propsmith: Clear API Key');
		await workbench.notifications.waitFor('The key was removed from VS Code’s secret storage (Tripo)');
	});
});
