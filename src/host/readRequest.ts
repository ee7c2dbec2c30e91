import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import type { JobQueue } from '../core/jobs/runner/queue';
import { type ProviderId, providerIds } from '../core/model/account';
import { taskOf } from '../core/model/jobRecord';
import { trimmed } from '../core/model/promptText';
import { invalid, isPlainObject, readOperation, readOptions } from '../core/model/readRequest';
import type { Operation, RequestOptions } from '../core/model/request';
import type { Order } from '../core/presets/order';
import {
	applyPreset,
	type Inputs,
	type Preset,
	type PresetRequest,
	type PresetStep,
} from '../core/presets/preset';
import { readStep } from '../core/presets/presetSetting';
import { mostVariants } from '../core/presets/variants';
import { problemsOf } from '../core/providers/catalogue/check';
import { specOf } from '../core/providers/catalogues';
import type { GenerateRequest } from './api';
import { guessViews, mostViews } from './forms/viewGuess';
import type { Placing } from './placement';
import { type StartingPoint, startingPointOf, startingPointOfJob } from './startingPoint';

/** What a command or another extension wants made, and where. */
export type Wish = Order & Placing;

/** What a request is read against. */
export interface RequestContext {
	readonly queue: JobQueue;
	presets(provider: ProviderId, resource: vscode.Uri | undefined): readonly Preset[];
	/** The account of a request that names none; rejects when there is none. */
	account(): Promise<ProviderId>;
}

/**
 * Reads a request of the API or of a command's argument; rejects with `requestInvalid` for what it cannot mean.
 * What the service would refuse is left to the catalogue.
 */
export async function readRequest(
	request: GenerateRequest,
	{ queue, presets, account }: RequestContext,
): Promise<Wish> {
	const operation = readOperation(request.operation);
	const start = request.source === undefined ? undefined : await sourceIn(request.source, queue);
	const provider = providerIn(request.provider) ?? start?.provider ?? (await account());
	const [resource] = request.images ?? [];
	const order: Order = {
		provider,
		request: {
			operation,
			...inputsIn(request, provider, operation),
			...(start ? { source: start.source } : {}),
			options: optionsIn(request.options),
		},
		followUps: stepsIn(request.then),
		...(request.count === undefined ? {} : { count: countIn(request.count) }),
	};
	const { preset } = request;
	const wish = preset === undefined ? order : withPreset(order, preset, presets(provider, resource));
	return {
		...wish,
		folder: request.output ? localPath(request.output) : start?.folder,
		name: start?.name ?? wish.name,
		resource,
	};
}

function stepsIn(steps: unknown = []): PresetStep[] {
	if (!Array.isArray(steps)) throw invalid('“then” must be a list of steps');
	return steps.map((step) =>
		readStep(
			isPlainObject(step) && step.options !== undefined
				? { ...step, options: plainOptions(step.options) }
				: step,
		),
	);
}

function optionsIn(options: unknown): RequestOptions {
	return readOptions(plainOptions(options));
}

/** Options with the paths of files that are given as addresses. */
function plainOptions(options: unknown): unknown {
	if (!isPlainObject(options)) return options;
	const path = (value: unknown): unknown => (value instanceof vscode.Uri ? localPath(value) : value);
	return Object.fromEntries(
		Object.entries(options).map(([name, value]) => [
			name,
			Array.isArray(value) ? value.map(path) : path(value),
		]),
	);
}

/** What the request says itself goes before what the preset says. */
function withPreset(order: Order, title: string, presets: readonly Preset[]): Order {
	const { provider, request, followUps = [] } = order;
	const cooked = presets
		.filter((recipe) => recipe.title.toLowerCase() === title.toLowerCase())
		.flatMap((recipe) => applyPreset(recipe, provider, request) ?? []);
	const fits = ({ request: made }: PresetRequest): boolean =>
		problemsOf(specOf(provider, made.operation), made).length === 0;
	const chosen = cooked.find(fits) ?? cooked[0];
	if (!chosen) throw invalid(`there is no preset “${title}” for ${request.operation}`);
	return {
		...order,
		...chosen,
		request: { ...chosen.request, options: { ...chosen.request.options, ...request.options } },
		followUps: [...chosen.followUps, ...followUps],
	};
}

function inputsIn({ prompt, images }: GenerateRequest, provider: ProviderId, operation: Operation): Inputs {
	const paths = images?.map(localPath);
	return {
		...(prompt === undefined ? {} : { prompt: trimmed(String(prompt)) }),
		...(paths && asPictures(provider, operation, paths)),
	};
}

/** Pictures as the operation takes them: one by itself, several by the sides that they show where sides count. */
function asPictures(provider: ProviderId, operation: Operation, paths: readonly string[]): Inputs {
	const { images, views } = specOf(provider, operation).inputs;
	if (!views || (paths.length === 1 && images)) return { images: paths };
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
