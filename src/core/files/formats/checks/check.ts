import { PropsmithError } from '../../../model/errors';
import type { ByteSource } from '../byteSource';

/** What a check found in a file that is whole. */
export interface Checked {
	/** What is odd about the file and no reason to refuse it, as short sentences without a full stop. */
	readonly notes: readonly string[];
	/** Names of other files that it refers to; absent where a format has no such references. */
	readonly outside?: readonly string[];
	/** The parsed JSON of a GLB or glTF. */
	readonly gltf?: unknown;
}

/** Rejects with `fileInvalid` for a file that is cut or contradicts itself. */
export type Check = (source: ByteSource) => Promise<Checked>;

/** `fileInvalid`: what the format's own structure contradicts. */
export function broken(detail: string, cause?: unknown): PropsmithError {
	return new PropsmithError('fileInvalid', { detail, cause });
}

/** A note on bytes that belong to nothing; none where there are none. */
export function behind(bytes: number, what: string): string[] {
	return bytes > 0 ? [`${bytes} byte${bytes === 1 ? '' : 's'} behind ${what}`] : [];
}
