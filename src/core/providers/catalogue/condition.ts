import type { Operation, OptionValue } from '../../model/request';

/** A question about a request, as the rows of a catalogue ask it. */
export type Condition =
	/** The option, or the service's default for it, is one of these. */
	| { readonly kind: 'is'; readonly option: string; readonly values: readonly OptionValue[] }
	/** The option is given, and not as the service's default. */
	| { readonly kind: 'changed'; readonly option: string }
	/** The option is given at all. */
	| { readonly kind: 'given'; readonly option: string }
	| { readonly kind: 'family'; readonly families: readonly string[] }
	| { readonly kind: 'input'; readonly input: InputName }
	| { readonly kind: 'pictures'; readonly most: number }
	| { readonly kind: 'madeBy'; readonly operations: readonly Operation[] }
	/** The extension of what comes out of it. */
	| { readonly kind: 'format'; readonly extensions: readonly string[] }
	/** Of what it goes on from. Never holds for a source of which nothing is known. */
	| { readonly kind: 'source'; readonly of: Condition }
	| { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
	| { readonly kind: 'not'; readonly of: Condition };

export type InputName = 'prompt' | 'images' | 'views' | 'source';

/** A request as conditions see it. */
export interface Facts {
	readonly operation: Operation;
	/** What is given. */
	readonly given: Readonly<Record<string, OptionValue>>;
	/** What the service takes for an option that is left out. */
	defaultOf(option: string): OptionValue | undefined;
	/** Of the model; undefined for a model that the catalogue does not know. */
	readonly family?: string | undefined;
	readonly inputs: ReadonlySet<InputName>;
	/** How many are given. */
	readonly pictures: number;
	/** Extension of the model file that comes out of it, lower case; undefined where that is not known. */
	readonly format?: string | undefined;
	/** What it goes on from, as far as that is known. */
	readonly source?: Facts | undefined;
}

/** The option, or the service's default for it, is one of these. */
export function is(option: string, ...values: OptionValue[]): Condition {
	return { kind: 'is', option, values };
}

/** The option is given, and not as the service's default. */
export function changed(option: string): Condition {
	return { kind: 'changed', option };
}

/** The option is given at all. */
export function given(option: string): Condition {
	return { kind: 'given', option };
}

/** The model is of one of these families. */
export function family(...families: string[]): Condition {
	return { kind: 'family', families };
}

export function input(name: InputName): Condition {
	return { kind: 'input', input: name };
}

/** At most so many pictures are given. */
export function fewPictures(most: number): Condition {
	return { kind: 'pictures', most };
}

/** The request is for one of these operations. */
export function madeBy(...operations: Operation[]): Condition {
	return { kind: 'madeBy', operations };
}

/** What comes out of it has one of these extensions. */
export function format(...extensions: string[]): Condition {
	return { kind: 'format', extensions };
}

/** What it goes on from is like that; never where nothing is known of it. */
export function source(of: Condition): Condition {
	return { kind: 'source', of };
}

export function allOf(...of: Condition[]): Condition {
	return { kind: 'all', of };
}

export function anyOf(...of: Condition[]): Condition {
	return { kind: 'any', of };
}

export function not(of: Condition): Condition {
	return { kind: 'not', of };
}

/** The answer for this request. */
export function holds(condition: Condition, facts: Facts): boolean {
	switch (condition.kind) {
		case 'is':
			return condition.values.some((value) => value === effective(condition.option, facts));
		case 'changed': {
			const value = own(facts.given, condition.option);
			return value !== undefined && value !== facts.defaultOf(condition.option);
		}
		case 'given':
			return own(facts.given, condition.option) !== undefined;
		case 'family':
			return facts.family !== undefined && condition.families.includes(facts.family);
		case 'input':
			return facts.inputs.has(condition.input);
		case 'pictures':
			return facts.pictures <= condition.most;
		case 'madeBy':
			return condition.operations.includes(facts.operation);
		case 'format':
			return facts.format !== undefined && condition.extensions.includes(facts.format);
		case 'source':
			return facts.source !== undefined && holds(condition.of, facts.source);
		case 'all':
			return condition.of.every((one) => holds(one, facts));
		case 'any':
			return condition.of.some((one) => holds(one, facts));
		case 'not':
			return !holds(condition.of, facts);
	}
}

/** What the service works with: the option as given, else its default. */
export function effective(option: string, facts: Facts): OptionValue | undefined {
	return own(facts.given, option) ?? facts.defaultOf(option);
}

/** Own keys only: “constructor” is no option. */
function own(options: Facts['given'], name: string): OptionValue | undefined {
	return Object.hasOwn(options, name) ? options[name] : undefined;
}
