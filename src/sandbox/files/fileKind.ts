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
	const seen = signature(bytes);
	if (named === undefined) {
		return /\.bin$/i.test(name) ? seen : undefined;
	}
	if (isPicture(named)) {
		return seen !== undefined && isPicture(seen) ? seen : undefined;
	}
	const signed: FileKind[] = ['glb', 'fbx'];
	if (signed.includes(named)) {
		return seen === named ? named : undefined;
	}
	return seen === undefined ? named : undefined;
}

function signature(bytes: Buffer): FileKind | undefined {
	const latin = bytes.toString('latin1', 0, 24);
	if (latin.startsWith('\x89PNG\r\n\x1a\n')) {
		return 'png';
	}
	if (latin.startsWith('\xff\xd8\xff')) {
		return 'jpeg';
	}
	if (latin.startsWith('RIFF') && latin.slice(8, 12) === 'WEBP') {
		return 'webp';
	}
	if (latin.startsWith('glTF')) {
		return 'glb';
	}
	return latin.startsWith('Kaydara FBX Binary') ? 'fbx' : undefined;
}
