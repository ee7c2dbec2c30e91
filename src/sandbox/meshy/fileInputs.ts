import { createHash } from 'node:crypto';
import { fileHost } from '../fileHost';
import { type FileKind, kindBySignature, modelFormatOf } from '../files/fileKind';
import { pictureSize } from '../files/pictureFile';
import type { Incoming } from '../http/message';
import type { ModelRecipe, PictureRecipe } from '../models/recipe';
import { invalid, MeshyRefusal } from './meshyRefusal';
import type { TaskRequest } from './taskRequest';

const megabyte = 1024 * 1024;

/** Formats of models that most calls take. */
export const modelExtensions: readonly string[] = ['glb', 'gltf', 'obj', 'fbx', 'stl'];

/** What files of a kind must be. */
interface Expected {
	/** Bytes of the largest that is taken. */
	most: number;
	mediaTypes: readonly string[];
	/** The refusal of an address that ends with this extension, if it is refused. */
	refusalOf(field: string, extension: string): MeshyRefusal | undefined;
}

const pictures: Expected = {
	most: 20 * megabyte,
	mediaTypes: ['image/jpeg', 'image/jpg', 'image/png'],
	refusalOf: (field, extension) =>
		['jpg', 'jpeg', 'png'].includes(extension)
			? undefined
			: invalid(field, 'must lead to a .jpg, .jpeg or .png'),
};

function models(formats: readonly string[]): Expected {
	return {
		most: 100 * megabyte,
		mediaTypes: ['application/octet-stream', 'model/gltf-binary'],
		refusalOf: (_field, extension) =>
			formats.includes(extension)
				? undefined
				: new MeshyRefusal(400, `Invalid model file extension: .${extension}`),
	};
}

/** The picture of a field. Throws the refusal for everything that is not one. */
export async function pictureInput(
	request: TaskRequest,
	field: string,
	value: unknown = request.body[field],
): Promise<PictureRecipe> {
	const bytes = await bytesOf(request, field, value, pictures);
	const kind = kindBySignature(bytes);
	if ((kind !== 'png' && kind !== 'jpeg') || !pictureSize(bytes))
		throw invalid(field, 'is not a JPEG or PNG picture');
	return { from: 'upload', token: await keep(request, bytes, kind) };
}

/** The pictures of a field that has a list of them. */
export async function pictureInputs(
	request: TaskRequest,
	field: string,
	most: number,
): Promise<PictureRecipe[]> {
	const values = request.list(field);
	if (!values || values.length < 1 || values.length > most)
		throw invalid(field, `must be a list of 1 to ${most} pictures`);
	const found: PictureRecipe[] = [];
	for (const [index, value] of values.entries())
		found.push(await pictureInput(request, `${field}[${index}]`, value));
	return found;
}

/** The model file of `model_url`, if it is in one of the formats. Throws the refusal otherwise. */
export async function modelInput(
	request: TaskRequest,
	formats: readonly string[],
): Promise<{ model: ModelRecipe; format: string }> {
	const field = 'model_url';
	const expected = models(formats);
	const bytes = await bytesOf(request, field, request.body[field], expected);
	const format = modelFormatOf(bytes);
	if (!format) throw invalid(field, 'is not a model of a known format');
	const refusal = expected.refusalOf(field, format);
	if (refusal) throw refusal;
	const token = await keep(request, bytes, format);
	return { model: { from: 'upload', token, name: `model.${format}` }, format };
}

/** The bytes in a data URI, or behind an address of the sandbox's own file host: nothing else can be reached. */
async function bytesOf(
	request: TaskRequest,
	field: string,
	value: unknown,
	expected: Expected,
): Promise<Buffer> {
	const isData = typeof value === 'string' && value.startsWith('data:');
	const bytes = isData
		? dataOf(field, value, expected.mediaTypes)
		: await linkedBytes(request, field, value, expected);
	if (bytes.length > expected.most) throw invalid(field, `is larger than ${expected.most / megabyte} MB`);
	return bytes;
}

async function linkedBytes(
	{ context }: TaskRequest,
	field: string,
	value: unknown,
	expected: Expected,
): Promise<Buffer> {
	const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) throw invalid(field, 'must be a URL or a data URI');
	const refusal = expected.refusalOf(field, /\.([^./]+)$/.exec(url.pathname)?.[1]?.toLowerCase() ?? '');
	if (refusal) throw refusal;
	const reply = url.origin === context.filesOrigin ? await fileHost(context)(getOf(url)) : undefined;
	if (reply?.status !== 200) throw invalid(field, 'cannot be reached');
	return reply.body;
}

function getOf({ pathname: path, searchParams: query }: URL): Incoming {
	const faults = { noRange: true };
	return { method: 'GET', path, query, headers: {}, body: Buffer.alloc(0), oversize: false, log: {}, faults };
}

function dataOf(field: string, uri: string, mediaTypes: readonly string[]): Buffer {
	const comma = uri.indexOf(',');
	const [mediaType = '', ...parameters] = uri.slice('data:'.length, comma).split(';');
	const base64 = uri.slice(comma + 1);
	if (comma < 0 || parameters.at(-1) !== 'base64' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
		throw invalid(field, 'is a broken data URI');
	if (!mediaTypes.includes(mediaType.toLowerCase()))
		throw invalid(field, `must be of one of the media types ${mediaTypes.join(', ')}`);
	return Buffer.from(base64, 'base64');
}

/** Keeps the bytes under a token that follows from them: what is sent again, after a refusal say, is kept once. */
async function keep(
	{ context, requestContext }: TaskRequest,
	bytes: Buffer,
	kind: FileKind,
): Promise<string> {
	const account = requestContext.account.id;
	const digest = createHash('sha256').update(account).update(bytes).digest('hex');
	const token = `file_${digest.slice(0, 32)}`;
	await context.meshy.uploads.add({ token, account, name: token, kind }, context.clock.leaseMs(), bytes);
	return token;
}
