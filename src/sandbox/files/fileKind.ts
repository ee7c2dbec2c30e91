/** The kinds of file the service takes; the sandbox looks inside, not only at the name. */
export type FileKind = 'png' | 'jpeg' | 'webp' | 'glb' | 'gltf' | 'fbx' | 'obj' | 'stl' | '3mf' | 'usdz';

const kindsByExtension: Readonly<Record<string, FileKind>> = {
	png: 'png',
	jpg: 'jpeg',
	jpeg: 'jpeg',
	webp: 'webp',
	glb: 'glb',
	gltf: 'gltf',
	fbx: 'fbx',
	obj: 'obj',
	stl: 'stl',
	'3mf': '3mf',
	usdz: 'usdz',
};

const pictures: readonly FileKind[] = ['png', 'jpeg', 'webp'];

export function isPicture(kind: FileKind): boolean {
	return pictures.includes(kind);
}

/** The kind that a file name or a bare extension stands for. */
export function kindOfName(name: string): FileKind | undefined {
	const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
	return Object.hasOwn(kindsByExtension, extension) ? kindsByExtension[extension] : undefined;
}

/**
 * What the bytes are, by their first ones. OBJ, STL and the like have no signature and are told by name. A
 * picture under another picture's name is fine, as it is with the service; anything else is not. What the official
 * SDK calls `upload.bin`, for want of a name, is what its bytes are.
 */
export function kindOfFile(name: string, bytes: Buffer): FileKind | undefined {
	const named = kindOfName(name);
	const seen = kindBySignature(bytes);
	if (named === undefined) return /\.bin$/i.test(name) ? seen : undefined;
	if (isPicture(named)) return seen !== undefined && isPicture(seen) ? seen : undefined;
	const signed: FileKind[] = ['glb', 'fbx'];
	if (signed.includes(named)) return seen === named ? named : undefined;
	return seen === undefined ? named : undefined;
}

/** A picture, GLB or binary FBX by its first bytes. */
export function kindBySignature(bytes: Buffer): FileKind | undefined {
	const latin = bytes.toString('latin1', 0, 24);
	if (latin.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (latin.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') return 'webp';
	if (latin.startsWith('glTF')) return 'glb';
	return latin.startsWith('Kaydara FBX Binary') ? 'fbx' : undefined;
}

export type InputFormat = Extract<FileKind, 'glb' | 'gltf' | 'fbx' | 'obj' | 'stl'>;

/** Bytes of the header and of one triangle of a binary STL. */
const stl = { header: 84, triangle: 50 };

/** The format of a model file by its bytes alone, as a data URI has no name; `undefined` for anything else. */
export function modelFormatOf(bytes: Buffer): InputFormat | undefined {
	const start = bytes.toString('latin1', 0, 4096);
	if (start.startsWith('glTF')) return 'glb';
	if (start.startsWith('Kaydara FBX Binary') || start.startsWith('; FBX')) return 'fbx';
	if (/^\s*\{/.test(start) && start.includes('"asset"')) return 'gltf';
	const triangles = bytes.length >= stl.header ? bytes.readUInt32LE(stl.header - 4) : -1;
	if (bytes.length === stl.header + stl.triangle * triangles || /^solid\b[\s\S]*\bfacet\b/.test(start))
		return 'stl';
	return /^\s*(#.*\s+)*(mtllib|o|g|v)\s/.test(start) ? 'obj' : undefined;
}
