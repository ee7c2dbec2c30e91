import assert from 'node:assert/strict';
import { assetName, isSameThing, partName, slug } from '../../../../src/core/assets/naming';

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

describe('The names of a task’s further files', () => {
	for (const [part, name] of [
		['walking_glb', 'walking'],
		['running_armature_glb', 'running-armature'],
		['pre_remeshed_glb', 'pre-remeshed'],
		['image-2', 'image-2'],
	] as const)
		it(`${part} → ${name}`, () => assert.equal(partName({ operation: 'rig', options: {} }, part), name));

	it('are the same for the same thing in several formats', () => {
		assert.ok(isSameThing('glb', 'fbx'));
		assert.ok(isSameThing('walking_glb', 'walking_fbx'));
		assert.ok(!isSameThing('walking_glb', 'running_glb'));
		assert.ok(!isSameThing('walking_glb', 'walking_armature_glb'));
		assert.ok(!isSameThing('model', 'model-2'));
		assert.ok(!isSameThing('glb', 'pre_remeshed_glb'));
	});
});
