import { PropsmithError } from '../errors';

/** Bytes that a check needs from the start of a file. */
export const headBytes = 96;

/** How a file of each format starts. A format that is not here is only checked for not being a web page. */
const magic: Readonly<Record<string, string>> = {
	glb: 'glTF',
	fbx: 'Kaydara FBX Binary',
	bvh: 'HIERARCHY',
	zip: 'PK\x03\x04',
	usdz: 'PK\x03\x04',
	'3mf': 'PK\x03\x04',
	png: '\x89PNG\r\n\x1a\n',
	jpg: '\xff\xd8\xff',
	jpeg: '\xff\xd8\xff',
	webp: 'RIFF',
};

/** What a service or a gateway sends in the place of a file. */
const errorPage = /^\s*(<!doctype html|<html|<\?xml|\{"code")/i;

/**
 * Rejects a file that is not what its name says: wrong first bytes, a length that differs from what the file says of
 * itself, an error page under a model's name.
 */
export function verifyFile(extension: string, head: Uint8Array, totalBytes: number): void {
	if (totalBytes === 0) throw invalid('the file is empty');
	// A character a byte; TextDecoder would take “latin1” for Windows-1252.
	const text = Buffer.from(head).toString('latin1');
	if (errorPage.test(text)) throw invalid('an error page came instead of the file');
	if (!text.startsWith(magic[extension] ?? '') || (extension === 'webp' && text.slice(8, 12) !== 'WEBP'))
		throw invalid(`the first bytes are not those of a ${extension} file`);
	if (extension === 'glb') verifyGlb(head, totalBytes);
	if (extension === 'stl' && !text.startsWith('solid')) verifyBinaryStl(head, totalBytes);
	if (extension === 'gltf' && !/^(\xef\xbb\xbf)?\s*\{/.test(text))
		throw invalid('a glTF is JSON, and this is not');
	if (extension === 'obj' && text.includes('\0')) throw invalid('an OBJ is text, and this is not');
}

/** 80 bytes of anything, the number of triangles, and 50 bytes for each. */
function verifyBinaryStl(head: Uint8Array, totalBytes: number): void {
	if (head.byteLength < 84) throw invalid(`only ${totalBytes} bytes`);
	const triangles = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(80, true);
	const expected = 84 + 50 * triangles;
	if (expected !== totalBytes)
		throw invalid(`its ${triangles} triangles take ${expected} bytes, ${totalBytes} came`);
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
