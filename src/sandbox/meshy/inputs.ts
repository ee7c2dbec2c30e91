import { createHash } from 'node:crypto';
import { fileHost } from '../files/fileHost';
import type { FileKind } from '../files/fileKind';
import { pictureSize } from '../files/pictureSize';
import { modelFormatOf } from './modelFormat';
import type { Model, Picture } from './recipe';
import { invalid, Refusal } from './refusal';
import type { TaskRequest } from './taskRequest';

const megabyte = 1024 * 1024;

/** Bytes of the largest picture and the largest model that are taken. */
const largest = { picture: 20 * megabyte, model: 100 * megabyte };

const pictureExtensions: readonly string[] = ['jpg', 'jpeg', 'png'];
const pictureMediaTypes: readonly string[] = ['image/jpeg', 'image/jpg', 'image/png'];
const modelMediaTypes: readonly string[] = ['application/octet-stream', 'model/gltf-binary'];

/** Formats of models that most calls take. */
export const modelExtensions: readonly string[] = ['glb', 'gltf', 'obj', 'fbx', 'stl'];

/** The picture of a field. Throws the refusal for everything that is not one. */
export async function pictureInput(request: TaskRequest, field: string, value: unknown): Promise<Picture> {
	const bytes = await bytesOf(request, field, value, {
		mediaTypes: pictureMediaTypes,
		checkExtension: (extension) => {
			if (!pictureExtensions.includes(extension)) {
				throw invalid(field, 'must lead to a .jpg, .jpeg or .png');
			}
		},
	});
	if (bytes.length > largest.picture) {
		throw invalid(field, 'is larger than 20 MB');
	}
	const kind = pictureKind(bytes);
	if (!kind || !pictureSize(bytes)) {
		throw invalid(field, 'is not a JPEG or PNG picture');
	}
	return { from: 'input', token: await kept(request, bytes, kind) };
}

/** The pictures of a field that has a list of them. */
export async function pictureInputs(request: TaskRequest, field: string, most: number): Promise<Picture[]> {
	const values = request.list(field);
	if (!values || values.length < 1 || values.length > most) {
		throw invalid(field, `must be a list of 1 to ${most} pictures`);
	}
	const pictures: Picture[] = [];
	for (const [index, value] of values.entries()) {
		pictures.push(await pictureInput(request, `${field}[${index}]`, value));
	}
	return pictures;
}

/** The model file of `model_url`, if it is in one of the formats. Throws the refusal otherwise. */
export async function modelInput(
	request: TaskRequest,
	formats: readonly string[],
): Promise<Extract<Model, { from: 'input' }>> {
	const field = 'model_url';
	const checkExtension = (extension: string) => {
		if (!formats.includes(extension)) {
			throw new Refusal(400, `Invalid model file extension: .${extension}`);
		}
	};
	const bytes = await bytesOf(request, field, request.body[field], {
		mediaTypes: modelMediaTypes,
		checkExtension,
	});
	if (bytes.length > largest.model) {
		throw invalid(field, 'is larger than 100 MB');
	}
	const format = modelFormatOf(bytes);
	if (!format) {
		throw invalid(field, 'is not a model of a known format');
	}
	checkExtension(format);
	return { from: 'input', token: await kept(request, bytes, format), format };
}

interface Expected {
	mediaTypes: readonly string[];
	/** Throws when the address leads to a file of another kind. */
	checkExtension(extension: string): void;
}

/** The bytes in a data URI, or behind an address of the sandbox's own file host: nothing else can be reached. */
async function bytesOf(
	request: TaskRequest,
	field: string,
	value: unknown,
	expected: Expected,
): Promise<Buffer> {
	if (typeof value !== 'string' || value === '') {
		throw invalid(field, 'must be a URL or a data URI');
	}
	if (value.startsWith('data:')) {
		return dataOf(field, value, expected.mediaTypes);
	}
	const url = URL.canParse(value) ? new URL(value) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw invalid(field, 'must be a URL or a data URI');
	}
	expected.checkExtension(/\.([^./]+)$/.exec(url.pathname)?.[1]?.toLowerCase() ?? '');
	const bytes = url.origin === request.world.filesOrigin ? await ownFile(request, url) : undefined;
	if (!bytes) {
		throw invalid(field, 'cannot be reached');
	}
	return bytes;
}

function dataOf(field: string, uri: string, mediaTypes: readonly string[]): Buffer {
	const comma = uri.indexOf(',');
	const [mediaType = '', ...parameters] = uri.slice('data:'.length, comma).split(';');
	const base64 = uri.slice(comma + 1);
	if (comma < 0 || parameters.at(-1) !== 'base64' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) {
		throw invalid(field, 'is a broken data URI');
	}
	if (!mediaTypes.includes(mediaType.toLowerCase())) {
		throw invalid(field, `must be of one of the media types ${mediaTypes.join(', ')}`);
	}
	return Buffer.from(base64, 'base64');
}

async function ownFile({ world }: TaskRequest, url: URL): Promise<Buffer | undefined> {
	const reply = await fileHost(world)({
		method: 'GET',
		path: url.pathname,
		query: url.searchParams,
		headers: {},
		body: Buffer.alloc(0),
		oversize: false,
		trail: {},
		quirks: { noRange: true, otherETag: false },
	});
	return reply.status === 200 ? reply.body : undefined;
}

function pictureKind(bytes: Buffer): 'png' | 'jpeg' | undefined {
	if (bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') {
		return 'png';
	}
	return bytes.toString('latin1', 0, 3) === '\xff\xd8\xff' ? 'jpeg' : undefined;
}

/** Keeps the bytes under a token that follows from them: what is sent again, after a refusal say, is kept once. */
async function kept({ world, visit }: TaskRequest, bytes: Buffer, kind: FileKind): Promise<string> {
	const account = visit.account.id;
	const digest = createHash('sha256').update(account).update(bytes).digest('hex');
	const token = `file_${digest.slice(0, 32)}`;
	await world.meshy.inputs.add(
		{
			token,
			account,
			name: token,
			kind,
			size: bytes.length,
			createdAt: world.clock.leaseMs(),
			pending: false,
		},
		bytes,
	);
	return token;
}
