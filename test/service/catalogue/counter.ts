import { inputPictures } from '../../../src/core/jobs/drafts/inputFiles';
import type { JobRequest, Source } from '../../../src/core/model/request';
import { specOf } from '../../../src/core/providers/catalogues';
import type { PreparedRequest } from '../../../src/core/providers/provider';
import { bodyOf } from '../../../src/core/providers/tripo/bodies';
import { callOf } from '../../../src/core/providers/tripo/calls';
import { startSandbox } from '../../../src/sandbox/sandbox';
import { Bench, ledger } from '../sandbox/bench';
import type { Material } from './randomRequest';

/** What the service said to a request. */
export type Verdict =
	| { readonly taken: true; readonly taskId: string }
	| { readonly taken: false; readonly status: number; readonly code: number; readonly message: string };

const slots = { overall: 1e5, h: 1e5, p: 1e5, image: 1e5, processing: 1e5, mesh: 1e5, animation: 1e5 };

/** A sandbox over its counter: requests go in as the client words them, and nobody waits in a queue. */
export class Counter {
	private readonly tokens = new Map<string, string>();
	/** Tokens of what tasks drew. */
	private readonly pictures = new Map<string, string>();
	private readonly jobs = new Map<string, { readonly request: JobRequest; readonly taskId: string }>();

	private constructor(private readonly bench: Bench) {}

	static async open(seed: number): Promise<Counter> {
		const bench = new Bench(await startSandbox({ speed: 0, seed }));
		await bench.control('/accounts', { slots, balance: 1e9, rates: { generation: 1e6, upload: 1e6 } });
		return new Counter(bench);
	}

	/** Makes a file known under a path. */
	async upload(path: string, bytes: Uint8Array): Promise<void> {
		this.tokens.set(path, await this.bench.token(path.slice(1), bytes));
	}

	/** Makes a task that others may go on from, as a job of that name. */
	async prepare(name: string, request: JobRequest): Promise<void> {
		const verdict = await this.ask(request);
		if (!verdict.taken) throw new Error(`${name}: ${verdict.message}`);
		this.jobs.set(name, { request, taskId: verdict.taskId });
		await this.bench.advance(1000);
	}

	/** The source that is such a job. */
	source(name: string): Source {
		return { kind: 'job', id: name };
	}

	/** Everything that requests may be made from. */
	material(): Material {
		const paths = [...this.tokens.keys()];
		return {
			pictures: paths.filter((path) => path.endsWith('.png')),
			models: paths.filter((path) => !path.endsWith('.png')),
			sources: [...this.jobs.keys()].map((name) => this.source(name)),
		};
	}

	/** What made a source. */
	originOf(source: Source): { provider: 'tripo'; request: JobRequest } | undefined {
		const job = source.kind === 'job' ? this.jobs.get(source.id) : undefined;
		return job && { provider: 'tripo', request: job.request };
	}

	async ask(request: JobRequest): Promise<Verdict> {
		const { source } = request;
		const sourceTaskId = source?.kind === 'job' ? this.jobs.get(source.id)?.taskId : undefined;
		const paths = [
			...inputPictures({ provider: 'tripo', request }),
			...(source?.kind === 'file' ? [source.path] : []),
		];
		const tokens = new Map(paths.map((path) => [path, this.tokens.get(path) ?? path]));
		const from = sourceTaskId === undefined ? {} : await this.sourceOf(request, sourceTaskId);
		const body = bodyOf({ request, tokens, ...from });
		const answer = await this.bench.call('POST', callOf(request.operation).path, { body });
		if (answer.status === 200) return { taken: true, taskId: String(answer.data.task_id) };
		const { code = 0, message = '' } = answer.body;
		return { taken: false, status: answer.status, code, message };
	}

	/** As the service gets it: a task, or its picture where it takes no task. One without a picture has its id only. */
	private async sourceOf(
		{ operation }: JobRequest,
		taskId: string,
	): Promise<Pick<PreparedRequest, 'sourceTaskId' | 'sourcePicture'>> {
		if (specOf('tripo', operation).inputs.source?.as !== 'picture') return { sourceTaskId: taskId };
		const sourcePicture = this.pictures.get(taskId) ?? (await this.tokenOfPicture(taskId)) ?? taskId;
		this.pictures.set(taskId, sourcePicture);
		return { sourcePicture };
	}

	private async tokenOfPicture(taskId: string): Promise<string | undefined> {
		const { generated_image_url: link } = (await this.bench.look(taskId)).output as Record<string, unknown>;
		if (typeof link !== 'string') return undefined;
		return this.bench.token('picture.png', new Uint8Array(await (await fetch(link)).arrayBuffer()));
	}

	/** How a task ends, without waiting for it. */
	async endOf(taskId: string): Promise<Record<string, unknown>> {
		await this.bench.control(`/tasks/${taskId}`, { durationSeconds: 0 });
		return this.bench.look(taskId);
	}

	/** What the sandbox charges for each task. */
	async prices(): Promise<ReadonlyMap<string, number>> {
		return new Map((await ledger(this.bench)).tasks.map(({ taskId, price }) => [taskId, price]));
	}

	/** The model of a job's task. */
	async modelOf(name: string): Promise<Uint8Array> {
		const link = await this.bench.modelLink(this.jobs.get(name)?.taskId ?? '');
		return new Uint8Array(await (await fetch(link)).arrayBuffer());
	}

	close(): Promise<void> {
		return this.bench.sandbox.close();
	}
}
