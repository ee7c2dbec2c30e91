/** What the value of a field in a JSON body must be. Bounds are inclusive. */
export type FieldRule =
	| { kind: 'flag' }
	| { kind: 'whole'; least: number; most: number }
	/** With `step`, a multiple of it. */
	| { kind: 'number'; least: number; most: number; step?: number }
	/** Any number above 0; where `zero` is allowed it means the same as nothing. */
	| { kind: 'positive'; zero?: 'none' }
	/** `shown` is how the complaint lists the values, if not just so. `anyCase`: values are in capitals. */
	| { kind: 'choice'; values: readonly (string | number)[]; shown?: string; anyCase?: boolean }
	/** Counted in characters, not UTF-16 units. */
	| { kind: 'text'; most: number }
	/** A list of texts with something in them. */
	| { kind: 'texts'; least: number; most: number }
	/** A list without repetition, of values each from the list. */
	| { kind: 'choices'; values: readonly string[] }
	/** A list of different whole numbers. */
	| { kind: 'wholes'; count: number; least: number; most: number }
	/** Width and height in pixels, as `pixelsIn` reads them. */
	| { kind: 'pixels' }
	/** Known by name; looked at elsewhere, or not at all. */
	| { kind: 'other' };

/** Every field that a call knows. The rest of a body is ignored. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

/** Fields of one rule, by names with a space between them. */
export function fieldsOf<Rule extends FieldRule>(rule: Rule, names: string): Record<string, Rule> {
	return Object.fromEntries(names.split(' ').map((name) => [name, rule]));
}

type RuleOf<Kind extends FieldRule['kind']> = Extract<FieldRule, { kind: Kind }>;

/** What is wrong with a value, or nothing. */
export function complaintAbout(value: unknown, rule: FieldRule): string | undefined {
	return fits(value, rule) ? undefined : `must be ${wanted(rule)}`;
}

function fits(value: unknown, rule: FieldRule): boolean {
	switch (rule.kind) {
		case 'flag':
			return typeof value === 'boolean';
		case 'whole':
			return isWhole(value, rule);
		case 'number':
			return isNumber(value, rule);
		case 'positive':
			return typeof value === 'number' && (value > 0 || (value === 0 && rule.zero === 'none'));
		case 'choice':
			return isChoice(value, rule);
		case 'text':
			return isText(value, rule.most);
		case 'texts':
			return isTexts(value, rule);
		case 'choices':
			return isSet(value) && value.every((one) => rule.values.some((known) => known === one));
		case 'wholes':
			return isSet(value) && value.length <= rule.count && value.every((one) => isWhole(one, rule));
		case 'pixels':
			return pixelsIn(value) !== undefined;
		case 'other':
			return true;
	}
}

function wanted(rule: FieldRule): string {
	switch (rule.kind) {
		case 'flag':
			return 'true or false';
		case 'whole':
			return `a whole number from ${rule.least} to ${rule.most}`;
		case 'number':
			return `a number from ${rule.least} to ${rule.most}${rule.step ? ` in steps of ${rule.step}` : ''}`;
		case 'positive':
			return rule.zero === 'none' ? 'a number from 0' : 'a number above 0';
		case 'choice':
			return `one of ${rule.shown ?? rule.values.join(', ')}`;
		case 'text':
			return `text of at most ${rule.most} characters`;
		case 'texts':
			return `a list of ${rule.least} to ${rule.most} names`;
		case 'choices':
			return `a list of different values from ${rule.values.join(', ')}`;
		case 'wholes':
			return `a list of 1 to ${rule.count} different whole numbers from ${rule.least} to ${rule.most}`;
		case 'pixels':
			return '1K, 2K, 4K or <width>x<height>';
		case 'other':
			return 'anything';
	}
}

export function isText(value: unknown, most: number): value is string {
	return typeof value === 'string' && [...value].length <= most;
}

/** Width and height of a size such as `2K` or `800x600`. */
export function pixelsIn(size: unknown): { width: number; height: number } | undefined {
	const square = { '1K': 1024, '2K': 2048, '4K': 4096 }[String(size)];
	const [, width, height] = /^([1-9]\d{2,3})x([1-9]\d{2,3})$/.exec(String(size)) ?? [];
	return square || width ? { width: square ?? Number(width), height: square ?? Number(height) } : undefined;
}

function isWhole(value: unknown, { least, most }: { least: number; most: number }): boolean {
	return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isNumber(value: unknown, { least, most, step }: RuleOf<'number'>): boolean {
	const inSteps = step === undefined || Number.isInteger(Number(value) / step);
	return typeof value === 'number' && value >= least && value <= most && inSteps;
}

function isChoice(value: unknown, { values, anyCase }: RuleOf<'choice'>): boolean {
	const sent = anyCase && typeof value === 'string' ? value.toUpperCase() : value;
	return values.some((one) => one === sent);
}

function isTexts(value: unknown, { least, most }: RuleOf<'texts'>): boolean {
	const counted = Array.isArray(value) && value.length >= least && value.length <= most;
	return counted && value.every((one) => typeof one === 'string' && one !== '');
}

/** A list with something in it, and nothing twice. */
function isSet(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.length > 0 && new Set(value).size === value.length;
}
