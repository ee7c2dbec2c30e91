import type { MotionLibrary } from '../../core/accounts/motions';
import type { Operation, OptionValue } from '../../core/model/request';
import type { ParameterSpec } from '../../core/providers/catalogue/catalogue';
import type { Subject } from '../../core/providers/catalogue/choices';
import type { Answer, PickItem } from './steps';

/** What a value that is left out is answered as; an empty answer would mean that the user left. */
export const serviceDefault = Symbol('left open');

export type OptionAnswer = Answer<OptionValue | typeof serviceDefault>;

/** A parameter of a request that is being filled in. */
export interface OptionQuestion {
	readonly subject: Subject;
	readonly known: ParameterSpec;
	/** Where the names of motions are. */
	readonly motions: MotionLibrary;
	/** Where the results are that an option may name. */
	readonly results: { list(from: readonly Operation[]): PickItem<string>[] };
	/** Price and time with that value. */
	quoteWith(value: OptionValue | undefined): string;
}

export function givenValue({ subject, known }: OptionQuestion): OptionValue | undefined {
	return subject.request.options[known.name];
}

export function formatQuestion({ label, description }: ParameterSpec): string {
	return description === undefined ? `${label}.` : `${label}. ${description}`;
}
