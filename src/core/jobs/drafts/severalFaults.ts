import { describeError, type JobError, PropsmithError } from '../../model/errors';
import { jobErrorOf } from '../../network/failure';

/** What is wrong with one of several things that were asked for together. */
export interface NamedFault {
	/** Such as “line 3” or “barrel.png”. */
	readonly of: string;
	readonly error: JobError;
}

/** More are counted, not told. */
const mostTold = 5;
const mostNames = 3;

/** One error of all faults: each in its own words, under the names of what it befell. */
export function errorOfSeveral(faults: readonly NamedFault[]): PropsmithError {
	const kinds = [...byKind(faults).values()];
	const [first] = faults;
	if (!first) throw new Error('no fault is told of');
	const told = kinds.slice(0, mostTold);
	const rest = faults.length - told.reduce((sum, { length }) => sum + length, 0);
	const more = rest > 0 ? `; and ${rest} more` : '';
	const { code } = first.error;
	if (faults.every(({ error }) => error.code === code)) {
		const details = told.map((kind) => {
			const words = kind[0]?.error.detail;
			return words ? `${namesOf(kind)}: ${words}` : namesOf(kind);
		});
		return new PropsmithError(code, { ...first.error, detail: details.join('; ') + more });
	}
	const sentences = told.map((kind) => `${namesOf(kind)}: ${describeError((kind[0] ?? first).error)}`);
	return new PropsmithError(code, { ...first.error, message: sentences.join(' ') + more });
}

/** Does the same with each in turn, though it fails with some; then rejects with the faults of all that failed. */
export async function inTurn<T>(
	things: readonly T[],
	nameOf: (thing: T) => string,
	act: (thing: T) => Promise<unknown>,
): Promise<void> {
	const faults: NamedFault[] = [];
	for (const thing of things)
		await act(thing).catch((error: unknown) => {
			// The words for one alone need no name.
			if (things.length === 1) throw error;
			faults.push({ of: nameOf(thing), error: jobErrorOf(error) });
		});
	if (faults.length > 0) throw errorOfSeveral(faults);
}

function byKind(faults: readonly NamedFault[]): Map<string, NamedFault[]> {
	const kinds = new Map<string, NamedFault[]>();
	for (const fault of faults) {
		const { code, detail, charge } = fault.error;
		const kind = JSON.stringify([code, detail, charge]);
		kinds.set(kind, [...(kinds.get(kind) ?? []), fault]);
	}
	return kinds;
}

function namesOf(faults: readonly NamedFault[]): string {
	const names = faults.slice(0, mostNames).map(({ of }) => of);
	const more = faults.length - names.length;
	return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
