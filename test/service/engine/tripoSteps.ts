import assert from 'node:assert/strict';
import { assetName } from '../../../src/core/assets/naming';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import type { JobRequest, Operation, RequestOptions, Source } from '../../../src/core/model/request';
import { EngineHarness, type Run } from '../engineHarness';

/** The service's own names, kept apart from the client's table. */
export const typeOf: Readonly<Partial<Record<Operation, string>>> = {
	textToModel: 'text_to_model',
	imageToModel: 'image_to_model',
	multiviewToModel: 'multiview_to_model',
	texture: 'texture_model',
	convert: 'convert_model',
	import: 'import_model',
	stylize: 'stylize_model',
	segment: 'mesh_segmentation',
	complete: 'mesh_completion',
	decimate: 'highpoly_to_lowpoly',
	rigCheck: 'animate_prerigcheck',
	rig: 'animate_rig',
	retarget: 'animate_retarget',
	textToImage: 'text_to_image',
	imageToImage: 'generate_image',
	imageToMultiview: 'generate_multiview_image',
	editMultiview: 'edit_multiview_image',
};

/** A job that came to its end, and the task that it was for. */
export type Done = JobRecord & { readonly state: { readonly kind: 'done' } };

/** Makes things from each other at the sandbox, as a user would: each step when the one before it is done. */
export class TripoSteps {
	private readonly made = new Map<string, Promise<Done>>();

	private constructor(
		readonly harness: EngineHarness,
		readonly run: Run,
	) {}

	static async open(): Promise<TripoSteps> {
		const harness = await EngineHarness.open();
		const { key } = harness.accounts;
		const rates = { generation: 100_000, upload: 100_000 };
		await harness.sandbox.control('/accounts', { key, rates, balance: 100_000 });
		return new TripoSteps(harness, await harness.start());
	}

	/** Names it as the host does, after what it goes on from. */
	async start(request: JobRequest): Promise<string> {
		const { source } = request;
		const before = source?.kind === 'job' ? this.run.journal.get(source.id).destination.name : undefined;
		const [id = ''] = await this.harness.makeNamed(this.run, assetName(request, before), request);
		return id;
	}

	async end(request: JobRequest): Promise<JobRecord> {
		const kinds = ['done', 'failed', 'refused', 'blocked', 'uncertain'] as const;
		return this.harness.until(this.run, await this.start(request), ...kinds);
	}

	async make(request: JobRequest): Promise<Done> {
		const job = await this.end(request);
		assert.equal(job.state.kind, 'done', JSON.stringify(job.state));
		return job as Done;
	}

	/** The same thing for all who ask for it by the same words. */
	once(name: string, request: () => Promise<JobRequest> | JobRequest): Promise<Done> {
		const making = this.made.get(name) ?? Promise.resolve(request()).then((complete) => this.make(complete));
		this.made.set(name, making);
		return making;
	}

	knight(): Promise<Done> {
		return this.once('knight', () => ({ operation: 'textToModel', prompt: 'knight', options: {} }));
	}

	/** An operation on the knight. */
	async onKnight(operation: Operation, options: RequestOptions = {}): Promise<JobRequest> {
		return { operation, source: from(await this.knight()), options };
	}

	rig(options: RequestOptions = {}): Promise<Done> {
		return this.once(`rig ${JSON.stringify(options)}`, () => this.onKnight('rig', options));
	}

	async views(): Promise<Done> {
		const concept = await this.concept();
		return this.once('views', () => ({
			operation: 'imageToMultiview',
			images: [fileOf(concept)],
			options: {},
		}));
	}

	concept(): Promise<Done> {
		return this.once('concept', () => ({ operation: 'textToImage', prompt: 'robot', options: {} }));
	}

	/** The body of the paid POST that made a job's task, with a word for each id. */
	async bodyOf({ state }: Done): Promise<unknown> {
		const post = (await this.harness.sandbox.posts()).find(({ taskId }) => taskId === state.task.id);
		let text = JSON.stringify(post?.body).replaceAll(/file_[0-9a-f-]{36}/g, 'a file');
		for (const { destination, state: other } of this.run.journal.all())
			if (other.kind === 'done') text = text.replaceAll(other.task.id, `the task of ${destination.name}`);
		return JSON.parse(text);
	}

	close(): Promise<void> {
		return this.harness.close();
	}
}

export function from({ id }: Done): Source {
	return { kind: 'job', id };
}

export function fileOf({ state }: Done, index = 0): string {
	return state.files[index]?.path ?? assert.fail(`there is no file ${index}`);
}
