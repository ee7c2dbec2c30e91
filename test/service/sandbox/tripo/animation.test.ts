import assert from 'node:assert/strict';
import { freshBench } from '../bench';
import { Chain, extensionOf, type Fields, fetched, glbIn } from './chain';

const v25 = 'v2.5-20260210';

describe('sandbox: rigs', () => {
	const bench = freshBench();

	for (const [prompt, riggable, rigType] of [
		['a knight', true, 'biped'],
		['a horse', true, 'quadruped'],
		['a spider', true, 'octopod'],
		['a fish', true, 'aquatic'],
		['a bird', true, 'avian'],
		['a wooden crate', false, 'others'],
	] as const) {
		it(`checks ${prompt}: ${rigType}`, async () => {
			const chain = new Chain(bench());
			const input = await chain.make('text_to_model', { prompt });
			const output = await chain.output(await chain.make('animate_prerigcheck', { input }));
			assert.deepEqual(output, { riggable, rig_type: rigType });
		});
	}

	it('takes what a picture shows for a person', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('image_to_model');
		const output = await chain.output(await chain.make('animate_prerigcheck', { input }));
		assert.deepEqual(output, { riggable: true, rig_type: 'biped' });
	});

	it('gives the model a skeleton, as GLB or FBX, with the names of either kind', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const joints = async (fields: Fields) => {
			const bytes = await chain.download(await chain.make('animate_rig', { input, ...fields }));
			const [skin] = (await glbIn(bytes)).getRoot().listSkins();
			return skin?.listJoints().map((joint) => joint.getName()) ?? [];
		};
		const plain = await joints({});
		assert.ok(plain.length > 5);
		assert.ok(!plain.some((name) => name.startsWith('mixamorig:')));
		assert.ok((await joints({ spec: 'mixamo' })).every((name) => name.startsWith('mixamorig:')));
		const fbx = await chain.make('animate_rig', { input, out_format: 'fbx' });
		assert.equal(extensionOf((await chain.output(fbx)).model_url), 'fbx');
		assert.match((await chain.download(fbx)).toString('latin1', 0, 20), /^Kaydara FBX Binary/);
	});

	it('knows only two-legged bodies with the older model, and every body with the newer', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const code = async (fields: Fields) => (await chain.ask('animate_rig', { input, ...fields })).body.code;
		assert.equal(await code({ rig_type: 'quadruped' }), 1004);
		assert.equal(await code({ topology: 'quadruped' }), 1004);
		assert.equal(await code({ model: v25, rig_type: 'centaur' }), 1004);
		assert.equal(await code({ spec: 'maya' }), 1004);
		assert.equal(await code({ out_format: 'obj' }), 1004);
		assert.equal(await code({ model: 'v3.0' }), 1004);
		assert.equal(await code({ model: 'v2.0-20250506' }), 2015);
		for (const type of ['biped', 'quadruped', 'hexapod', 'octopod', 'avian', 'serpentine', 'aquatic']) {
			await chain.make('animate_rig', { input, model: v25, rig_type: type });
		}
	});
});

