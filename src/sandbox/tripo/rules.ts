/** What a parameter's value must be. Bounds are inclusive. */
export type Rule =
	| { kind: 'flag' }
	| { kind: 'whole'; least: number; most: number }
	| { kind: 'number'; least: number; most: number }
	| { kind: 'choice'; values: readonly string[]; anyCase?: boolean }
	| { kind: 'text'; most: number }
	| { kind: 'texts'; least: number; most: number }
	/** Something that was uploaded; looked up elsewhere. */
	| { kind: 'reference' }
	/** `1K`, `2K`, `4K` or `<width>x<height>` in pixels. */
	| { kind: 'pixels' };

export interface Parameter {
	rule: Rule;
	/** Families of model that take it; sent to another it is refused for being there at all. Default: all. */
	families?: readonly string[];
}

/** Every checked parameter of a call. Fields that are not in it are ignored. */
export type Parameters = Readonly<Record<string, Parameter>>;

export const flag: Parameter = { rule: { kind: 'flag' } };
export const seed: Parameter = { rule: { kind: 'whole', least: 0, most: 2 ** 31 - 1 } };
export const partNames: Parameter = { rule: { kind: 'texts', least: 1, most: 1000 } };

/** What is wrong with a value, or nothing. */
export function complaintAbout(value: unknown, rule: Rule): string | undefined {
	switch (rule.kind) {
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'must be true or false';
		case 'whole':
		case 'number':
			return isNumber(value, rule)
				? undefined
				: `must be a ${rule.kind === 'whole' ? 'whole ' : ''}number from ${rule.least} to ${rule.most}`;
		case 'choice':
			return typeof value === 'string' && rule.values.includes(rule.anyCase ? value.toUpperCase() : value)
				? undefined
				: `must be one of ${rule.values.join(', ')}`;
		case 'text':
			return isText(value, rule.most) ? undefined : `must be text of at most ${rule.most} characters`;
		case 'texts':
			return Array.isArray(value) &&
				value.length >= rule.least &&
				value.length <= rule.most &&
				value.every((one) => typeof one === 'string' && one !== '')
				? undefined
				: `must be a list of ${rule.least} to ${rule.most} names`;
		case 'reference':
			return undefined;
		case 'pixels':
			return pixelsIn(value) ? undefined : 'must be 1K, 2K, 4K or <width>x<height>';
	}
}

/** Counts characters, not UTF-16 units. */
export function isText(value: unknown, most: number): value is string {
	return typeof value === 'string' && [...value].length <= most;
}

/** Width and height that a `size` asks for. */
export function pixelsIn(size: unknown): { width: number; height: number } | undefined {
	const square = { '1K': 1024, '2K': 2048, '4K': 4096 }[String(size)];
	const [, width, height] = /^([1-9]\d{2,3})x([1-9]\d{2,3})$/.exec(String(size)) ?? [];
	return square || width ? { width: square ?? Number(width), height: square ?? Number(height) } : undefined;
}

function isNumber(value: unknown, { kind, least, most }: Extract<Rule, { least: number }>): boolean {
	return (
		typeof value === 'number' &&
		value >= least &&
		value <= most &&
		(kind !== 'whole' || Number.isInteger(value))
	);
}
