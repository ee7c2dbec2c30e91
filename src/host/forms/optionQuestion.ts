import type { MotionLibrary } from '../../core/accounts/motions';
import type { OptionValue } from '../../core/model/request';
import type { OpenRequest } from '../../core/providers/catalogue/choices';
import type { ParameterSpec } from '../../core/providers/catalogue/operationSpec';
import type { AccountResults } from './results';
import type { Answer } from './steps';

/** What a value that is left out is answered as; an empty answer would mean that the user left. */
export const serviceDefault = Symbol('left open');

export type OptionAnswer = Answer<OptionValue | typeof serviceDefault>;

/** Where the names are of what an option may name by a number or an id. */
export interface OptionNames {
	readonly motions: MotionLibrary;
	readonly results: AccountResults;
}

/** A parameter of a request that is being filled in. */
export interface OptionQuestion extends OptionNames {
	readonly open: OpenRequest;
	readonly known: ParameterSpec;
	/** Price and time with that value. */
	quoteWith(value: OptionValue | undefined): string;
}

export function givenValue({ open, known }: OptionQuestion): OptionValue | undefined {
	return open.request.options[known.name];
}

export function formatQuestion({ label, description }: ParameterSpec): string {
	return description === undefined ? `${label}.` : `${label}. ${description}`;
}
