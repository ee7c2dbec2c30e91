import type { HttpVariants } from './variants';

/** How an answer's body goes over the wire when a fault bends it. */
export interface Manner {
	/** The connection is destroyed after this many bytes of the body. */
	cutAfter?: number;
	/** The body goes out in slices of `bytes` every `ms`. */
	drip?: { bytes: number; ms: number };
	/** Added to the declared `Content-Length`. */
	lengthError?: number;
	/** Nothing of the body goes out for `ms` once `bytes` of it have. */
	pause?: { bytes: number; ms: number };
	headerNames?: HttpVariants['headerNames'];
	/** No length is declared; the connection ends, in good order, after the body or so many bytes of it. */
	untilClose?: { bytes: number };
}

/** The headers, their names as the manner wants them. */
export function written(headers: Record<string, string>, { headerNames }: Manner): Record<string, string> {
	const name = (usual: string): string => {
		if (headerNames === 'lower') return usual.toLowerCase();
		return headerNames === 'upper' ? usual.toUpperCase() : usual;
	};
	return Object.fromEntries(Object.entries(headers).map(([usual, value]) => [name(usual), value]));
}
