import type { Picture } from '../recipe';
import { invalid } from '../refusal';
import { withSourcePicture } from '../sources';
import type { Inputs, Source } from './inputs';
import { promptIn } from './prompt';
import { isRecord } from './references';

/** What a texture is to look like; nothing of it stands for "like the picture of the source". */
export interface TexturePrompt {
	text?: string;
	pictures?: Picture[];
}

/** The ways to say it, of which a request takes one. */
const ways = ['text', 'image', 'images'] as const;

/**
 * Reads `texture_prompt`. Without one the source needs a picture of its own, and pictures are taken only for what
 * the service has generated itself; everything else has to be described in words.
 */
export async function texturePromptIn(
	value: unknown,
	source: Source,
	inputs: Inputs,
): Promise<TexturePrompt> {
	const own = source.task !== undefined && withSourcePicture.includes(source.task.type);
	if (value === undefined) {
		if (!own) {
			throw invalid('texture_prompt', 'must have text, because the source has no picture to go by');
		}
		return {};
	}
	const given = isRecord(value) ? ways.filter((way) => value[way] !== undefined) : [];
	if (!isRecord(value) || given.length !== 1) {
		throw invalid('texture_prompt', `must be an object with one of ${ways.join(', ')}`);
	}
	const style = value.style_image;
	if (given[0] === 'text') {
		const text = promptIn('texture_prompt.text', value.text, 1024);
		const pictures = style === undefined ? [] : [await file(inputs, 'texture_prompt.style_image', style)];
		return { text, ...(pictures.length > 0 ? { pictures } : {}) };
	}
	if (style !== undefined) {
		throw invalid('texture_prompt.style_image', 'goes together with text only');
	}
	if (!own) {
		throw invalid('texture_prompt', 'must be text: pictures are taken only for models made by the service');
	}
	return { pictures: await reference(value, inputs) };
}

async function reference(value: Record<string, unknown>, inputs: Inputs): Promise<Picture[]> {
	if (value.image !== undefined) {
		return [await file(inputs, 'texture_prompt.image', value.image)];
	}
	const { images } = value;
	if (!Array.isArray(images) || images.length !== 4) {
		throw invalid('texture_prompt.images', 'must be 4 pictures: front, left, back, right');
	}
	const pictures: Picture[] = [];
	for (const image of images) {
		pictures.push(await file(inputs, 'texture_prompt.images', image));
	}
	return pictures;
}

/** Only the object form is known to work here. */
function file(inputs: Inputs, field: string, value: unknown): Promise<Picture> {
	if (!isRecord(value)) {
		throw invalid(field, 'must be an object with a file_token or a url');
	}
	return inputs.picture(field, value, { tasks: [] });
}
