import assert from 'node:assert/strict';
import { freshBench } from '../bench';
import { Chain, type Type } from './chain';

/** The operations of each category, and how many of them may be under way. */
const categories: Record<string, [number, Type[]]> = {
	image: [1, ['text_to_image', 'generate_image', 'generate_multiview_image', 'edit_multiview_image']],
	processing: [5, ['texture_model', 'convert_model', 'import_model', 'stylize_model']],
	mesh: [10, ['mesh_segmentation', 'mesh_completion', 'highpoly_to_lowpoly']],
	animation: [10, ['animate_prerigcheck', 'animate_rig', 'animate_retarget']],
};

describe('sandbox: slots of each category', () => {
	const bench = freshBench();

	for (const [category, [most, types]] of Object.entries(categories)) {
		it(`lets an account have ${most} of ${types.join(', ')} at once`, async () => {
			// Beside their own, all categories are under the account's overall number.
			await bench().control('/accounts', { slots: { overall: 99 } });
			const chain = new Chain(bench());
			const inputs = new Map<Type, object>();
			for (const type of types) {
				inputs.set(type, await chain.input(type));
			}
			const ask = (type: Type) => chain.ask(type, { ...inputs.get(type) });
			const made: unknown[] = [];
			for (let count = 0; count < most; count += 1) {
				const answer = await ask(types[count % types.length] as Type);
				assert.equal(answer.status, 200, JSON.stringify(answer.body));
				made.push(answer.data.task_id);
			}
			for (const type of types) {
				const refused = await ask(type);
				assert.deepEqual([refused.status, refused.body.code], [429, 2000], type);
				assert.ok(Number(refused.headers.get('retry-after')) >= 1);
			}
			assert.equal((await chain.ask('text_to_model')).status, 200, 'another category');
			await bench().control(`/tasks/${made[0]}`, { status: 'failed' });
			assert.equal((await ask(types[0] as Type)).status, 200);
			assert.equal((await ask(types[0] as Type)).body.code, 2000, category);
		});
	}

	it('lets an account have ten tasks of all categories together', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		for (const [type, count] of [
			['texture_model', 5],
			['highpoly_to_lowpoly', 3],
			['text_to_image', 1],
			['text_to_model', 1],
		] as const) {
			for (let made = 0; made < count; made += 1) {
				assert.equal((await chain.ask(type, { input })).status, 200);
			}
		}
		const refused = await chain.ask('animate_prerigcheck', { input });
		assert.deepEqual([refused.status, refused.body.code], [429, 2000]);
	});

	it('can be given other slots in each category', async () => {
		await bench().control('/accounts', { slots: { image: 2, mesh: 0 } });
		const chain = new Chain(bench());
		assert.equal((await chain.ask('text_to_image')).status, 200);
		assert.equal((await chain.ask('text_to_image')).status, 200);
		assert.equal((await chain.ask('text_to_image')).body.code, 2000);
		await bench().advance(1000);
		const input = await chain.one('text_to_model');
		assert.equal((await chain.ask('mesh_segmentation', { input })).body.code, 2000);
	});
});
