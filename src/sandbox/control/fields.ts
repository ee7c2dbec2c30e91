/** A control request that cannot be carried out; the message says what is wrong with it. */
export class BadControl extends Error {}

/**
 * Reads the fields of a control body one by one, and complains about those nobody asked for: a mistyped name
 * in a test would otherwise quietly do nothing.
 */
export class Fields {
	readonly #value: Record<string, unknown>;
	readonly #read = new Set<string>();

	constructor(
		value: unknown,
		private readonly where: string,
	) {
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			throw new BadControl(`${where} must be a JSON object`);
		this.#value = value as Record<string, unknown>;
	}

	raw(name: string): unknown {
		this.#read.add(name);
		return this.#value[name];
	}

	/** A number from `least` to `most`, or `undefined` when it is not there. */
	number(name: string, least: number, most = Number.MAX_SAFE_INTEGER): number | undefined {
		const value = this.raw(name);
		if (value === undefined) return undefined;
		if (typeof value !== 'number' || !(value >= least && value <= most))
			throw this.bad(name, `must be a number from ${least} to ${most}`);
		return value;
	}

	text(name: string): string | undefined {
		const value = this.raw(name);
		if (value !== undefined && typeof value !== 'string') throw this.bad(name, 'must be text');
		return value;
	}

	flag(name: string): boolean | undefined {
		const value = this.raw(name);
		if (value !== undefined && typeof value !== 'boolean') throw this.bad(name, 'must be true or false');
		return value;
	}

	choice<T extends string | number | boolean>(name: string, values: readonly T[]): T | undefined {
		const value = this.raw(name);
		const found = values.find((one) => one === value);
		if (value !== undefined && found === undefined)
			throw this.bad(name, `must be one of ${values.join(', ')}`);
		return found;
	}

	/** Call last: throws when a field is left that was not read. */
	end(): void {
		for (const name of Object.keys(this.#value)) {
			if (!this.#read.has(name))
				throw this.bad(name, `is not known; there are ${[...this.#read].join(', ')}`);
		}
	}

	bad(name: string, complaint: string): BadControl {
		return new BadControl(`${this.where}: ${name} ${complaint}`);
	}
}

/** A field of a body, and the body without it. A body that is no object stays what it is. */
export function withoutField(name: string, body: unknown): { value: unknown; rest: unknown } {
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		return { value: undefined, rest: body };
	const { [name]: value, ...rest } = body as Record<string, unknown>;
	return { value, rest };
}
