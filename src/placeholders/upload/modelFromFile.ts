import { kindOf, modelFromPrompt } from '../modelFromPrompt';
import type { PlaceholderModel } from '../placeholderModel';
import { isGlb, isReadable, readGlb } from './readGlb';

/** What a file's name says: `IronSword-02.fbx` is an iron sword. */
function wordsOf(fileName: string): string {
	const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
	return stem
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/[^\p{L}\p{M}]+/gu, ' ')
		.trim()
		.toLowerCase();
}

/**
 * The model in an uploaded model file. A GLB is read: shapes, colours, textures; skeletons and clips are left out.
 * Other formats, and GLBs with compressed contents, are stood in for by what the file's name calls for.
 * @throws UnreadableModel when a GLB is damaged or has no triangles.
 */
export async function modelFromFile(bytes: Uint8Array, fileName: string): Promise<PlaceholderModel> {
	const words = wordsOf(fileName);
	if (!isGlb(bytes) || !(await isReadable(bytes))) return modelFromPrompt(words, { seed: 1, texture: true });
	const model = await readGlb(bytes);
	const named = words ? { ...model, name: words } : model;
	const { body } = kindOf(`${words}, ${model.name}`);
	return body ? { ...named, body } : named;
}
