import { isBlank, textProblem } from '../../model/promptText';
import { type JobRequest, type OptionValue, viewNames } from '../../model/request';
import { type Facts, holds, type InputName } from './condition';
import { extensionOf, type FileExtensions, factsOf, mayBe, modelOf, parameter } from './facts';
import type { Choice, OperationSpec, ParameterSpec, Range } from './operationSpec';
import { wrongPixels } from './pixels';
import { wrongReference } from './references';

/**
 * Why the service would refuse this request, as one sentence each; empty when it would take it. A model that is not in
 * the table is taken as it is: it may be newer than we are, so what depends on its family is not checked. `source` is
 * what is known of the task that it goes on from; files that are not among `files` are told by their names.
 */
export function problemsOf(
	spec: OperationSpec,
	request: JobRequest,
	source?: Facts,
	files?: FileExtensions,
): string[] {
	const facts = factsOf(spec, request, source);
	return [
		...wrongInputs(spec, request, facts.inputs, files),
		...wrongOptions(spec, request, facts, files),
		...spec.rules
			.filter(({ when, needs }) => (!when || holds(when, facts)) && !holds(needs, facts))
			.map(({ words }) => words),
	];
}

function wrongInputs(
	spec: OperationSpec,
	request: JobRequest,
	present: ReadonlySet<InputName>,
	files?: FileExtensions,
): string[] {
	const { inputs } = spec;
	const unwanted = [...present]
		.filter((name) => !inputs[name])
		.map((name) => `it takes no ${inputWords[name]}`);
	return [
		...unwanted,
		...wrongPrompt(spec, request),
		...wrongPictures(spec, request, files),
		...(inputs.source?.required && !request.source ? ['it needs a model to go on from'] : []),
		...wrongFile(spec, request, files),
		...exclusive(spec, present),
	];
}

const inputWords = {
	prompt: 'prompt',
	images: 'pictures',
	views: 'views',
	source: 'source',
} as const;

function wrongPrompt({ inputs }: OperationSpec, { prompt = '' }: JobRequest): string[] {
	if (!inputs.prompt) return [];
	if (isBlank(prompt)) return inputs.prompt.required ? ['the prompt is empty'] : [];
	const unreadable = textProblem(prompt);
	if (unreadable) return [`the prompt ${unreadable}`];
	// The services count characters as people do, and blanks at the ends, too.
	const { length } = [...prompt];
	const { longest } = inputs.prompt;
	return length > longest ? [`the prompt has ${length} characters, ${longest} are allowed`] : [];
}

function wrongPictures(
	{ inputs }: OperationSpec,
	{ images = [], views = {} }: JobRequest,
	files?: FileExtensions,
): string[] {
	const problems: string[] = [];
	if (inputs.images) {
		const { least, most } = inputs.images;
		const some = least === 0 ? `at most ${counted(most)}` : `${least} to ${most} pictures`;
		const range = least === most ? counted(least) : some;
		if (images.length < least || images.length > most)
			problems.push(`it takes ${range}, ${images.length} are given`);
		if (images.includes('')) problems.push('no picture is given');
	}
	const { pictureFiles } = inputs;
	for (const path of [...images, ...Object.values(views)])
		if (path !== '' && pictureFiles && !mayBe(pictureFiles, path, files))
			problems.push(`it takes pictures of type ${pictureFiles.join(', ')}, not “${extensionOf(path)}”`);
	if (inputs.views) {
		const count = viewNames.filter((name) => views[name]).length;
		// Where a source may stand for them, having none at all is for the rule of exclusion to judge.
		if (count > 0 || !inputs.exclusive) {
			if (!views.front) problems.push('the views need a front picture');
			if (count < inputs.views.least)
				problems.push(`the views need ${least(inputs.views.least)}, ${count} are given`);
		}
	}
	return problems;
}

function least(views: number): string {
	return views === viewNames.length ? `all of ${viewNames.join(', ')}` : `at least ${counted(views)}`;
}

function counted(pictures: number): string {
	return pictures === 1 ? 'one picture' : pictures === 2 ? 'two pictures' : `${pictures} pictures`;
}

function wrongFile({ inputs }: OperationSpec, { source }: JobRequest, files?: FileExtensions): string[] {
	if (!inputs.source || source?.kind !== 'file') return [];
	const taken = inputs.source.files ?? [];
	if (mayBe(taken, source.path, files)) return [];
	return [
		taken.length === 0
			? 'it goes on from a task, not from a file'
			: `it takes model files of type ${taken.join(', ')}, not “${extensionOf(source.path)}”`,
	];
}

function exclusive({ inputs }: OperationSpec, present: ReadonlySet<InputName>): string[] {
	if (!inputs.exclusive) return [];
	const { of, least } = inputs.exclusive;
	const count = of.filter((name) => present.has(name)).length;
	const names = of.map((name) => inputWords[name]).join(', ');
	if (count > 1) return [`only one of ${names} may be given`];
	return count < least ? [`one of ${names} is needed`] : [];
}

