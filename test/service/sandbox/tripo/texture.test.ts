import assert from 'node:assert/strict';
import { freshBench, png } from '../bench';
import { Chain, extensionOf, type Fields, type Type } from './chain';

describe('sandbox: texturing', () => {
	const bench = freshBench();
	const object = (token: string) => ({ type: 'png', file_token: token });

	it('needs no prompt for what has a source picture, and words for everything else', async () => {
		const chain = new Chain(bench());
		const cases: [Type, number][] = [
			['text_to_model', 0],
			['image_to_model', 0],
			['multiview_to_model', 0],
			['texture_model', 0],
			['import_model', 1004],
		];
		for (const [source, code] of cases) {
			const input = await chain.one(source);
			assert.equal((await chain.ask('texture_model', { input })).body.code, code, source);
			await bench().advance(1000);
			await chain.make('texture_model', { input, texture_prompt: { text: 'mossy stone' } });
		}
		const input = await chain.modelToken();
		const refused = await chain.ask('texture_model', { input });
		assert.equal(refused.body.code, 1004);
		assert.match(refused.body.message ?? '', /texture_prompt/);
	});

	it('takes pictures only for what the service made itself', async () => {
		const chain = new Chain(bench());
		const image = object(await bench().token());
		const pictured = { texture_prompt: { image } };
		const ask = async (source: Type) =>
			(await chain.ask('texture_model', { input: await chain.one(source), ...pictured })).body.code;
		assert.equal(await ask('text_to_model'), 0);
		assert.equal(await ask('import_model'), 1004);
		const input = await chain.modelToken();
		assert.equal((await chain.ask('texture_model', { input, ...pictured })).body.code, 1004);
	});

	it('wants exactly one way of prompting, in the one shape that is known to work', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const image = object(await bench().token());
		const cases: [unknown, number][] = [
			[{ text: 'oak' }, 0],
			[{ text: 'oak', style_image: image }, 0],
			[{ image }, 0],
			[{ images: [image, image, image, image] }, 0],
			['oak', 1004],
			[{}, 1004],
			[{ text: '' }, 1004],
			[{ text: 'oak', image }, 1004],
			[{ image, style_image: image }, 1004],
			[{ style_image: image }, 1004],
			[{ images: [image, image, image] }, 1004],
			[{ image: image.file_token }, 1004],
			[{ image: { type: 'png' } }, 1004],
		];
		for (const [prompt, code] of cases) {
			const answer = await chain.ask('texture_model', { input, texture_prompt: prompt });
			assert.equal(answer.body.code, code, JSON.stringify(prompt));
			await bench().advance(1000);
		}
	});

	it('changes the look and leaves the shape, a new one for every prompt', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const make = async (text: string) =>
			chain.download(await chain.make('texture_model', { input, texture_prompt: { text }, texture_seed: 1 }));
		const [gold, again, ice] = [await make('solid gold'), await make('solid gold'), await make('blue ice')];
		assert.ok(gold.equals(again));
		assert.ok(!gold.equals(ice));
		assert.ok(!gold.equals(await chain.download(input)));
	});

	it('names its model, checks it, and knows the retired ones', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const code = async (fields: Fields) => (await chain.ask('texture_model', { input, ...fields })).body.code;
		assert.equal(await code({ model: 'v3.1-20260211' }), 1004);
		assert.equal(await code({ model: 'v2.0-20240919' }), 2015);
		assert.equal(await code({ texture_quality: 'fast' }), 1004);
		assert.equal(await code({ texture_quality: 'fast', model: 'v3.5-20260815' }), 0);
		assert.equal(await code({ texture_quality: 'ultra' }), 1004);
		const made = await bench().look(await chain.make('texture_model', { input }));
		assert.equal((made.input as Fields).model_version, 'v3.0-20250812');
	});

	it('gives FBX for quad meshes and FBX imports', async () => {
		const chain = new Chain(bench());
		const quads = await chain.make('text_to_model', { quad: true });
		const fbx = await chain.download(quads);
		const imported = await chain.make('import_model', { input: await bench().token('knight.fbx', fbx) });
		for (const input of [quads, imported]) {
			const id = await chain.make('texture_model', { input, texture_prompt: { text: 'rust' } });
			assert.equal(extensionOf((await chain.output(id)).model_url), 'fbx');
			assert.match((await chain.download(id)).toString('latin1', 0, 20), /^Kaydara FBX Binary/);
		}
	});

	it('fails, free of charge, when it is to texture a part that is not there', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const task = await chain.end('texture_model', { input, part_names: ['no such part'] });
		assert.deepEqual([task.status, task.error_code, task.credits_consumed], ['failed', 1004, 0]);
		assert.equal((await chain.ask('texture_model', { input, part_names: [] })).body.code, 1004);
	});

	it('fails when its picture cannot be read', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const torn = object(await bench().token('a.png', png(256, 256).slice(0, 60)));
		const task = await chain.end('texture_model', { input, texture_prompt: { image: torn } });
		assert.deepEqual([task.status, task.error_code], ['failed', 1004]);
	});
});
