/** How an answer's body goes over the wire when a fault bends it. */
export interface Manner {
	/** The connection is destroyed after this many bytes of the body. */
	cutAfter?: number;
	/** The body goes out in slices of `bytes` every `ms`. */
	drip?: { bytes: number; ms: number };
	/** Added to the declared `Content-Length`. */
	lengthError?: number;
	/** No length is declared; the connection ends, in good order, after the body or so many bytes of it. */
	untilClose?: { bytes: number };
}
