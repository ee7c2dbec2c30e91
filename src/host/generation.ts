import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import { assetName } from '../core/assets/naming';
import { PropsmithError } from '../core/errors';
import type { NewJob } from '../core/jobs/draft';
import type { JobQueue } from '../core/jobs/queue';
import type { JobRecord } from '../core/jobs/record';
import type { JobRequest, RequestOptions } from '../core/jobs/request';
import { rangeOf } from '../core/providers/catalogue/check';
import { factsOf, parameter } from '../core/providers/catalogue/facts';
import { specOf } from '../core/providers/catalogues';
import { type ProviderId, providerIds } from '../core/providers/provider';
import type { AccountDirectory } from './accountDirectory';
import type { GenerateRequest, JobHandle } from './api';
import { guessViews } from './inputs/viewGuess';
import { jobInfo } from './jobInfo';
import { outputFolder } from './placement';
import type { Settings } from './settings';

/** What a command or another extension wants made, with everything that settings fill in left open. */
export interface Wish {
	readonly request: JobRequest;
	/** The account; the chosen one when absent. */
	readonly provider?: ProviderId;
	/** A folder; the output folder of `resource` when absent. */
	readonly folder?: string;
	/** What was clicked, for multi-root workspaces. */
	readonly resource?: vscode.Uri;
}

/** The host's one way into the engine: trust, account, place and defaults; the engine's guard does the rest. */
export class Generation {
	constructor(
		private readonly queue: JobQueue,
		private readonly accounts: AccountDirectory,
		private readonly settings: Settings,
	) {}

	async start(wishes: readonly Wish[], options: { alwaysConfirm?: boolean } = {}): Promise<JobHandle[]> {
		if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
		const jobs: NewJob[] = [];
		for (const wish of wishes) jobs.push(await this.newJob(wish));
		return (await this.queue.generate(jobs, options)).map((job) => this.handle(job));
	}

	/** The parameters that settings stand for, where a request leaves them open. */
	private defaults(
		provider: ProviderId,
		request: JobRequest,
		resource: vscode.Uri | undefined,
	): RequestOptions {
		const spec = specOf(provider, request.operation);
		const { models } = spec;
		// The setting names a model of Tripo's; the sandbox speaks its protocol.
		const model = models && provider !== 'meshy' && { [models.option]: this.settings.tripoModel(resource) };
		const options = { ...model, ...request.options };
		const faces = this.settings.faceLimit(resource);
		const limit = parameter(spec, 'face_limit');
		if (faces === undefined || limit?.type !== 'integer' || options.face_limit !== undefined) return options;
		const { max } = rangeOf(limit.ranges, factsOf(spec, { ...request, options }));
		return { ...options, face_limit: Math.min(faces, max) };
	}

	private async newJob(wish: Wish): Promise<NewJob> {
		const provider = wish.provider ?? (await this.accounts.current());
		if (!provider) throw new PropsmithError('keyMissing');
		const options = this.defaults(provider, wish.request, wish.resource);
		const request = { ...wish.request, options };
		const folder = wish.folder ?? outputFolder(this.settings, wish.resource);
		if (!folder) throw new PropsmithError('noFolder');
		return { provider, request, destination: { folder, name: assetName(request) } };
	}

	private handle({ id }: JobRecord): JobHandle {
		const gone = new PropsmithError('jobUnknown', { detail: id });
		const done = this.queue.settled(id).then(jobInfo, () => ({
			id,
			operation: '',
			state: 'removed',
			files: [],
			error: { code: gone.code, message: gone.message },
		}));
		return { id, done };
	}
}

/** Reads a request of the API or of a command's argument; rejects what it cannot mean. */
export function wishOf(request: GenerateRequest): Wish {
	const { provider } = request;
	if (provider !== undefined && !providerIds.includes(provider))
		throw invalid(`“${String(provider)}” is not a provider`);
	if (request.source !== undefined) throw invalid('no operation of this version takes a source');
	const images = (request.images ?? []).map(localPath);
	const folder = request.output && localPath(request.output);
	return {
		request: jobRequest(request, images, optionsOf(request.options)),
		...(provider ? { provider } : {}),
		...(folder ? { folder } : {}),
		...(request.images?.[0] ? { resource: request.images[0] } : {}),
	};
}

function jobRequest(
	request: GenerateRequest,
	images: readonly string[],
	options: RequestOptions,
): JobRequest {
	switch (request.operation) {
		case 'textToModel':
			return { operation: 'textToModel', prompt: String(request.prompt ?? '').trim(), options };
		case 'imageToModel':
			if (images.length !== 1) throw invalid(`imageToModel takes one picture, ${images.length} are given`);
			return { operation: 'imageToModel', images, options };
		case 'multiviewToModel':
			if (images.length < 2 || images.length > 4)
				throw invalid(`multiviewToModel takes two to four pictures, ${images.length} are given`);
			return { operation: 'multiviewToModel', views: guessViews(images), options };
		default:
			throw invalid(`“${request.operation}” is not an operation of this version`);
	}
}

function optionsOf(options: Readonly<Record<string, unknown>> = {}): RequestOptions {
	for (const [name, value] of Object.entries(options))
		if (!['string', 'number', 'boolean'].includes(typeof value))
			throw invalid(`option “${name}” must be a text, a number or true/false`);
	return options as RequestOptions;
}

function localPath(uri: vscode.Uri): string {
	if (uri.scheme !== 'file' || !isAbsolute(uri.fsPath))
		throw invalid(`${uri.toString()} is not a local file`);
	return uri.fsPath;
}

function invalid(detail: string): PropsmithError {
	return new PropsmithError('requestInvalid', { detail });
}
