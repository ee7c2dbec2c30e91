import type { Operation } from '../../jobs/request';
import { findTripoModel, type ModelFamily } from './models';

/** What a parameter may hold; `families` names the model families that take it (all when absent). */
type Parameter = {
	readonly operations?: readonly Operation[];
	readonly families?: readonly ModelFamily[];
} & (
	| { readonly type: 'boolean' | 'string' }
	| { readonly type: 'integer'; readonly min: number; readonly max: number }
	| { readonly type: 'enum'; readonly values: readonly string[] }
);

const fromPictures: readonly Operation[] = ['imageToModel', 'multiviewToModel'];
const seed = { type: 'integer', min: 0, max: 2 ** 31 - 1 } as const;

/**
 * The parameters of the three generation calls. P models answer 400 to `quad`, `geometry_quality`,
 * `smart_low_poly` and `generate_parts` even when they are false, so a key that a family does not take is
 * never sent.
 */
const parameters: Readonly<Record<string, Parameter>> = {
	model: { type: 'string' },
	negative_prompt: { type: 'string', operations: ['textToModel'] },
	image_seed: { ...seed, operations: ['textToModel'] },
	model_seed: seed,
	texture_seed: seed,
	face_limit: { type: 'integer', min: 48, max: 2_000_000 },
	texture: { type: 'boolean' },
	pbr: { type: 'boolean' },
	texture_quality: { type: 'enum', values: ['fast', 'standard', 'detailed', 'extreme'] },
	texture_version: { type: 'string' },
	delight: { type: 'boolean' },
	geometry_quality: { type: 'enum', values: ['standard', 'detailed'], families: ['H3.1', 'H3.0'] },
	auto_size: { type: 'boolean' },
	quad: { type: 'boolean', families: ['H3.1', 'H3.0', 'H2.5', 'P2'] },
	smart_low_poly: { type: 'boolean', families: ['H3.1', 'H3.0', 'H2.5'] },
	generate_parts: { type: 'boolean', families: ['H3.1', 'H3.0', 'H2.5'] },
	compress: { type: 'enum', values: ['geometry'] },
	export_uv: { type: 'boolean' },
	export_orientation: { type: 'enum', values: ['+x', '-x', '+y', '-y'] },
	enable_image_autofix: { type: 'boolean', operations: fromPictures },
	texture_alignment: { type: 'enum', values: ['original_image', 'geometry'], operations: fromPictures },
	orientation: { type: 'enum', values: ['default', 'align_image'], operations: fromPictures },
};

/** P families refuse a larger `face_limit`; H families clamp by themselves. */
const faceCeiling: Partial<Record<ModelFamily, number>> = { P1: 20_000, P2: 50_000 };

export function largestFaceLimit(family: ModelFamily | undefined): number {
	return (family && faceCeiling[family]) ?? 2_000_000;
}

/**
 * Why the service would refuse these options, as one sentence each; empty when it would take them.
 * A model that is not in the table is taken as it is: it may be newer than we are.
 */
export function refusedOptions(operation: Operation, options: Readonly<Record<string, unknown>>): string[] {
	const family = findTripoModel(String(options.model ?? ''))?.family;
	const problems = Object.entries(options).flatMap(([name, value]) => {
		// Own keys only: “constructor” is no parameter either.
		const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
		if (!parameter) return [`“${name}” is not a parameter of this operation`];
		if (parameter.operations && !parameter.operations.includes(operation))
			return [`“${name}” does not go with ${operation}`];
		if (family && parameter.families && !parameter.families.includes(family))
			return [`model ${family} does not take “${name}”`];
		return wrongValue(name, value, parameter);
	});
	const ceiling = family && faceCeiling[family];
	if (ceiling && Number(options.face_limit) > ceiling)
		problems.push(`“face_limit” is at most ${ceiling} with ${family}`);
	if (options.generate_parts === true && (options.texture !== false || options.pbr !== false))
		problems.push('“generate_parts” needs “texture” and “pbr” set to false');
	return problems;
}

function wrongValue(name: string, value: unknown, parameter: Parameter): string[] {
	switch (parameter.type) {
		case 'boolean':
		case 'string':
			return typeof value === parameter.type ? [] : [`“${name}” must be a ${parameter.type}`];
		case 'integer': {
			const { min, max } = parameter;
			const fits = Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
			return fits ? [] : [`“${name}” must be a whole number from ${min} to ${max}`];
		}
		case 'enum':
			return parameter.values.includes(String(value))
				? []
				: [`“${name}” must be one of ${parameter.values.join(', ')}`];
	}
}
