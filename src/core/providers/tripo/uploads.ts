import { extensionOf } from '../catalogue/facts';
import { asObject } from '../json';
import type { FileToken } from '../provider';
import { refusal, type UploadKind } from './refusals';
import type { Call, TripoWire } from './wire';

const jsonTimeoutMs = 60_000;
/** The wait for the answer begins with the first byte that leaves: a slow line (50 KB/s) needs its time. */
const uploadTimeoutMs = (bytes: Uint8Array): number => jsonTimeoutMs + bytes.byteLength / 50;
/** Beyond it the documentation asks for storage instead of a form. */
const largestForm = 60 * 1024 * 1024;

/** Takes a picture or a model file to the service; free. */
export function uploadFile(
	wire: TripoWire,
	bytes: Uint8Array,
	fileName: string,
	signal: AbortSignal,
): Promise<FileToken> {
	return bytes.byteLength > largestForm
		? toStorage(wire, bytes, fileName, signal)
		: asForm(wire, bytes, fileName, signal);
}

async function asForm(
	wire: TripoWire,
	bytes: Uint8Array,
	fileName: string,
	signal: AbortSignal,
): Promise<FileToken> {
	const type = mediaTypes[extensionOf(fileName)] ?? 'application/octet-stream';
	const form = new FormData();
	form.append('file', new Blob([bytes], { type }), fileName);
	// Response writes the multipart form with its boundary, so that any HTTP library can carry it.
	const encoded = new Response(form);
	const body = new Uint8Array(await encoded.arrayBuffer());
	const contentType = encoded.headers.get('content-type') ?? 'multipart/form-data';
	const subject = subjectOf(fileName);
	const call: Call = {
		method: 'POST',
		path: '/files',
		timeoutMs: uploadTimeoutMs(bytes),
		body,
		contentType,
		subject,
	};
	return textIn((await wire.send(call, signal)).data, 'file_token');
}

/** Asks for an address, which lives half an hour, and puts the file there. */
async function toStorage(
	wire: TripoWire,
	bytes: Uint8Array,
	fileName: string,
	signal: AbortSignal,
): Promise<FileToken> {
	const call: Call = {
		method: 'POST',
		path: '/files/presign',
		timeoutMs: jsonTimeoutMs,
		body: JSON.stringify({ format: extensionOf(fileName) }),
		contentType: 'application/json',
		subject: subjectOf(fileName),
	};
	const { data } = await wire.send(call, signal);
	// Sources disagree on what the address is called.
	await wire.put(textIn(data, 'presigned_url', 'upload_url'), bytes, uploadTimeoutMs(bytes), signal);
	return textIn(data, 'file_token');
}

function textIn(data: unknown, ...names: string[]): string {
	const object = asObject(data);
	const value = names.map((name) => object?.[name]).find((one) => typeof one === 'string' && one !== '');
	if (typeof value === 'string') return value;
	throw refusal({ status: 200, message: `the upload’s answer has no ${names[0]}` });
}

const mediaTypes: Readonly<Record<string, string>> = {
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	glb: 'model/gltf-binary',
	gltf: 'model/gltf+json',
	obj: 'model/obj',
	stl: 'model/stl',
};

function subjectOf(fileName: string): UploadKind {
	return mediaTypes[extensionOf(fileName)]?.startsWith('image/') ? 'picture' : 'model';
}
