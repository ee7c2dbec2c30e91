import { slug } from '../assets/naming';
import type { ProviderId } from '../model/account';
import type { GenerateRequest, GenerateStep } from '../model/generateRequest';
import { trimmed } from '../model/promptText';
import type { Operation } from '../model/request';
import { catalogueOf, specOf } from '../providers/catalogues';
import { isFromScratch } from './preferences';

/** A service whose operations and parameters a preset is written in; the sandbox speaks Tripo's. */
export type Service = Exclude<ProviderId, 'sandbox'>;

export function serviceOf(provider: ProviderId): Service {
	return provider === 'sandbox' ? 'tripo' : provider;
}

/** The step that the user's input goes into. Without an operation, any that makes a model of that input. */
export type FirstStep = Omit<GenerateStep, 'operation'> & { readonly operation?: Operation };

/** A preset: how something is made, to be used again and again. */
export interface Preset {
	readonly title: string;
	readonly description?: string;
	/** Whomever its steps fit when absent. */
	readonly service?: Service;
	readonly steps: readonly [FirstStep, ...GenerateStep[]];
}

/**
 * Puts a preset into a request, which has the inputs, and the operation that they are meant for unless the preset has its
 * own. The preset's options and steps take the place of the request's. Undefined for a preset of something else.
 */
export function applyPreset(preset: Preset, request: GenerateRequest): GenerateRequest | undefined {
	const { provider } = request;
	const [first, ...others] = preset.steps;
	if (preset.service && preset.service !== serviceOf(provider)) return undefined;
	const { operations } = catalogueOf(provider);
	const needed = [first.operation ?? request.operation, ...others.map(({ operation }) => operation)];
	if (needed.some((operation) => !operations[operation])) return undefined;
	if (!first.operation && !isFromScratch(specOf(provider, request.operation))) return undefined;
	const words = request.prompt ?? '';
	const prompt = first.prompt === undefined ? request.prompt : withWords(first.prompt, words);
	return {
		...request,
		operation: first.operation ?? request.operation,
		...(prompt === undefined ? {} : { prompt }),
		options: first.options ?? {},
		// The preset may make more of the prompt than was typed.
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
