import { strict as assert } from 'node:assert';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { start, startWith } from './support/forms';

const madeLimitMs = 60_000;
let sandbox: SandboxProcess;

const options = async () => {
	sandbox = await startSandbox(['--speed', '50']);
	return {
		settings: { 'propsmith.meshy.baseUrl': sandbox.meshy, 'propsmith.account': 'meshy' },
		env: { MESHY_API_KEY: 'msy_ui_tests_00001' },
	};
};

describeInWorkbench('forms for Meshy', options, (session) => {
	after(() => sandbox.stop());

	it('start a draft that is painted by itself, from a preset', async function () {
		this.timeout(120_000);
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('oak barrel');
		await quickInput.waitForStep('Model or preset');
		await workbench.screenshot('meshy-choices');
		await quickInput.type('Draft');
		await startWith(workbench, 'Draft, Then Texture');
		await workbench.openViewContainer('Propsmith');
		await workbench
			.treeView('Jobs')
			.waitForRow('Draft, Then Texture: oak barrel 2/2 · 30 credits', madeLimitMs);
		await workbench.treeView('Assets').waitForRow('oak-barrel.glb');
	});

	it('offer what Meshy allows for it, and say how long it keeps the task', async function () {
		this.timeout(120_000);
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.treeView('Assets').pressInlineAction('oak-barrel.glb', 'Do Next with This Asset…');
		await quickInput.waitForStep('The service forgets its task in');
		await workbench.screenshot('meshy-next');
		const picks = await quickInput.picks();
		assert.ok(picks.includes('Convert about 1 credit · usually 15 s'), picks.join('\n'));
		assert.ok(!picks.some((pick) => pick.startsWith('Refine')), 'what is refined is not refined again');
		await quickInput.pick('Convert');
		await quickInput.waitForStep('must say into what');
		await quickInput.pick('File formats');
		await quickInput.pick('fbx');
		await quickInput.pick('usdz');
		await quickInput.accept();
		await quickInput.waitForStep('about 1 credit · usually 15 s');
		await start(workbench);
		await workbench.treeView('Assets').waitForRow('oak-barrel.usdz', madeLimitMs);
		await workbench.treeView('Assets').waitForRow('oak-barrel.fbx');
	});

	it('choose any operation, and ask for what it needs', async function () {
		this.timeout(120_000);
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await workbench.screenshot('operations');
		await quickInput.type('Resize');
		await quickInput.pick('Resize');
		await quickInput.waitForStep('What shall it go on from?');
		await workbench.screenshot('sources');
		await quickInput.pick('Convert: oak-barrel');
		await quickInput.waitForStep('just one of');
		await quickInput.pick('Height');
		await quickInput.waitForStep('Metres.');
		await quickInput.answer('1.5');
		await start(workbench);
		await workbench.treeView('Jobs').waitForRow('Resize: oak-barrel-resized 1 credit', madeLimitMs);
	});
});
