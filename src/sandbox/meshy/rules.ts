/** What a parameter's value must be. Bounds are inclusive. */
export type Rule =
	| { kind: 'flag' }
	| { kind: 'whole'; least: number; most: number }
	/** A multiple of the step. */
	| { kind: 'stepped'; least: number; most: number; step: number }
	/** Any number above 0; where `zero` is allowed it means the same as nothing. */
	| { kind: 'positive'; zero?: 'none' }
	| { kind: 'choice'; values: readonly (string | number)[] }
	| { kind: 'text'; most: number }
	/** A list without repetition, of values each from the list. */
	| { kind: 'choices'; values: readonly string[] }
	/** A list of different whole numbers. */
	| { kind: 'wholes'; count: number; least: number; most: number }
	/** Known by name; looked at elsewhere, or not at all. */
	| { kind: 'other' };

/** Every field that a call knows. The rest of a body is ignored. */
export type Rules = Readonly<Record<string, Rule>>;

/** What is wrong with a value, or nothing. */
export function complaintAbout(value: unknown, rule: Rule): string | undefined {
	switch (rule.kind) {
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'must be true or false';
		case 'whole':
			return isWhole(value, rule) ? undefined : `must be a whole number from ${rule.least} to ${rule.most}`;
		case 'stepped':
			return isStepped(value, rule)
				? undefined
				: `must be a number from ${rule.least} to ${rule.most} in steps of ${rule.step}`;
		case 'positive':
			if (typeof value === 'number' && (value > 0 || (value === 0 && rule.zero === 'none'))) return undefined;
			return rule.zero === 'none' ? 'must be a number from 0' : 'must be a number above 0';
		case 'choice':
			return rule.values.some((one) => one === value) ? undefined : `must be one of ${listed(rule.values)}`;
		case 'text':
			return typeof value === 'string' && [...value].length <= rule.most
				? undefined
				: `must be text of at most ${rule.most} characters`;
		case 'choices':
			return isList(value) && value.every((one) => rule.values.some((known) => known === one))
				? undefined
				: `must be a list of different values from ${listed(rule.values)}`;
		case 'wholes':
			return isList(value) && value.length <= rule.count && value.every((one) => isWhole(one, rule))
				? undefined
				: `must be a list of 1 to ${rule.count} different whole numbers from ${rule.least} to ${rule.most}`;
		case 'other':
			return undefined;
	}
}

/** A list with something in it, and nothing twice. */
function isList(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.length > 0 && new Set(value).size === value.length;
}

function isWhole(value: unknown, { least, most }: { least: number; most: number }): value is number {
	return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isStepped(value: unknown, { least, most, step }: { least: number; most: number; step: number }) {
	return typeof value === 'number' && value >= least && value <= most && Number.isInteger(value / step);
}

function listed(values: readonly (string | number)[]): string {
	return values.map((value) => (value === '' ? '""' : value)).join(', ');
}