describe('sandbox: clips', () => {
	const bench = freshBench();

	/** A chain and a rig on it. */
	async function rigged(fields: Fields = {}) {
		const chain = new Chain(bench());
		const input = await chain.make('animate_rig', { input: await chain.one('text_to_model'), ...fields });
		const retarget = (clip: string) => chain.end('animate_retarget', { input, animation: clip });
		return { chain, input, retarget };
	}

	const fitting: [string, Fields, string[]][] = [
		['a v1.0 rig', {}, ['preset:idle', 'preset:turn', 'preset:biped:dance_06', 'preset:biped:golf']],
		['a two-legged v2.5 rig', { model: v25 }, ['preset:idle', 'preset:dive', 'preset:slash']],
		['a four-legged rig', { model: v25, rig_type: 'quadruped' }, ['preset:quadruped:walk']],
		['a six-legged rig', { model: v25, rig_type: 'hexapod' }, ['preset:hexapod:walk']],
		['an eight-legged rig', { model: v25, rig_type: 'octopod' }, ['preset:octopod:walk']],
		['a snake’s rig', { model: v25, rig_type: 'serpentine' }, ['preset:serpentine:march']],
		['a fish’s rig', { model: v25, rig_type: 'aquatic' }, ['preset:aquatic:march']],
	];
	for (const [what, fields, clips] of fitting) {
		it(`puts ${clips.join(', ')} on ${what}`, async () => {
			const { chain, retarget } = await rigged(fields);
			for (const clip of clips) {
				const task = await retarget(clip);
				assert.equal(task.status, 'success', clip);
				const document = await glbIn(await chain.download(task.task_id as string));
				assert.deepEqual(
					document
						.getRoot()
						.listAnimations()
						.map((one) => one.getName()),
					[clip],
				);
				assert.equal(document.getRoot().listSkins().length, 1);
			}
		});
	}

	const unfit: [string, Fields, string[]][] = [
		['a v1.0 rig with Mixamo’s bones', { spec: 'mixamo' }, ['preset:walk', 'preset:biped:walk']],
		['a two-legged v2.5 rig', { model: v25 }, ['preset:biped:walk', 'preset:biped:dance_01']],
		['a v1.0 rig', {}, ['preset:quadruped:walk']],
		['a four-legged rig', { model: v25, rig_type: 'quadruped' }, ['preset:walk', 'preset:hexapod:walk']],
		['a bird’s rig', { model: v25, rig_type: 'avian' }, ['preset:walk']],
	];
	for (const [what, fields, clips] of unfit) {
		it(`takes ${clips.join(', ')} for ${what}, and lets the task fail with 1004 and give all credits back`, async () => {
			const { retarget } = await rigged(fields);
			const before = (await bench().call('GET', '/account/balance')).data;
			for (const clip of clips) {
				const task = await retarget(clip);
				assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', 1004, 0], clip);
			}
			assert.deepEqual((await bench().call('GET', '/account/balance')).data, before);
		});
	}

	it('fails when one clip of several does not fit', async () => {
		const { chain, input } = await rigged({ model: v25 });
		const animations = ['preset:walk', 'preset:biped:walk'];
		const task = await chain.end('animate_retarget', { input, animation: undefined, animations });
		assert.deepEqual([task.status, task.error_code], ['failed', 1004]);
	});

	it('refuses names that are on no list, and anything but one of the two fields', async () => {
		const { chain, input } = await rigged();
		const six = Array(6).fill('preset:idle');
		for (const fields of [
			{ animation: 'preset:dance' },
			{ animation: 'walk' },
			{ animation: 'preset:biped:dance' },
			{ animation: undefined },
			{ animation: 'preset:walk', animations: ['preset:walk'] },
			{ animation: undefined, animations: [] },
			{ animation: undefined, animations: six },
			{ animation: undefined, animations: ['preset:walk', 'preset:dance'] },
			{ out_format: 'obj' },
		]) {
			const answer = await chain.ask('animate_retarget', { input, ...fields });
			assert.deepEqual([answer.status, answer.body.code], [400, 1004], JSON.stringify(fields));
		}
	});

	it('gives several clips as a list of files, one clip in each', async () => {
		const { chain, input } = await rigged();
		const animations = ['preset:idle', 'preset:biped:cheer', 'preset:run'];
		const id = await chain.make('animate_retarget', { input, animation: undefined, animations });
		const output = await chain.output(id);
		assert.deepEqual(Object.keys(output), ['model_urls']);
		const links = output.model_urls as string[];
		const names: string[] = [];
		for (const link of links) {
			const document = await glbIn(await fetched(link));
			names.push(
				...document
					.getRoot()
					.listAnimations()
					.map((one) => one.getName()),
			);
		}
		assert.deepEqual(names, animations);
		const one = await chain.make('animate_retarget', {
			input,
			animation: undefined,
			animations: ['preset:run'],
		});
		assert.deepEqual(Object.keys(await chain.output(one)), ['model_url']);
	});

	it('can leave the mesh out, stay in place, and write FBX', async () => {
		const { chain, input } = await rigged();
		const make = async (fields: Fields) =>
			chain.download(await chain.make('animate_retarget', { input, animation: 'preset:run', ...fields }));
		const whole = await make({});
		const bare = await make({ export_with_geometry: false });
		const root = (await glbIn(bare)).getRoot();
		assert.equal(root.listMeshes().length, 0);
		assert.equal(root.listAnimations().length, 1);
		assert.ok(bare.length < whole.length / 2);
		assert.ok(!(await make({ animate_in_place: true })).equals(whole));
		const fbx = await make({ out_format: 'fbx' });
		assert.match(fbx.toString('latin1', 0, 20), /^Kaydara FBX Binary/);
	});
});
