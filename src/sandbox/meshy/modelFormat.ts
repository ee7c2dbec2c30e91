import type { FileKind } from '../files/fileKind';

export type InputFormat = Extract<FileKind, 'glb' | 'gltf' | 'fbx' | 'obj' | 'stl'>;

/** Bytes of the header and of one triangle of a binary STL. */
const stl = { header: 84, triangle: 50 };

/** The format of a model file by its bytes alone, as a data URI has no name; `undefined` for anything else. */
export function modelFormatOf(bytes: Buffer): InputFormat | undefined {
	const start = bytes.toString('latin1', 0, 4096);
	if (start.startsWith('glTF')) {
		return 'glb';
	}
	if (start.startsWith('Kaydara FBX Binary') || start.startsWith('; FBX')) {
		return 'fbx';
	}
	if (/^\s*\{/.test(start) && start.includes('"asset"')) {
		return 'gltf';
	}
	const triangles = bytes.length >= stl.header ? bytes.readUInt32LE(stl.header - 4) : -1;
	if (bytes.length === stl.header + stl.triangle * triangles || /^solid\b[\s\S]*\bfacet\b/.test(start)) {
		return 'stl';
	}
	return /^\s*(#.*\s+)*(mtllib|o|g|v)\s/.test(start) ? 'obj' : undefined;
}
