/** The bytes that a `Range` header asks for: a slice (both ends included), all of it, or none that exist. */
export type Slice =
	| { kind: 'whole' }
	| { kind: 'part'; first: number; last: number }
	| { kind: 'unsatisfiable' };

/**
 * Reads a `Range` header against a body of `length` bytes. Several ranges, other units and nonsense mean the
 * whole body, as object stores do it.
 */
export function sliceOf(range: string | undefined, length: number): Slice {
	const match = /^bytes=(\d*)-(\d*)$/.exec(range?.trim() ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return { kind: 'whole' };
	if (match[1] === '') {
		const tail = Math.min(Number(match[2]), length);
		return tail === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', first: length - tail, last: length - 1 };
	}
	const first = Number(match[1]);
	const last = match[2] === '' ? length - 1 : Math.min(Number(match[2]), length - 1);
	if (match[2] !== '' && Number(match[2]) < first) return { kind: 'whole' };
	return first >= length ? { kind: 'unsatisfiable' } : { kind: 'part', first, last };
}
