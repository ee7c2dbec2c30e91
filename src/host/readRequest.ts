import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import type { ResolvedSource, SourceResolver } from '../core/jobs/drafts/sourceResolver';
import { type ProviderId, providerIds } from '../core/model/account';
import type { GenerateRequest, GenerateStep, Inputs } from '../core/model/generateRequest';
import { trimmed } from '../core/model/promptText';
import type { Operation, RequestOptions } from '../core/model/request';
import { invalid, isPlainObject, readOperation, readOptions } from '../core/model/requestFields';
import { applyPreset, type Preset } from '../core/presets/preset';
import { readStep } from '../core/presets/presetSetting';
import { mostVariants } from '../core/presets/variants';
import { guessViews, mostViews } from '../core/presets/viewGuess';
import { problemsOf } from '../core/providers/catalogue/check';
import { specOf } from '../core/providers/catalogues';
import type { GenerateRequest as ApiRequest } from './api';

/** A request among several; see the core's GenerateRequest for its label. */
export type LabelledRequest = ApiRequest & { readonly label?: string };

/** What a request is read against. */
export interface RequestContext {
	readonly sources: SourceResolver;
	presets(provider: ProviderId, resource: vscode.Uri | undefined): readonly Preset[];
	/** The account of a request that names none; rejects when there is none. */
	account(): Promise<ProviderId>;
}

/**
 * Reads a request of the API or of a command's argument; rejects with `requestInvalid` for what it cannot mean.
 * What the service would refuse is left to the catalogue.
 */
export async function readRequest(
	{ label, ...asked }: LabelledRequest,
	{ sources, presets, account }: RequestContext,
): Promise<GenerateRequest> {
	const operation = readOperation(asked.operation);
	const from = asked.source === undefined ? undefined : await sourceIn(asked.source, sources);
	const provider = providerIn(asked.provider) ?? from?.provider ?? (await account());
	const [resource] = asked.images ?? [];
	const request: GenerateRequest = {
		provider,
		operation,
		...inputsIn(asked, provider, operation),
		...(from ? { source: from.source } : {}),
		options: optionsIn(asked.options),
		followUps: stepsIn(asked.then),
		...(asked.count === undefined ? {} : { count: countIn(asked.count) }),
	};
	const { preset } = asked;
	const whole = preset === undefined ? request : withPreset(request, preset, presets(provider, resource));
	return {
		...whole,
		label,
		folder: asked.output ? localPath(asked.output) : from?.folder,
		name: from?.name ?? whole.name,
	};
}

function stepsIn(steps: unknown = []): GenerateStep[] {
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
function withPreset(request: GenerateRequest, title: string, presets: readonly Preset[]): GenerateRequest {
	const { provider, followUps = [] } = request;
	const made = presets
		.filter((preset) => preset.title.toLowerCase() === title.toLowerCase())
		.flatMap((preset) => applyPreset(preset, request) ?? []);
	const fits = (one: GenerateRequest): boolean =>
		problemsOf(specOf(provider, one.operation), one).length === 0;
	const chosen = made.find(fits) ?? made[0];
	if (!chosen) throw invalid(`there is no preset “${title}” for ${request.operation}`);
	return {
		...chosen,
		options: { ...chosen.options, ...request.options },
		followUps: [...(chosen.followUps ?? []), ...followUps],
	};
}

function inputsIn({ prompt, images }: ApiRequest, provider: ProviderId, operation: Operation): Inputs {
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

/** A job or task by its id, or an asset by its file. */
async function sourceIn(source: string | vscode.Uri, sources: SourceResolver): Promise<ResolvedSource> {
	if (typeof source === 'string' && !source.startsWith('file:')) return sources.ofId(source);
	return sources.ofAsset(localPath(typeof source === 'string' ? vscode.Uri.parse(source) : source));
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
