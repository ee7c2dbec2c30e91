import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import type { JobQueue } from '../core/jobs/queue';
import { invalid, readOperation, readOptions } from '../core/jobs/readRequest';
import { taskOf } from '../core/jobs/record';
import type { JobRequest } from '../core/jobs/request';
import { specOf } from '../core/providers/catalogues';
import { type ProviderId, providerIds } from '../core/providers/provider';
import type { Order } from '../core/recipes/order';
import { readStep } from '../core/recipes/readRecipes';
import type { Inputs } from '../core/recipes/recipe';
import { mostVariants } from '../core/recipes/variants';
import type { GenerateRequest } from './api';
import { guessViews, mostViews } from './inputs/viewGuess';
import type { Placing } from './placement';
import { type StartingPoint, startingPointOf, startingPointOfJob } from './startingPoint';

/** What a command or another extension wants made, and where. */
export type Wish = Order & Placing;

/**
 * Reads a request of the API or of a command's argument; rejects with `requestInvalid` for what it cannot mean.
 * What the service would refuse is left to the catalogue.
 */
export async function readRequest(
	request: GenerateRequest,
	queue: JobQueue,
	account: () => Promise<ProviderId>,
): Promise<Wish> {
	const operation = readOperation(request.operation);
	const start = request.source === undefined ? undefined : await sourceIn(request.source, queue);
	const provider = providerIn(request.provider) ?? start?.provider ?? (await account());
	const folder = request.output && localPath(request.output);
	const followUps = (request.then ?? []).map(readStep);
	const resource = request.images?.[0];
	return {
		provider,
		request: {
			operation,
			...inputsIn(request, provider, operation),
			...(start ? { source: start.source } : {}),
			options: readOptions(request.options),
		},
		...(followUps.length > 0 ? { followUps } : {}),
		...(request.count === undefined ? {} : { count: countIn(request.count) }),
		...(folder ? { folder } : {}),
		...(start?.name ? { name: start.name } : {}),
		...(resource ? { resource } : {}),
	};
}

function inputsIn(
	{ prompt, images }: GenerateRequest,
	provider: ProviderId,
	operation: JobRequest['operation'],
): Inputs {
	const paths = images?.map(localPath);
	return {
		...(prompt === undefined ? {} : { prompt: String(prompt).trim() }),
		...(paths && asPictures(provider, operation, paths)),
	};
}

/** Pictures in their order, or by the sides that they show: as the operation takes them. */
export function asPictures(
	provider: ProviderId,
	operation: JobRequest['operation'],
	paths: readonly string[],
): Inputs {
	const { inputs } = specOf(provider, operation);
	if (inputs.images || !inputs.views) return { images: paths };
	if (paths.length > mostViews) throw invalid(`it takes up to ${mostViews} views, ${paths.length} are given`);
	return { views: guessViews(paths) };
}

function providerIn(provider: unknown): ProviderId | undefined {
	const known = providerIds.find((id) => id === provider);
	if (provider !== undefined && !known) throw invalid(`“${String(provider)}” is not a provider`);
	return known;
}

/** A job of ours by its id or its task’s, an asset in the workspace, or a task that nobody here knows. */
async function sourceIn(
	source: string | vscode.Uri,
	queue: JobQueue,
): Promise<Pick<StartingPoint, 'source'> & Partial<StartingPoint>> {
	if (typeof source === 'string' && !source.startsWith('file:')) {
		const job = queue.find(source) ?? queue.list().find(({ state }) => taskOf(state)?.id === source);
		return job ? startingPointOfJob(job) : { source: { kind: 'task', id: source } };
	}
	const uri = typeof source === 'string' ? vscode.Uri.parse(source) : source;
	localPath(uri);
	return startingPointOf(queue, uri);
}

function countIn(count: unknown): number {
	if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > mostVariants)
		throw invalid(`“count” must be a whole number from 1 to ${mostVariants}`);
	return count;
}

function localPath(uri: vscode.Uri): string {
	if (uri.scheme !== 'file' || !isAbsolute(uri.fsPath))
		throw invalid(`${uri.toString()} is not a local file`);
	return uri.fsPath;
}
