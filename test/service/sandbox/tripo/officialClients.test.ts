import assert from 'node:assert/strict';
import { freshBench, png } from '../bench';
import { Chain, extensionOf } from './chain';

describe('sandbox: as the official SDK asks', () => {
	const bench = freshBench();

	it('a picture by a template alone: refused, or drawn', async () => {
		const chain = new Chain(bench());
		const alone = { prompt: undefined, template: 't_pose' };
		assert.equal((await chain.ask('text_to_image', alone)).body.code, 1004);
		await bench().control('/variants', { templateAlone: 'taken' });
		const bytes = await chain.download(await chain.make('text_to_image', alone), 'generated_image_url');
		assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
		const nothing = await chain.ask('text_to_image', { prompt: undefined });
		assert.equal(nothing.body.code, 1004, 'without either it stays refused');
	});

	it('views of what a task drew, by its id: refused, or drawn', async () => {
		const chain = new Chain(bench());
		const input = await chain.make('text_to_image');
		assert.equal((await chain.ask('generate_multiview_image', { input })).body.code, 1004);
		await bench().control('/variants', { viewsOfTask: 'taken' });
		assert.equal((await chain.end('generate_multiview_image', { input })).status, 'success');
		const model = await chain.make('text_to_model');
		const wrong = await chain.ask('generate_multiview_image', { input: model });
		assert.equal(wrong.body.code, 2006, 'a task that drew nothing stays refused');
	});

	it('GLB as a format to convert into: refused, or the same as GLTF', async () => {
		const chain = new Chain(bench());
		const input = await chain.make('text_to_model');
		assert.equal((await chain.ask('convert_model', { input, format: 'GLB' })).body.code, 1004);
		await bench().control('/variants', { glbFormat: 'taken' });
		for (const format of ['GLB', 'glb', 'GLTF']) {
			const id = await chain.make('convert_model', { input, format });
			assert.equal(extensionOf((await chain.output(id)).model_url), 'glb');
		}
		const quads = await chain.ask('convert_model', { input, format: 'GLB', quad: true });
		assert.equal(quads.body.code, 1004);
	});

	it('an upload under the name that the SDK gives to bytes is what the bytes are', async () => {
		const { file_token: input } = (await bench().upload('upload.bin', png())).data;
		assert.equal((await new Chain(bench()).end('image_to_model', { input })).status, 'success');
		assert.equal((await bench().upload('upload.bin', Buffer.from('hello'))).body.code, 2004);
	});

	it('views that were edited can be edited again, and keep what was done before', async () => {
		const chain = new Chain(bench());
		const first = await chain.make('edit_multiview_image', await chain.input('edit_multiview_image'));
		const prompts = [{ view: 'left', prompt: 'with a shield' }];
		const second = await chain.make('edit_multiview_image', { input: first, prompts });
		const [before, after] = [first, second].map((id) =>
			chain.ask('multiview_to_model', { inputs: [{ task_id: id }] }),
		);
		assert.deepEqual([(await before)?.body.code, (await after)?.body.code], [0, 0]);
	});

	it('takes null for a field as not sent', async () => {
		const answer = await new Chain(bench()).ask('text_to_model', { negative_prompt: null, face_limit: null });
		assert.equal(answer.body.code, 0);
	});
});
