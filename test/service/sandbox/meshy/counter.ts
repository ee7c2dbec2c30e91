import assert from 'node:assert/strict';
import { freshBench, type MeshyBench } from './bench';

/** What is wrong with a request, and what the refusal names. */
export type Wrong = readonly [body: Record<string, unknown>, named: RegExp, status?: number];

export const nobodys = '01a202ba-5703-7000-b75e-b76852460fcf';
export const glb = { target_formats: ['glb'] };

/** Tries what a fresh sandbox takes and refuses; for use in a `describe`. */
export class Counter {
	readonly bench: () => MeshyBench = freshBench({ meshyTier: 'ultra' });

	/** Each is refused, says why, and leaves nothing behind. */
	async refuses(resource: string, common: object, cases: readonly Wrong[]): Promise<void> {
		const bench = this.bench();
		// The account is opened by the first request, whatever becomes of it.
		await bench.balance();
		const before = await bench.ledger();
		for (const [body, named, status = 400] of cases) {
			const answer = await bench.post(resource, { ...common, ...body });
			const what = `${resource} ${JSON.stringify(body).slice(0, 200)}: ${JSON.stringify(answer.body)}`;
			assert.equal(answer.status, status, what);
			assert.deepEqual(Object.keys(answer.body), ['message'], what);
			assert.match(answer.body.message ?? '', named, what);
		}
		assert.deepEqual(await bench.ledger(), before);
	}

	async takes(resource: string, common: object, bodies: readonly object[]): Promise<void> {
		for (const body of bodies) {
			const answer = await this.bench().post(resource, { ...common, ...body });
			assert.equal(answer.status, 202, `${JSON.stringify(body)}: ${JSON.stringify(answer.body)}`);
		}
	}

	/** The id of a preview that is done. */
	async preview(extra: object = {}): Promise<string> {
		const body = { mode: 'preview', prompt: 'a knight', ...glb, ...extra };
		return (await this.bench().done('text-to-3d', body)).id;
	}

	/** The id of a textured model. */
	async refined(extra: object = {}): Promise<string> {
		const preview_task_id = await this.preview(extra);
		return (await this.bench().done('text-to-3d', { mode: 'refine', preview_task_id, ...glb })).id;
	}

	/** The id of a drawing. */
	async image(extra: object = {}): Promise<string> {
		const body = { ai_model: 'nano-banana', prompt: 'a knight', ...extra };
		return (await this.bench().done('text-to-image', body)).id;
	}
}
