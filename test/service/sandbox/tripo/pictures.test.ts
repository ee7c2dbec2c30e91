import assert from 'node:assert/strict';
import { pictureSize } from '../../../../src/sandbox/files/pictureFile';
import { freshBench } from '../bench';
import { Chain, type Fields, fetched, glbIn } from './chain';

const sides = ['front_view_url', 'left_view_url', 'back_view_url', 'right_view_url'];

describe('sandbox: pictures', () => {
	const bench = freshBench();

	const drawing: [Fields, number][] = [
		[{}, 0],
		[{ prompt: undefined, template: 't_pose' }, 1004],
		[{ prompt: 'x'.repeat(1801) }, 1004],
		[{ prompt: 'x'.repeat(1800) }, 0],
		[{ model: 'gemini_3_pro_image_preview' }, 1004],
		[{ model: 'v3.1-20260211' }, 1004],
		[{ model: 'chat_image_1' }, 2015],
		[{ model: 'chat_image_1.5' }, 2015],
		[{ size: '3K' }, 1004],
		[{ size: '1024' }, 1004],
		[{ size: '1024x768' }, 0],
		[{ aspect_ratio: '16:9' }, 1004],
		[{ model: 'banana_pro', aspect_ratio: '16:9' }, 0],
		[{ model: 'banana2', aspect_ratio: '5:7' }, 1004],
		...['1:8', '1:4', '4:1', '8:1'].flatMap((aspect_ratio): [Fields, number][] => [
			[{ model: 'banana2', aspect_ratio }, 0],
			[{ model: 'banana', aspect_ratio }, 1004],
			[{ model: 'banana_pro', aspect_ratio }, 1004],
		]),
		[{ quality: 'high' }, 1004],
		[{ model: 'chat_image_2', quality: 'high' }, 0],
		[{ model: 'chat_image_2', quality: 'max' }, 1004],
		[{ model: 'chat_image_2.5_flare', quality: 'max' }, 0],
		[{ model: 'chat_image_2', background: 'opaque' }, 1004],
		[{ model: 'chat_image_2.5_flare', background: 'transparent' }, 0],
		[{ model: 'chat_image_2.5_flare', background: 'transparent', output_format: 'jpeg' }, 1004],
		[{ model: 'chat_image_2', size: '1024x1024' }, 0],
		[{ model: 'chat_image_2', size: '1000x1000' }, 1004],
		[{ model: 'chat_image_2', size: '512x512' }, 1004],
		[{ model: 'chat_image_2', size: '3840x2160' }, 0],
		[{ model: 'chat_image_2', size: '3840x2176' }, 1004],
		[{ model: 'chat_image_2', size: '3200x1024' }, 1004],
		[{ output_format: 'webp' }, 1004],
		[{ watermark: true }, 0],
		[{ model: 'banana', watermark: false }, 1004],
		[{ template: 'figure' }, 0],
		[{ template: 'print_clay' }, 1004],
		[{ style_image: 'file_nobody' }, 1004],
	];
	for (const [fields, code] of drawing) {
		it(`draws ${JSON.stringify(fields).slice(0, 80)}: code ${code}`, async () => {
			const answer = await new Chain(bench()).ask('text_to_image', fields);
			assert.equal(answer.body.code, code, answer.body.message);
		});
	}

	it('come in the format that was asked for', async () => {
		const chain = new Chain(bench());
		const png = await chain.download(await chain.make('text_to_image'), 'generated_image_url');
		assert.equal(png.toString('latin1', 1, 4), 'PNG');
		const id = await chain.make('text_to_image', { output_format: 'jpeg' });
		const jpeg = await chain.download(id, 'generated_image_url');
		assert.equal(jpeg.toString('hex', 0, 3), 'ffd8ff');
		assert.deepEqual(pictureSize(jpeg), pictureSize(png));
	});

	it('are redrawn from one or several, up to what the model takes', async () => {
		await bench().control('/accounts', { rates: { upload: 99 } });
		const chain = new Chain(bench());
		const one = await bench().token();
		const code = async (fields: Fields) => {
			const answer = await chain.ask('generate_image', fields);
			await bench().advance(1000);
			return answer.body.code;
		};
		const many = (count: number) => Array(count).fill(one);
		assert.equal(await code({ inputs: many(4) }), 0);
		assert.equal(await code({ inputs: many(5) }), 1004);
		assert.equal(await code({ inputs: many(10), model: 'banana' }), 0);
		assert.equal(await code({ inputs: many(11), model: 'banana' }), 1004);
		assert.equal(await code({ inputs: many(16), model: 'chat_image_2' }), 0);
		assert.equal(await code({ inputs: many(17), model: 'chat_image_2' }), 1004);
		assert.equal(await code({ inputs: [] }), 1004);
		assert.equal(await code({}), 1004);
		assert.equal(await code({ input: one, model: 'seedream_v4' }), 1004);
		assert.equal(await code({ input: one, prompt: undefined }), 1004);
		assert.equal(await code({ input: one, prompt: undefined, template: 'print_clay' }), 0);
	});

	it('can be made into models: a task’s picture goes on as one', async () => {
		const chain = new Chain(bench());
		for (const source of ['text_to_image', 'generate_image'] as const) {
			const id = await chain.make('image_to_model', { input: await chain.one(source) });
			assert.ok((await glbIn(await chain.download(id))).getRoot().listTextures().length > 0);
		}
	});
});

