/** Points on which the hosts of both services differ, or the gateways in front of them. */
export const httpVariants = {
	/** What the file host makes of an `Authorization` header on a download. A content network passes it by. */
	fileAuthorization: ['ignored', 'refused'],
	/** How API answers are encoded for clients whose `Accept-Encoding` takes it. */
	encoding: ['identity', 'gzip', 'deflate', 'br'],
	/** How the names of headers are written: HTTP does not care. */
	headerNames: ['usual', 'lower', 'upper'],
} as const;

export type HttpVariants = Chosen<typeof httpVariants>;
export type FileAuthorization = HttpVariants['fileAuthorization'];

/**
 * Points on which accounts or hosts of the real services differ, or on which nobody is sure, and the values that each
 * may have. The first value is the likeliest; the control API chooses another one.
 */
export type VariantChoices = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/** The values that are chosen. */
export type Chosen<Choices extends VariantChoices> = {
	-readonly [Name in keyof Choices]: Choices[Name][number];
};

/** The likeliest value of each point. */
export function likeliest<Choices extends VariantChoices>(choices: Choices): Chosen<Choices> {
	const values = Object.entries(choices).map(([name, [first]]) => [name, first]);
	return Object.fromEntries(values) as Chosen<Choices>;
}
