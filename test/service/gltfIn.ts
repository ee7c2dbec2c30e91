import { readFile } from 'node:fs/promises';

/** The parts of a glTF that tests ask about. */
export interface Gltf {
	readonly meshes?: readonly unknown[];
	readonly skins?: readonly unknown[];
	readonly animations?: readonly { readonly name?: string }[];
}

/** The JSON of a GLB file. */
export async function gltfIn(path: string): Promise<Gltf> {
	const bytes = await readFile(path);
	return JSON.parse(bytes.toString('utf8', 20, 20 + bytes.readUInt32LE(12)));
}
