import assert from 'node:assert/strict';
import {
	assetName,
	baseNameOf,
	isSameThing,
	keptName,
	partName,
	slug,
} from '../../../../src/core/assets/naming';
import type { Operation, RequestOptions, Source } from '../../../../src/core/model/request';

describe('Names of files that refer to each other', () => {
	for (const [what, served, kind, extension, kept] of [
		['a texture keeps its own', 'wood.png', 'companion', 'png', 'wood.png'],
		['also where it is another picture', 'wood.png', 'companion', 'jpg', 'wood.png'],
		['and a material', 'Knight.MTL', 'companion', 'mtl', 'Knight.MTL'],
		['a program’s ending goes', 'wood.exe', 'companion', 'png', 'wood.png'],
		['and one that nobody knows', 'wood.v2', 'companion', 'png', 'wood.png'],
		['what has none gets one', 'wood', 'companion', 'png', 'wood.png'],
		['a model has that of its bytes', 'knight.txt', 'model', 'obj', 'knight.obj'],
		['and stays in its folder', '../knight.obj', 'model', 'obj', 'knight.obj'],
	] as const)
		it(what, () => assert.equal(keptName(served, kind, extension), kept));
});

describe('File names from words', () => {
	const cases: readonly [text: string, name: string][] = [
		['Weathered oak barrel', 'weathered-oak-barrel'],
		['  a -- b / c\\d:e*f?g"h<i>j|k  ', 'a-b-c-d-e-f-g-h-i-j-k'],
		['../../etc/passwd', 'etc-passwd'],
		['..', 'asset'],
		['', 'asset'],
		['!!!', 'asset'],
		['.hidden', 'hidden'],
		['Crème brûlée', 'creme-brulee'],
		['ＦＵＬＬ width', 'full-width'],
		['Türöffner №5', 'turoffner-no5'],
		['木の樽', '木の樽'],
		['ガラス瓶', 'ガラス瓶'],
		['한국 검', '한국-검'],
		['हिन्दी तलवार', 'हिन्दी-तलवार'],
		['☕️ cup', 'cup'],
		['con', 'con-asset'],
		['NUL', 'nul-asset'],
		['LPT1', 'lpt1-asset'],
		['console', 'console'],
		['line\nbreak\ttab\0nul', 'line-break-tab-nul'],
	];
	for (const [text, name] of cases)
		it(`${JSON.stringify(text)} → ${name}`, () => assert.equal(slug(text), name.normalize('NFC')));

	it('cuts long prompts, and not after a dash', () => {
		assert.equal(slug(`${'a'.repeat(49)} ${'b'.repeat(500)}`), 'a'.repeat(49));
		assert.equal(slug('b'.repeat(500)).length, 50);
	});

	it('never cuts a character in two', () => {
		const name = slug(`${'a'.repeat(49)}𠀀𠀀`);
		assert.equal(name, Buffer.from(name).toString(), JSON.stringify(name));
	});

	it('stays within what a file system takes, with number and sidecar', () => {
		for (const letter of ['樽', '𠀀'])
			assert.ok(Buffer.byteLength(`${slug(letter.repeat(300))}-1000.propsmith.json.1234567.tmp`) <= 255);
	});
});

describe('The name that a request gives its asset', () => {
	const options = {};
	it('text: the prompt', () =>
		assert.equal(
			assetName({ operation: 'textToModel', prompt: 'An Oak Barrel.', options }),
			'an-oak-barrel',
		));
	it('image: the file', () =>
		assert.equal(
			assetName({ operation: 'imageToModel', images: ['/art/My Barrel.final.png'], options }),
			'my-barrel-final',
		));
	for (const [front, name] of [
		['/art/knight_front.png', 'knight'],
		['/art/Knight Front.jpg', 'knight'],
		['/art/knight-FRONT.webp', 'knight'],
		['/art/front.png', 'asset'],
		['/art/storefront.png', 'storefront'],
		['/art/frontier.png', 'frontier'],
	] as const)
		it(`views: ${front} → ${name}`, () =>
			assert.equal(assetName({ operation: 'multiviewToModel', views: { front }, options }), name));
});

describe('The name that successors of an asset get', () => {
	for (const [path, asked, name] of [
		['/a/barrel.glb', 'barrel', 'barrel'],
		['/a/barrel-2.glb', 'barrel', 'barrel'],
		['/a/barrel-lid.glb', 'barrel', 'barrel-lid'],
		['/a/R2-D2.glb', undefined, 'R2-D2'],
		['/a/level-2.glb', undefined, 'level-2'],
	] as const)
		it(`${path}${asked ? ` of ${asked}` : ''} → ${name}`, () => assert.equal(baseNameOf(path, asked), name));
});

