/**
 * Points on which the hosts of both services differ, or the gateways in front of them. A client has to be right
 * either way; the control API switches them.
 */
export interface HttpVariants {
	/** What the file host makes of an `Authorization` header on a download. A content network passes it by. */
	fileAuthorization: FileAuthorization;
	/** How API answers are encoded for clients whose `Accept-Encoding` takes it. */
	encoding: Encoding;
	/** How the names of headers are written: HTTP does not care. */
	headerNames: 'usual' | 'lower' | 'upper';
}

export const fileAuthorizations = ['ignored', 'refused'] as const;
export type FileAuthorization = (typeof fileAuthorizations)[number];

export const encodings = ['identity', 'gzip', 'deflate', 'br'] as const;
export type Encoding = (typeof encodings)[number];

/** The most likely ones, but for what the sandbox was started with. */
export function likelyHttpVariants({
	fileAuthorization,
}: Pick<HttpVariants, 'fileAuthorization'>): HttpVariants {
	return { fileAuthorization, encoding: 'identity', headerNames: 'usual' };
}
