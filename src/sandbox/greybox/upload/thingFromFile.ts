import type { Thing } from '../thing';

/**
 * The thing in an uploaded model file. A GLB is read: shapes, colours, textures; skeletons and clips are left out.
 * Files in other formats are stood in for by the kind that the file's name calls for.
 * @throws UnreadableModel when a GLB is damaged.
 */
export async function thingFromFile(_bytes: Uint8Array, fileName: string): Promise<Thing> {
	throw new Error(`${fileName} cannot be read yet.`);
}