describe('The name of what a step makes', () => {
	const named = (operation: Operation, base: string | undefined, options: RequestOptions = {}): string =>
		assetName({ operation, options, source: { kind: 'job', id: 'j' } }, base);

	for (const [operation, base, options, name] of [
		['convert', 'knight', { format: 'FBX' }, 'knight'],
		['convert', 'knight-rigged', { format: 'FBX' }, 'knight-rigged'],
		['imageToModel', 'knight', {}, 'knight'],
		['texture', 'knight', {}, 'knight-textured'],
		['rig', 'knight', {}, 'knight-rigged'],
		['rig', 'knight-textured', {}, 'knight-rigged'],
		['rig', 'knight-textured-2', {}, 'knight-rigged'],
		['decimate', 'knight', {}, 'knight-lowpoly'],
		['stylize', 'knight', { style: 'fridge_magnet' }, 'knight-fridge-magnet'],
		['retarget', 'knight-rigged', { animation: 'preset:biped:walk' }, 'knight-walk'],
		['retarget', 'knight', { animations: ['preset:quadruped:walk'] }, 'knight-walk'],
		['retarget', 'knight-rigged', { animations: ['preset:biped:dance_01'] }, 'knight-dance-01'],
		['retarget', 'knight-rigged', { animations: ['preset:walk', 'preset:run'] }, 'knight'],
		['texture', 'rigged', {}, 'rigged-textured'],
	] as const)
		it(`${operation} of ${base}: ${name}`, () => assert.equal(named(operation, base, options), name));

	it('is that of the file or the task where nothing else is known', () => {
		const options = { format: 'OBJ' };
		const convert = (source: Source): string => assetName({ operation: 'convert', source, options });
		assert.equal(convert({ kind: 'file', path: '/art/My Knight.glb' }), 'my-knight');
		assert.equal(convert({ kind: 'task', id: '0197b0de-51c2-7f6a' }), 'task-0197b0de');
		assert.equal(
			assetName({ operation: 'rig', source: { kind: 'file', path: '/a/orc.glb' }, options }),
			'orc-rigged',
		);
	});

	it('stays as long as any other name', () => {
		const name = named('retarget', slug('樽'.repeat(60)), { animation: 'preset:biped:play_mobile_game' });
		assert.equal([...name].length, 50);
		assert.ok(name.endsWith('樽-play-mobile-game'));
	});
});

describe('What tells the files of one task apart', () => {
	const parts = (options: RequestOptions, ...names: string[]): string[] =>
		names.map((part, index) => partName({ operation: 'retarget', options }, part, index === 0));
	const clips = (...animations: string[]): RequestOptions => ({ animations });

	it('clips: their names, the first one’s, too', () => {
		assert.deepEqual(parts(clips('preset:biped:walk', 'preset:biped:dance_01'), 'model', 'model-2'), [
			'walk',
			'dance-01',
		]);
	});
	it('a clip that nobody asked for: its number', () => {
		assert.deepEqual(parts(clips('preset:walk', 'preset:run'), 'model', 'model-2', 'model-3'), [
			'walk',
			'run',
			'model-3',
		]);
	});
	it('one clip, or no clip: nothing but the asset’s own name', () => {
		assert.deepEqual(parts(clips('preset:walk'), 'model'), ['']);
		assert.deepEqual(parts({}, 'model', 'model-2'), ['', 'model-2']);
	});
	it('views: each its side, so that they are known as views again', () => {
		assert.deepEqual(parts({}, 'front', 'left', 'back', 'right'), ['front', 'left', 'back', 'right']);
	});
	it('pictures: numbers from the second on', () => {
		assert.deepEqual(parts({}, 'image', 'image-2'), ['', 'image-2']);
	});
});

describe('The names of a task’s further files', () => {
	for (const [part, name] of [
		['walking_glb', 'walking'],
		['running_armature_glb', 'running-armature'],
		['pre_remeshed_glb', 'pre-remeshed'],
		['image-2', 'image-2'],
	] as const)
		it(`${part} → ${name}`, () =>
			assert.equal(partName({ operation: 'rig', options: {} }, part, false), name));

	it('are the same for the same thing in several formats', () => {
		assert.ok(isSameThing('glb', 'fbx'));
		assert.ok(isSameThing('walking_glb', 'walking_fbx'));
		assert.ok(!isSameThing('walking_glb', 'running_glb'));
		assert.ok(!isSameThing('walking_glb', 'walking_armature_glb'));
		assert.ok(!isSameThing('model', 'model-2'));
		assert.ok(!isSameThing('glb', 'pre_remeshed_glb'));
	});
});
