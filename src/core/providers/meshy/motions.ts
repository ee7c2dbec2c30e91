import type { Motion } from '../../model/task';
import { asNumber, asObject, asText } from '../json';
import type { MotionQuery } from '../provider';

const path = '/openapi/v1/animations/library';

/** Where the library is asked for what fits. */
export function motionsPath({ search, category }: MotionQuery): string {
	const query = new URLSearchParams({
		...(search === undefined ? {} : { search }),
		...(category === undefined ? {} : { category }),
	});
	return query.size === 0 ? path : `${path}?${query}`;
}

/** The library's motions, in its order; undefined where the answer is none. An entry without number or name is left out. */
export function decodeMotions(data: unknown): Motion[] | undefined {
	if (!Array.isArray(data)) return undefined;
	return data.flatMap((item) => {
		const entry = asObject(item) ?? {};
		const id = asNumber(entry.action_id);
		const name = asText(entry.name);
		if (id === undefined || !Number.isInteger(id) || name === undefined) return [];
		const category = asText(entry.category);
		const kind = asText(entry.sub_category);
		return [{ id, name, ...(category ? { category } : {}), ...(kind ? { kind } : {}) }];
	});
}
