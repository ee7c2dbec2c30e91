import {
	type JobRequest,
	type Operation,
	type OptionValue,
	type Source,
	type ViewName,
	viewNames,
} from '../../../src/core/model/request';
import type { OperationSpec, ParameterSpec } from '../../../src/core/providers/catalogue/operationSpec';
import type { Dice } from '../../crash/plan/dice';

/** What random requests may be made from. */
export interface Material {
	/** Paths. */
	readonly pictures: readonly string[];
	readonly models: readonly string[];
	/** Jobs and tasks. */
	readonly sources: readonly Source[];
}

/** A request as a careless user would make it: often good, often wrong in one point or another. */
export function randomRequest(
	operation: Operation,
	spec: OperationSpec,
	material: Material,
	dice: Dice,
): JobRequest {
	const { prompt, images, views, source } = spec.inputs;
	const wordy = prompt && dice.chance(prompt.required ? 0.95 : 0.5);
	const pictures = images && dice.chance(images.least > 0 ? 0.95 : 0.5);
	const sided = views && dice.chance(0.5);
	const going = source && dice.chance(source.required ? 0.98 : 0.5);
	return {
		operation,
		...(wordy ? { prompt: dice.chance(0.05) ? 'x'.repeat(prompt.longest + 1) : 'a knight' } : {}),
		...(pictures ? { images: some(material.pictures, dice.chance(0.6) ? 1 : images.most + 1, dice) } : {}),
		...(sided ? { views: randomViews(material, dice) } : {}),
		...(going ? { source: randomSource(material, dice) } : {}),
		options: randomOptions(spec, material, dice),
	};
}

function randomSource({ models, sources }: Material, dice: Dice): Source {
	if (models.length > 0 && dice.chance(0.2)) return { kind: 'file', path: dice.one(models) };
	return dice.one(sources);
}

function randomViews({ pictures }: Material, dice: Dice): Partial<Record<ViewName, string>> {
	const all = dice.chance(0.5);
	return Object.fromEntries(
		viewNames.filter(() => all || dice.chance(0.6)).map((name) => [name, dice.one(pictures)]),
	);
}

function randomOptions(spec: OperationSpec, material: Material, dice: Dice): Record<string, OptionValue> {
	const options: Record<string, OptionValue> = {};
	// From none to many: a request with everything in it would hardly ever be good.
	const appetite = dice.one([0, 0.1, 0.2, 0.5]);
	if (spec.models && dice.chance(0.7)) options[spec.models.option] = dice.one(spec.models.list).id;
	const family = spec.models?.list.find(({ id }) => id === options[spec.models?.option ?? ''])?.family;
	for (const parameter of spec.parameters) {
		const foreign = family && parameter.families && !parameter.families.includes(family);
		const likely = parameter.required ? 0.97 : foreign ? appetite / 10 : appetite;
		if (dice.chance(likely)) options[parameter.name] = randomValue(parameter, material, dice);
	}
	return options;
}

function randomValue(parameter: ParameterSpec, { pictures }: Material, dice: Dice): OptionValue {
	switch (parameter.type) {
		case 'boolean':
			return dice.chance(0.5);
		case 'enum':
			return dice.one(parameter.pixels && dice.chance(0.3) ? sizes : parameter.values);
		case 'picture':
			return dice.one(dice.chance(0.9) ? pictures : ['a.png']);
		case 'pictures':
			return some(pictures, parameter.most + 1, dice);
		case 'task':
			throw new Error(`${parameter.name}: Tripo has no such parameter`);
		case 'text':
			return 'x'.repeat(dice.one([1, parameter.longest, parameter.longest + 1]));
		case 'integer':
		case 'number': {
			const { min, max } = dice.one(parameter.ranges);
			const between = min + dice.fraction() * (max - min);
			const value = dice.one([min, max, between, between, between, min - 1, max + 1]);
			return parameter.type === 'integer' ? Math.round(value) : value;
		}
		case 'list':
			return some(parameter.values ?? ['helmet', 'cape', 'body'], Math.min(parameter.most + 1, 7), dice);
		case 'viewPrompts': {
			const views = viewNames.filter(() => dice.chance(0.5));
			return views.map((view) => ({
				view,
				prompt: dice.chance(0.9) ? 'red' : 'x'.repeat(parameter.longest + 1),
			}));
		}
	}
}

/** In pixels: some that every model takes, and some that are too small, too large, too long or uneven. */
const sizes = [
	'1024x1024',
	'1920x1088',
	'3840x2160',
	'800x800',
	'1000x1000',
	'2048x512',
	'64x64',
	'12x',
	'1024×1024',
];

/** One to so many of them, hardly ever one twice. */
function some<T>(all: readonly T[], most: number, dice: Dice): T[] {
	const count = dice.chance(0.05) ? 0 : dice.whole(1, most);
	return Array.from({ length: count }, () => dice.one(all));
}
