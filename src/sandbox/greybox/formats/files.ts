import type { Thing } from '../thing';
import { writeGlb, writeGltf } from './gltf';

export type ModelFormat = 'glb' | 'gltf' | 'fbx' | 'obj' | 'stl' | 'usdz' | '3mf';

export interface ModelFile {
	/** Without a folder; the files of a model refer to one another by it. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface ModelFiles {
	/** `model.<format>`. */
	readonly main: ModelFile;
	/** What the main file refers to: buffers, materials, textures. */
	readonly others: readonly ModelFile[];
}

async function written(thing: Thing, format: ModelFormat): Promise<readonly ModelFile[]> {
	switch (format) {
		case 'glb':
			return [{ name: 'model.glb', bytes: await writeGlb(thing) }];
		case 'gltf':
			return writeGltf(thing);
		default:
			throw new Error(`${format} is not written yet.`);
	}
}

/** The thing in a file format. The same thing gives the same bytes. */
export async function filesOf(thing: Thing, format: ModelFormat): Promise<ModelFiles> {
	const [main, ...others] = await written(thing, format);
	if (!main) throw new Error(`Nothing was written as ${format}.`);
	return { main, others };
}