describe('sandbox: pictures of several views', () => {
	const bench = freshBench();

	it('come nested or at the top, as the variant says', async () => {
		const chain = new Chain(bench());
		const id = await chain.one('generate_multiview_image');
		const nested = await chain.output(id);
		assert.deepEqual(Object.keys(nested), ['generate_multiview_image']);
		assert.deepEqual(Object.keys(nested.generate_multiview_image as Fields), sides);
		await bench().control('/variants', { views: 'topLevel' });
		assert.deepEqual(Object.keys(await chain.output(id)), sides);
	});

	it('are four different ones of what was drawn from words', async () => {
		await bench().control('/variants', { views: 'topLevel' });
		const chain = new Chain(bench());
		const drawn = await chain.output(await chain.make('text_to_image', { prompt: 'a dragon' }));
		const output = await chain.output(
			await chain.make('generate_multiview_image', { input: drawn.generated_image_url }),
		);
		const views = await Promise.all(sides.map(async (side) => (await fetched(output[side])).toString('hex')));
		assert.equal(new Set(views).size, 4);
	});

	it('are drawn of a task’s picture that goes up again, and of no task’s id', async () => {
		const chain = new Chain(bench());
		const drawn = await chain.make('text_to_image', { output_format: 'jpeg' });
		const byId = await chain.ask('generate_multiview_image', { input: drawn });
		assert.deepEqual([byId.status, byId.body.code], [400, 1004]);
		const token = await bench().token('picture.jpeg', await chain.download(drawn, 'generated_image_url'));
		const views = await chain.make('generate_multiview_image', { input: token });
		const model = await chain.make('multiview_to_model', { inputs: [{ task_id: views }] });
		assert.equal((await glbIn(await chain.download(model))).getRoot().listTextures().length, 4);
	});

	it('are edited one by one, and only those come back', async () => {
		await bench().control('/variants', { views: 'topLevel' });
		const chain = new Chain(bench());
		const input = await chain.one('generate_multiview_image');
		const prompts = [
			{ view: 'right', prompt: 'with a shield' },
			{ view: 'front', prompt: 'smiling' },
		];
		const output = await chain.output(await chain.make('edit_multiview_image', { input, prompts }));
		assert.deepEqual(Object.keys(output).sort(), ['front_view_url', 'right_view_url']);
		const before = await chain.output(input);
		for (const [name, link] of Object.entries(output)) {
			assert.ok(!(await fetched(link)).equals(await fetched(before[name])), name);
		}
	});

	it('refuses edits that are none', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('generate_multiview_image');
		const left = { view: 'left', prompt: 'red' };
		for (const prompts of [
			undefined,
			[],
			'red',
			[null],
			[{ view: 'top', prompt: 'red' }],
			[{ view: 'left' }],
			[{ view: 'left', prompt: 'x'.repeat(1025) }],
			[left, left],
		]) {
			const answer = await chain.ask('edit_multiview_image', { input, prompts });
			assert.equal(answer.body.code, 1004, JSON.stringify(prompts)?.slice(0, 40));
		}
	});

	it('go on as the views of a model, edited ones with the rest of their source', async () => {
		const chain = new Chain(bench());
		const views = await chain.one('generate_multiview_image');
		const edited = await chain.one('edit_multiview_image');
		const textures = async (task_id: string) => {
			const id = await chain.make('multiview_to_model', { inputs: [{ task_id }], model_seed: 1 });
			const root = (await glbIn(await chain.download(id))).getRoot();
			return root.listTextures().map((one) => Buffer.from(one.getImage() ?? []).toString('hex'));
		};
		const [plain, changed] = [await textures(views), await textures(edited)];
		assert.equal(plain.length, 4);
		assert.equal(changed.length, 4);
		assert.equal(changed.filter((one) => !plain.includes(one)).length, 1, 'the back alone is another');
	});

	it('takes files as single views only, no tasks', async () => {
		const chain = new Chain(bench());
		const front = await chain.one('text_to_image');
		const back = await bench().token();
		const answer = await chain.ask('multiview_to_model', { inputs: [{ front }, { back }] });
		assert.equal(answer.body.code, 1004);
	});
});
