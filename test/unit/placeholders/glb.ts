import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { modelFromImage } from '../../../src/placeholders/modelFromImage';
import { modelFromPrompt, type PlaceholderOptions } from '../../../src/placeholders/modelFromPrompt';
import { modelFromViews, type ViewBytes } from '../../../src/placeholders/modelFromViews';

export async function glbFromPrompt(prompt: string, options: PlaceholderOptions): Promise<Uint8Array> {
	return writeGlb(modelFromPrompt(prompt, options));
}

export async function glbFromImage(image: Uint8Array): Promise<Uint8Array> {
	return writeGlb(await modelFromImage(image));
}

export async function glbFromViews(views: ViewBytes): Promise<Uint8Array> {
	return writeGlb(await modelFromViews(views));
}
