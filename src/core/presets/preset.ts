import { slug } from '../assets/naming';
import type { ProviderId } from '../model/account';
import { trimmed } from '../model/promptText';
import type { JobRequest, Operation, RequestOptions } from '../model/request';
import { catalogueOf, specOf } from '../providers/catalogues';
import { isFromScratch } from './preferences';

/** A service whose operations and parameters a recipe is written in; the sandbox speaks Tripo's. */
export type Service = Exclude<ProviderId, 'sandbox'>;

export function serviceOf(provider: ProviderId): Service {
	return provider === 'sandbox' ? 'tripo' : provider;
}

/** What a request is made from, without how. */
export type Inputs = Pick<JobRequest, 'prompt' | 'images' | 'views' | 'source'>;

/** One thing to make, with an operation of its own where it is not the same for all. */
export type InputSet = Inputs & {
	readonly operation?: Operation;
	/** See NewJob. */
	readonly label?: string;
};

/** A step that goes on from the one before it. */
export interface PresetStep {
	readonly operation: Operation;
	/** `{prompt}` in it stands for what the user typed. */
	readonly prompt?: string;
	readonly options?: RequestOptions;
	/** Its result is wanted as a file too, though a later step goes on from it. */
	readonly keep?: true;
}

/** The step that the user's input goes into. Without an operation, any that makes a model of that input. */
export type FirstStep = Omit<PresetStep, 'operation'> & { readonly operation?: Operation };

/** A preset: how something is made, to be used again and again. */
export interface Preset {
	readonly title: string;
	readonly description?: string;
	/** Whomever its steps fit when absent. */
	readonly service?: Service;
	readonly steps: readonly [FirstStep, ...PresetStep[]];
}

/** What a recipe makes of an input: the first request, and what follows it. */
export interface PresetRequest {
	readonly request: JobRequest;
	/** What the result is called, where the recipe makes more of the prompt than was typed. */
	readonly name?: string;
	readonly keep?: true;
	readonly followUps: readonly PresetStep[];
}

/**
 * Puts the user's input into a recipe. `request` has the inputs, and the operation that they are meant for unless the
 * recipe has its own; its options give way to the recipe's. Undefined for a recipe of something else.
 */
export function applyPreset(
	recipe: Preset,
	provider: ProviderId,
	request: JobRequest,
): PresetRequest | undefined {
	const [first, ...others] = recipe.steps;
	if (recipe.service && recipe.service !== serviceOf(provider)) return undefined;
	const { operations } = catalogueOf(provider);
	const needed = [first.operation ?? request.operation, ...others.map(({ operation }) => operation)];
	if (needed.some((operation) => !operations[operation])) return undefined;
	if (!first.operation && !isFromScratch(specOf(provider, request.operation))) return undefined;
	const words = request.prompt ?? '';
	const prompt = first.prompt === undefined ? request.prompt : withWords(first.prompt, words);
	return {
		request: {
			...request,
			operation: first.operation ?? request.operation,
			...(prompt === undefined ? {} : { prompt }),
			options: first.options ?? {},
		},
		...(first.prompt !== undefined && words !== '' ? { name: slug(words) } : {}),
		...(first.keep ? { keep: first.keep } : {}),
		followUps: others.map((step) =>
			step.prompt === undefined ? step : { ...step, prompt: withWords(step.prompt, words) },
		),
	};
}

function withWords(template: string, words: string): string {
	return trimmed(template.replaceAll('{prompt}', () => words));
}
