import { type Disk, isSystemError } from '../disk';
import { headBytes, verifyFile } from '../downloads/verify';
import { PropsmithError } from '../errors';
import { extensionOf } from '../providers/catalogue/facts';

/** The services' own limits, in bytes. */
export const largestPicture = 20 * 1024 * 1024;
const largestModel = 150 * 1024 * 1024;

/** A picture of the user's, as a service will take it; rejects with what is wrong with it, before anything is sent. */
export async function readPicture(disk: Disk, path: string): Promise<Uint8Array> {
	const bytes = await disk.readFile(path).catch((cause: unknown) => {
		if (isSystemError(cause, 'ENOENT')) throw new PropsmithError('imageMissing', { detail: path, cause });
		throw new PropsmithError('imageUnreadable', { detail: path, cause });
	});
	if (bytes.byteLength > largestPicture) throw new PropsmithError('imageTooLarge', { detail: path });
	const head = bytes.toString('latin1', 0, 12);
	if (!/^(\x89PNG|\xff\xd8\xff|RIFF....WEBP)/s.test(head))
		throw new PropsmithError('imageUnreadable', { detail: path });
	return bytes;
}

/** A model file of the user's, in the same way. */
export async function readModel(disk: Disk, path: string): Promise<Uint8Array> {
	const bytes = await disk.readFile(path).catch((cause: unknown) => {
		throw new PropsmithError('modelMissing', { detail: path, cause });
	});
	if (bytes.byteLength > largestModel) throw new PropsmithError('modelTooLarge', { detail: path });
	const extension = extensionOf(path);
	try {
		// An FBX may be text as well, which looks like anything.
		if (extension !== 'fbx') verifyFile(extension, bytes.subarray(0, headBytes), bytes.byteLength);
	} catch (cause) {
		throw unreadable(path, cause instanceof PropsmithError ? cause.jobError.detail : undefined, cause);
	}
	const missing = extension === 'gltf' ? outsideOf(path, bytes) : undefined;
	if (missing) throw unreadable(path, `it needs “${missing}”, and only one file can go up`);
	return bytes;
}

/** The first file that a glTF refers to, if there is one. */
function outsideOf(path: string, bytes: Buffer): string | undefined {
	try {
		const { buffers = [], images = [] } = JSON.parse(bytes.toString()) as Record<string, { uri?: string }[]>;
		return [...buffers, ...images].map(({ uri }) => uri).find((uri) => uri && !uri.startsWith('data:'));
	} catch (cause) {
		throw unreadable(path, 'it is no glTF', cause);
	}
}

function unreadable(path: string, why: string | undefined, cause?: unknown): PropsmithError {
	return new PropsmithError('modelUnreadable', { detail: why ? `${path}: ${why}` : path, cause });
}
