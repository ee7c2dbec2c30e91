import { PropsmithError } from '../../model/errors';
import type { FileToken } from '../provider';

/** Bytes; for no input do Meshy's pages name more. */
const largestFile = 100 * 1024 * 1024;

/**
 * Meshy has no uploads: a local file travels within the request. What a picture is, its first bytes tell; models are
 * octet-streams, as Meshy's pages want them. Rejects what Meshy would not take.
 */
export function dataUri(bytes: Uint8Array): FileToken {
	if (bytes.byteLength > largestFile)
		throw new PropsmithError('modelTooLarge', { detail: `${bytes.byteLength} bytes` });
	return `data:${mediaTypeOf(bytes)};base64,${Buffer.from(bytes).toString('base64')}`;
}

function mediaTypeOf(bytes: Uint8Array): string {
	const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
	if (head.startsWith('\x89PNG')) return 'image/png';
	if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (/^RIFF....WEBP/s.test(head))
		throw new PropsmithError('imageFormat', { detail: 'Meshy takes PNG and JPEG, not WebP' });
	return 'application/octet-stream';
}