function wrongOptions(
	spec: OperationSpec,
	request: JobRequest,
	facts: Facts,
	files?: FileExtensions,
): string[] {
	const model = modelOf(spec, request);
	const missing = spec.parameters
		.filter(({ name, required }) => required && request.options[name] === undefined)
		.map(({ name }) => `“${name}” is needed`);
	const wrong = Object.entries(request.options).flatMap(([name, value]) => {
		const unreadable = unreadableIn(name, value);
		if (unreadable) return unreadable;
		if (name === spec.models?.option)
			return typeof value === 'string' && value !== '' ? [] : [`“${name}” must be a model’s id`];
		const known = parameter(spec, name);
		if (!known) return [`“${name}” is not a parameter of this operation`];
		if (model && known.families && !known.families.includes(model.family))
			return [`model ${model.label} does not take “${name}”`];
		return wrongValue(spec, known, value, facts, files);
	});
	return [...missing, ...wrong];
}

/** A text of the value, at any depth, that must not be sent. */
function unreadableIn(name: string, value: OptionValue): string[] | undefined {
	if (typeof value === 'string') {
		const problem = textProblem(value);
		return problem === undefined ? undefined : [`“${name}” ${problem}`];
	}
	if (typeof value !== 'object') return undefined;
	const entries: readonly OptionValue[] = Array.isArray(value) ? value : Object.values(value);
	return entries.map((entry) => unreadableIn(name, entry)).find(Boolean);
}

function wrongValue(
	spec: OperationSpec,
	known: ParameterSpec,
	value: OptionValue,
	facts: Facts,
	files?: FileExtensions,
): string[] {
	const { name } = known;
	switch (known.type) {
		case 'boolean':
			return typeof value === 'boolean' ? [] : [`“${name}” must be true or false`];
		case 'text':
			return typeof value === 'string' && [...value].length <= known.longest
				? []
				: [`“${name}” must be a text of at most ${known.longest} characters`];
		case 'integer':
		case 'number': {
			const { min, max } = rangeOf(known.ranges, facts);
			const fits =
				typeof value === 'number' &&
				(known.type === 'number' ? Number.isFinite(value) : Number.isInteger(value)) &&
				value >= min &&
				value <= max &&
				(known.step === undefined || Number.isInteger(value / known.step));
			const what = known.type === 'number' ? 'a number' : 'a whole number';
			const steps = known.step === undefined ? '' : ` in steps of ${known.step}`;
			return fits ? [] : [`“${name}” must be ${what} from ${min} to ${max}${steps}`];
		}
		case 'enum':
			return wrongChoice(known, value, facts);
		case 'list':
			return wrongList(known, value, facts);
		case 'viewPrompts':
			return wrongViewPrompts(known, value);
		case 'picture':
		case 'pictures':
		case 'task':
			return wrongReference(spec.inputs, known, value, files);
	}
}

/** Characters of the longest value that may be typed by hand. */
const longestWord = 64;

function wrongChoice(known: ParameterSpec & { type: 'enum' }, value: OptionValue, facts: Facts): string[] {
	const values = valuesOf(known, facts) ?? [];
	if (values.some((one) => one === value)) return [];
	const typed = typeof value === 'string' && !isBlank(value) && value.length <= longestWord;
	// What is known is known to be refused; only what nobody knows may be newer than this table.
	if (known.open && typed && !known.values.includes(value)) return [];
	if (known.pixels && typed) return wrongPixels(known, value, facts);
	return [
		values.length === 0
			? `“${known.name}” cannot be given here`
			: `“${known.name}” must be one of ${values.join(', ')}`,
	];
}

function wrongList(known: ParameterSpec & { type: 'list' }, value: OptionValue, facts: Facts): string[] {
	const entries: readonly unknown[] = Array.isArray(value) ? value : [];
	const wanted = known.of === 'text' ? 'texts' : 'whole numbers';
	const fits = entries.every((entry) =>
		known.of === 'text' ? typeof entry === 'string' && !isBlank(entry) : Number.isInteger(entry),
	);
	if (!Array.isArray(value) || !fits || entries.length < known.least || entries.length > known.most)
		return [`“${known.name}” must be a list of ${known.least} to ${known.most} ${wanted}`];
	if (new Set(entries).size < entries.length) return [`“${known.name}” names something twice`];
	const values = valuesOf(known, facts);
	const unknown = entries.filter((entry) => values && !values.includes(String(entry)));
	return unknown.map((entry) => `“${known.name}” cannot have “${String(entry)}”`);
}

function wrongViewPrompts(
	{ name, longest }: ParameterSpec & { type: 'viewPrompts' },
	value: OptionValue,
): string[] {
	const entries: readonly unknown[] = Array.isArray(value) ? value : [];
	const views = entries.map((entry) => (entry as { view?: unknown } | null)?.view);
	const fits = entries.every((entry) => {
		const { view, prompt } = (entry ?? {}) as { view?: unknown; prompt?: unknown };
		const known = viewNames.some((one) => one === view);
		return known && typeof prompt === 'string' && !isBlank(prompt) && [...prompt].length <= longest;
	});
	if (
		entries.length > 0 &&
		entries.length <= viewNames.length &&
		fits &&
		new Set(views).size === views.length
	)
		return [];
	return [`“${name}” must list one to four views, each once, with a prompt of at most ${longest} characters`];
}

/** The known values that the service takes in just this request; undefined where any will do. */
export function valuesOf(
	{ values, only = [] }: { readonly values?: readonly string[]; readonly only?: readonly Choice[] },
	facts: Facts,
): readonly string[] | undefined {
	return only.find(({ when }) => holds(when, facts))?.values ?? values;
}

/** What a number may be for just this request. */
export function rangeOf(ranges: readonly Range[], facts: Facts): Range {
	const found = ranges.find(({ when }) => !when || holds(when, facts));
	return found ?? { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
}
