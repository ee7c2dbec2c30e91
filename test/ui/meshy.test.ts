import { strict as assert } from 'node:assert';
import { after } from 'mocha';
import { describeInWorkbench } from '../harness/describeInWorkbench';
import { type SandboxProcess, startSandbox } from '../harness/sandboxProcess';
import { control, type SeenRequest } from './support/control';
import { start, startWith } from './support/forms';

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

	it('start a draft that is painted by itself, from a preset', async () => {
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
		await workbench.treeView('Jobs').waitForRow('oak barrel 2/2 · 30 credits');
		await workbench.treeView('Assets').waitForRow('oak-barrel.glb');
	});

	it('offer what Meshy allows for it, and say how long it keeps the task', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		await workbench.treeView('Assets').pressInlineAction('oak-barrel.glb', 'Do Next with This Asset…');
		await quickInput.waitForStep('The service forgets its task in');
		await workbench.screenshot('meshy-next');
		const picks = await quickInput.picks();
		assert.ok(picks.includes('Convert about 1 Meshy credit · usually 15 s'), picks.join('\n'));
		assert.ok(!picks.some((pick) => pick.startsWith('Refine')), 'what is refined is not refined again');
		await quickInput.pick('Convert');
		await quickInput.waitForStep('must say into what');
		await quickInput.pick('File formats');
		await quickInput.pick('fbx');
		await quickInput.pick('usdz');
		await quickInput.accept();
		await quickInput.waitForStep('about 1 Meshy credit · usually 15 s');
		await start(workbench);
		await workbench.treeView('Assets').waitForRow('oak-barrel.usdz');
		await workbench.treeView('Assets').waitForRow('oak-barrel.fbx');
	});

	it('choose any operation, and ask for what it needs', async () => {
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
		await workbench.treeView('Jobs').waitForRow('Resize: oak-barrel-resized 1 credit');
	});

	it('let the user pick motions by name, and tell what they come to', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		const jobs = workbench.treeView('Jobs');
		await workbench.runCommand('Propsmith: Generate from Prompt…');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('robot knight');
		await quickInput.waitForStep('Model or preset');
		await quickInput.type('Draft');
		await startWith(workbench, 'Draft, Then Texture');
		await jobs.waitForRow('robot knight 2/2 · 30 credits');
		await workbench.treeView('Assets').pressInlineAction('robot-knight.glb', 'Do Next with This Asset…');
		await quickInput.waitForStep('The service forgets its task in');
		await quickInput.pick('Rig');
		await start(workbench);
		await jobs.waitForRow('Rig: robot-knight-rigged 5 credits');

		const path = '/openapi/v1/animations/library';
		const down = { type: 'status', status: 503, message: 'busy' };
		await control(sandbox.control, '/faults', [{ path, times: 3, action: down }]);
		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await quickInput.type('Animate');
		await quickInput.pick('Animate');
		await quickInput.waitForStep('What shall it go on from?');
		await quickInput.pick('Rig: robot-knight-rigged');
		await quickInput.waitForStep('not complete yet');
		await quickInput.pick('Motions');
		await quickInput.waitForStep('Asking the service for its motions…');
		await quickInput.waitForStep('Type the numbers of the motions');
		await workbench.screenshot('motions-by-number');
		await quickInput.back();

		await quickInput.waitForStep('not complete yet');
		await quickInput.pick('Motions');
		await quickInput.waitForStep('none chosen');
		await workbench.screenshot('motions');
		await quickInput.waitForPick('Back Flip Jumping · Body Movements · 32');
		await quickInput.type('92');
		await quickInput.pick('Victory Cheer');
		await quickInput.waitForStep('about 3 Meshy credits');
		await quickInput.type('fighting');
		await quickInput.pick('Bow Shot');
		await quickInput.waitForStep('about 6 Meshy credits');
		await workbench.screenshot('motions-chosen');
		await quickInput.accept();
		await quickInput.waitForStep('about 6 Meshy credits · usually 30 s');
		await quickInput.waitForPick('Motions Victory Cheer, Bow Shot');
		await workbench.screenshot('motions-sheet');
		await start(workbench);
		await jobs.waitForRow('Animate: robot-knight-rigged 6 credits');
		const { requests } = await control<{ requests: SeenRequest[] }>(sandbox.control, '/requests');
		assert.equal(requests.filter((request) => request.path === path).length, 4);
		const sent = requests.find((request) => request.path === '/openapi/v1/animations')?.body?.action_ids;
		assert.deepEqual(sent, [92, 62]);
	});

	it('put a motion that was made from words on a rig', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		const jobs = workbench.treeView('Jobs');
		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await quickInput.type('Motion');
		await quickInput.pick('Text to Motion');
		await quickInput.waitForStep('What do you need?');
		await quickInput.answer('waves hello');
		await quickInput.waitForStep('about 10 Meshy credits');
		await quickInput.pick('Seconds');
		await quickInput.answer('2.2');
		await quickInput.waitForStep('from 2 to 10 in steps of 0.5');
		await quickInput.answer('2.5');
		await quickInput.waitForStep('about 10 Meshy credits');
		await start(workbench);
		await jobs.waitForRow('waves hello 10 credits');
		await workbench.treeView('Assets').waitForRow('waves-hello.fbx');

		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await quickInput.type('Animate');
		await quickInput.pick('Animate');
		await quickInput.waitForStep('What shall it go on from?');
		await quickInput.pick('Rig: robot-knight-rigged');
		// As last time: with two motions of the library.
		await quickInput.waitForStep('about 6 Meshy credits');
		await quickInput.pick('Motion from words');
		await quickInput.waitForStep('One that “Text to Motion” made.');
		await workbench.screenshot('motion-from-words');
		await quickInput.pick('waves hello');
		await quickInput.waitForStep('about 3 Meshy credits');
		await quickInput.waitForPick('Motion from words waves hello');
		// One of the library would be refused beside it.
		await quickInput.waitForPick('Motions left to the service');
		await start(workbench);
		await jobs.waitForRow('Animate: robot-knight-rigged 3 credits');
	});

	it('take a picture for an option from a dialog, and go on from a file where the service takes no task', async () => {
		const { workbench, workspace } = session();
		const { quickInput } = workbench;
		const assets = workbench.treeView('Assets');
		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await quickInput.type('Rig');
		await quickInput.pick('Rig');
		await quickInput.waitForStep('What shall it go on from?');
		await quickInput.pick('Refine: robot-knight');
		await quickInput.waitForStep('about 5 Meshy credits');
		await quickInput.pick('All Options…');
		await quickInput.pick('Texture picture');
		await quickInput.chooseFile(workspace, 'art', 'barrel.png');
		await quickInput.waitForStep('about 5 Meshy credits');
		await workbench.screenshot('picture-option');
		await quickInput.waitForPick('Texture picture barrel.png');
		await quickInput.pick('Texture picture');
		await quickInput.pick('None');
		await quickInput.waitForStep('about 5 Meshy credits');
		await quickInput.waitForPick('Texture picture left to the service');
		await quickInput.escape();

		await workbench.runCommand('Propsmith: Generate…');
		await quickInput.waitForStep('What shall be made?');
		await quickInput.type('Repair for Printing');
		await quickInput.pick('Repair for Printing');
		await quickInput.waitForStep('What shall it go on from?');
		await quickInput.pick('Refine: robot-knight');
		await quickInput.waitForStep('about 10 Meshy credits');
		await start(workbench);
		await assets.waitForRow('robot-knight-repaired.glb');
		await assets.pressInlineAction('robot-knight-repaired.glb', 'Do Next with This Asset…');
		await quickInput.waitForStep('The file is uploaded.');
		await quickInput.pick('Analyze Printability');
		await quickInput.waitForStep('free');
		await start(workbench);
		await workbench.treeView('Jobs').waitForRow('Analyze Printability: robot-knight-repaired status: ');
	});
});
