import type { Body } from '../request';

/** `part_names` as steps keep them: all parts when there are none. */
export function namedParts({ part_names: names }: Body): { parts?: string[] } {
	return names === undefined ? {} : { parts: names as string[] };
}
