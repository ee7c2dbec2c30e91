import { zipSync } from 'fflate';
import type { ModelFiles } from './files';

/** ZIP has no dates before this one. A fixed date gives the same bytes at any time. */
const epoch = '1980-01-01T00:00:00';

/** All files of a model in one ZIP, as an OBJ is delivered. */
export function zipped({ main, others }: ModelFiles): Uint8Array {
	const entries = [main, ...others].map(({ name, bytes }) => [name, bytes] as const);
	return zipSync(Object.fromEntries(entries), { mtime: new Date(epoch), level: 6 });
}
