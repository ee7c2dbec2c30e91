import { PropsmithError } from '../errors';

/** Bytes that a check needs from the start of a file. */
export const headBytes = 64;

/** How a file of each format starts. A format that is not here is only checked for not being a web page. */
const magic: Readonly<Record<string, string>> = {
	glb: 'glTF',
	fbx: 'Kaydara FBX Binary',
	zip: 'PK\x03\x04',
	usdz: 'PK\x03\x04',
	'3mf': 'PK\x03\x04',
	png: '\x89PNG\r\n\x1a\n',
	jpg: '\xff\xd8\xff',
	jpeg: '\xff\xd8\xff',
	webp: 'RIFF',
};

/**
 * Rejects a file that is not what its name says: wrong first bytes, a GLB of another version or whose own
 * length field differs from the bytes that came, an error page under a model's name.
 */
export function verifyFile(extension: string, head: Uint8Array, totalBytes: number): void {
	// A character a byte; TextDecoder would take “latin1” for Windows-1252.
	const text = Buffer.from(head).toString('latin1');
	const expected = magic[extension];
	if (expected !== undefined && !text.startsWith(expected))
		throw invalid(`the first bytes are not those of a ${extension} file`);
	if (/^\s*(<!doctype html|<html|<\?xml|\{"code")/i.test(text) && expected === undefined)
		throw invalid('an error page came instead of the file');
	if (totalBytes === 0) throw invalid('the file is empty');
	if (extension === 'glb') verifyGlb(head, totalBytes);
}

function verifyGlb(head: Uint8Array, totalBytes: number): void {
	if (head.byteLength < 12) throw invalid(`only ${totalBytes} bytes`);
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	const version = view.getUint32(4, true);
	const length = view.getUint32(8, true);
	if (version !== 2) throw invalid(`glTF version ${version} instead of 2`);
	if (length !== totalBytes) throw invalid(`its header says ${length} bytes, ${totalBytes} came`);
}

function invalid(detail: string): PropsmithError {
	return new PropsmithError('fileInvalid', { detail });
}
