import { PropsmithError } from '../model/errors';
import type { GenerateStep } from '../model/generateRequest';
import type { Operation } from '../model/request';
import { invalid, isPlainObject, readOperation, readOptions } from '../model/requestFields';
import { portableOptions } from '../providers/catalogue/references';
import { catalogueOf } from '../providers/catalogues';
import type { FirstStep, Preset, Service } from './preset';

/** A preset as the setting has it, under its title. */
export interface PresetSetting {
	readonly description?: string;
	readonly provider?: string;
	readonly steps: readonly FirstStep[];
}

/**
 * The presets of the setting `propsmith.presets`, which anybody may have written: what cannot be read is left out,
 * with a sentence that says why.
 */
export function readPresets(setting: unknown): { recipes: Preset[]; problems: string[] } {
	const recipes: Preset[] = [];
	const problems: string[] = [];
	for (const [title, preset] of Object.entries(isPlainObject(setting) ? setting : {})) {
		try {
			recipes.push(readPreset(title, preset));
		} catch (error) {
			if (!(error instanceof PropsmithError)) throw error;
			problems.push(`The preset “${title}” cannot be used: ${error.jobError.detail}.`);
		}
	}
	return { recipes, problems };
}

function readPreset(title: string, preset: unknown): Preset {
	if (!isPlainObject(preset)) throw invalid('it must be an object');
	const { description, provider, steps } = preset;
	if (provider !== undefined && provider !== 'tripo' && provider !== 'meshy')
		throw invalid(`“${String(provider)}” is not a provider`);
	if (!Array.isArray(steps) || steps.length === 0) throw invalid('it has no steps');
	const [first, ...others] = steps as readonly unknown[];
	return {
		title,
		...(typeof description === 'string' ? { description } : {}),
		...(provider ? { service: provider } : {}),
		steps: [readFirst(first), ...others.map(readStep)],
	};
}

function readFirst(step: unknown): FirstStep {
	if (isPlainObject(step) && step.operation === undefined) return readRest(step);
	return readStep(step);
}

/** Reads one step of a chain; rejects with `requestInvalid`. */
export function readStep(step: unknown): GenerateStep {
	if (!isPlainObject(step)) throw invalid('a step must be an object');
	return { operation: readOperation(step.operation), ...readRest(step) };
}

function readRest({
	prompt,
	options,
	keep,
}: Readonly<Record<string, unknown>>): Omit<GenerateStep, 'operation'> {
	if (prompt !== undefined && typeof prompt !== 'string') throw invalid('“prompt” must be a text');
	return {
		...(prompt === undefined ? {} : { prompt }),
		...(options === undefined ? {} : { options: readOptions(options) }),
		...(keep === true ? { keep } : {}),
	};
}

/**
 * A recipe as the setting has it; its first step is one of `operation`. Pictures of this machine and tasks that the
 * service will forget are left out: a preset is for everywhere and always.
 */
export function toPresetSetting(
	{ description, steps }: Preset,
	service: Service,
	operation: Operation,
): PresetSetting {
	const portable = steps.map((step) => {
		const spec = catalogueOf(service).operations[step.operation ?? operation];
		return step.options ? { ...step, options: portableOptions(spec, step.options) } : step;
	});
	return { ...(description === undefined ? {} : { description }), provider: service, steps: portable };
}
