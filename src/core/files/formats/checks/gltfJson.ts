import { broken, type Checked } from './check';

/** A scene's description has some megabytes; beyond this a file is made to keep us busy. */
export const mostJson = 128 * 1024 * 1024;

interface BufferView {
	readonly buffer?: number;
	readonly byteOffset?: number;
	readonly byteLength?: number;
	readonly byteStride?: number;
	readonly extensions?: Readonly<Record<string, BufferView & { readonly fallback?: boolean }>>;
}
interface Sparse {
	readonly indices?: { readonly bufferView?: number };
	readonly values?: { readonly bufferView?: number };
}
interface Accessor {
	readonly bufferView?: number;
	readonly byteOffset?: number;
	readonly count?: number;
	readonly componentType?: number;
	readonly type?: string;
	readonly sparse?: Sparse;
}
interface Resource {
	readonly uri?: string;
	readonly byteLength?: number;
	readonly bufferView?: number;
	readonly extensions?: Readonly<Record<string, { readonly fallback?: boolean }>>;
}
interface Gltf {
	readonly asset?: { readonly version?: string };
	readonly buffers?: readonly Resource[];
	readonly bufferViews?: readonly BufferView[];
	readonly accessors?: readonly Accessor[];
	readonly images?: readonly Resource[];
}

/** The JSON of a glTF, with what is odd about its text; rejects what is no JSON object. */
export function parseGltf(bytes: Buffer): { readonly gltf: Gltf; readonly notes: readonly string[] } {
	const notes: string[] = [];
	let end = bytes.length;
	while (bytes[end - 1] === 0 || bytes[end - 1] === 0x20) end--;
	if (bytes.includes(0, end)) notes.push('its JSON is padded with zeros instead of spaces');
	let text = bytes.toString('utf8', 0, end);
	if (text.startsWith('\ufeff')) {
		notes.push('a byte order mark before its JSON');
		text = text.slice(1);
	}
	let gltf: unknown;
	try {
		gltf = JSON.parse(text);
	} catch (cause) {
		throw broken('its JSON is broken', cause);
	}
	if (typeof gltf !== 'object' || gltf === null || Array.isArray(gltf)) throw broken('its JSON is no glTF');
	return { gltf, notes };
}

/**
 * Checks that everything that a glTF refers to lies within its buffers; answers what is odd and harmless, and the files beside it. `bin` has the
 * length of a GLB's second chunk, and is absent for a glTF, which has none.
 */
export function checkGltf(gltf: Gltf, bin?: number | 'no chunk'): Required<Omit<Checked, 'gltf'>> {
	try {
		const { asset, buffers = [], bufferViews = [], accessors = [], images = [] } = gltf;
		const lengths = buffers.map((buffer, index) => bufferLength(buffer, index, bin));
		for (const view of bufferViews) checkView(view, lengths);
		for (const accessor of accessors) checkAccessor(accessor, bufferViews);
		for (const { bufferView } of images)
			if (bufferView !== undefined && !bufferViews[bufferView])
				throw broken('a picture lies in no buffer view');
		const uris = [...buffers, ...images].flatMap(({ uri }) => (uri && !uri.startsWith('data:') ? [uri] : []));
		return {
			notes: asset?.version ? [] : ['its JSON does not say of which glTF version it is'],
			outside: [...new Set(uris)],
		};
	} catch (error) {
		// Lists that are no lists, and the like.
		throw error instanceof TypeError ? broken('its JSON is no glTF', error) : error;
	}
}

function bufferLength(
	{ uri, byteLength, extensions }: Resource,
	index: number,
	bin?: number | 'no chunk',
): number {
	const length = whole(byteLength, 'a buffer’s length');
	const isFallback = Object.values(extensions ?? {}).some((extension) => extension?.fallback === true);
	if (uri?.startsWith('data:')) {
		const data = uri.slice(uri.indexOf(',') + 1);
		const holds = uri.includes(';base64,')
			? Math.floor((data.replace(/=+$/, '').length * 3) / 4)
			: data.length;
		if (holds < length) throw broken(`buffer ${index} needs ${length} bytes, ${holds} are there`);
	} else if (uri === undefined && !isFallback && length > 0) {
		if (index > 0 || bin === undefined || bin === 'no chunk')
			throw broken(`buffer ${index} needs ${length} bytes, there are none`);
		if (bin < length) throw broken(`buffer ${index} needs ${length} bytes, ${bin} are there`);
	}
	return length;
}

function checkView(view: BufferView, lengths: readonly number[]): void {
	// Compressed, the same view lies elsewhere as well.
	const packed = Object.values(view.extensions ?? {}).filter(({ buffer }) => buffer !== undefined);
	for (const { buffer, byteOffset, byteLength } of [view, ...packed]) {
		const within = lengths[whole(buffer, 'a buffer view’s buffer')];
		if (within === undefined) throw broken('a buffer view lies in no buffer');
		const end =
			whole(byteOffset ?? 0, 'a buffer view’s offset') + whole(byteLength, 'a buffer view’s length');
		if (end > within) throw broken(`a buffer view ends at byte ${end} of a buffer of ${within}`);
	}
}

const componentBytes: Readonly<Record<number, number>> = {
	5120: 1,
	5121: 1,
	5122: 2,
	5123: 2,
	5125: 4,
	5126: 4,
};
const components: Readonly<Record<string, number>> = {
	SCALAR: 1,
	VEC2: 2,
	VEC3: 3,
	VEC4: 4,
	MAT2: 4,
	MAT3: 9,
	MAT4: 16,
};

function checkAccessor(accessor: Accessor, views: readonly BufferView[]): void {
	const { bufferView, byteOffset = 0, componentType = 0, type = '', sparse } = accessor;
	const count = whole(accessor.count, 'an accessor’s count');
	for (const index of [bufferView, sparse?.indices?.bufferView, sparse?.values?.bufferView])
		if (index !== undefined && !views[index]) throw broken('an accessor lies in no buffer view');
	const view = bufferView === undefined ? undefined : views[bufferView];
	const element = (componentBytes[componentType] ?? 0) * (components[type] ?? 0);
	if (!view || element === 0 || count === 0) return;
	const end =
		whole(byteOffset, 'an accessor’s offset') + (view.byteStride ?? element) * (count - 1) + element;
	if (end > (view.byteLength ?? 0))
		throw broken(`an accessor ends at byte ${end} of a buffer view of ${view.byteLength}`);
}

function whole(value: unknown, what: string): number {
	if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
	throw broken(`${what} is “${String(value)}”`);
}
