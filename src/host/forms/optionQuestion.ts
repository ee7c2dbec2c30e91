import type { MotionLibrary } from '../../core/accounts/motions';
import type { InputFormats } from '../../core/jobs/drafts/inputFormats';
import type { OptionValue } from '../../core/model/request';
import type { OpenRequest } from '../../core/providers/catalogue/choices';
import type { ParameterSpec } from '../../core/providers/catalogue/operationSpec';
import type { AccountResults } from './results';
import type { Answer } from './steps';

/** What a value that is left out is answered as; an empty answer would mean that the user left. */
export const serviceDefault = Symbol('left open');

export type OptionAnswer = Answer<OptionValue | typeof serviceDefault>;

/** What is to be known of what options name: motions, results and files. */
export interface OptionTools {
	readonly motions: MotionLibrary;
	readonly results: AccountResults;
	readonly formats: InputFormats;
}

/** A parameter of a request that is being filled in. */
export interface OptionQuestion extends OptionTools {
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
