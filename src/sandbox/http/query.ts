/** What a whole number of a query may be. */
interface Limits {
	/** When the query does not name it. */
	otherwise: number;
	least: number;
	most: number;
}

/** A whole number of a query; throws what the service says of one field when it is none, or lies outside. */
export function wholeIn(
	query: URLSearchParams,
	name: string,
	{ otherwise, least, most }: Limits,
	refusal: (field: string, complaint: string) => Error,
): number {
	const text = query.get(name);
	const value = text === null ? otherwise : Number(text);
	if (text === '' || !Number.isInteger(value) || value < least || value > most) {
		throw refusal(name, `must be a whole number from ${least} to ${most}`);
	}
	return value;
}
