import { type ZipOptions, zipSync } from 'fflate';
import type { ModelFile, ModelFiles } from './modelFiles';

/** ZIP has no dates before this one, in the clock of whoever reads it. A fixed date gives the same bytes at any time. */
const epoch = '1980-01-01T00:00:00';

/** A ZIP of files in this order; `/` in a name makes folders. */
export function zip(files: readonly ModelFile[]): Uint8Array {
	const entries = files.map(({ name, bytes }) => [name, bytes] as const);
	return zipSync(Object.fromEntries(entries), { mtime: new Date(epoch), level: 6 });
}

/** All files of a model in one ZIP, as an OBJ is delivered. */
export function zipModelFiles({ main, others }: ModelFiles): Uint8Array {
	return zip([main, ...others]);
}

/** Size of a ZIP entry's header without its name and extra field, and of an extra field's own header. */
const [entryHeader, extraHeader] = [30, 4] as const;

/** The number of an extra field that readers skip. */
const paddingField = 0x1986;

/** A ZIP whose files are not compressed and begin at multiples of `step` bytes, as USDZ wants them. */
export function zipAligned(files: readonly ModelFile[], step: number): Uint8Array {
	let offset = 0;
	const entries = files.map(({ name, bytes }) => {
		const header = offset + entryHeader + new TextEncoder().encode(name).length;
		const padding = (step - ((header + extraHeader) % step)) % step;
		offset = header + extraHeader + padding + bytes.length;
		const options: ZipOptions = { extra: { [paddingField]: new Uint8Array(padding) } };
		return [name, [bytes, options] as [Uint8Array, ZipOptions]] as const;
	});
	return zipSync(Object.fromEntries(entries), { mtime: new Date(epoch), level: 0 });
}
