import type { PictureRecipe } from '../../models/recipe';
import { promptIn } from '../createRequest';
import { withSourcePicture } from '../sourceRules';
import { invalid } from '../tripoRefusal';
import { isRecord } from './references';
import type { ModelInput, RequestInputs } from './requestInputs';

/** What a texture is to look like; nothing of it stands for "like the picture of the source". */
export interface TexturePrompt {
	text?: string;
	picture?: PictureRecipe;
}

/** The ways to say it, of which a request takes one. */
const ways = ['text', 'image', 'images'] as const;

/**
 * Reads `texture_prompt`. Without one the source needs a picture of its own, and pictures are taken only for what
 * the service has generated itself; everything else has to be described in words.
 */
export async function texturePromptIn(
	value: unknown,
	source: ModelInput,
	inputs: RequestInputs,
): Promise<TexturePrompt> {
	const own = source.task !== undefined && withSourcePicture.includes(source.task.type);
	if (value === undefined) {
		if (!own) throw invalid('texture_prompt', 'must have text, because the source has no picture to go by');
		return {};
	}
	const given = isRecord(value) ? ways.filter((way) => value[way] !== undefined) : [];
	if (!isRecord(value) || given.length !== 1)
		throw invalid('texture_prompt', `must be an object with one of ${ways.join(', ')}`);
	const style = value.style_image;
	if (given[0] === 'text') {
		const text = promptIn('texture_prompt.text', value.text, 1024);
		const picture = style === undefined ? style : await file(inputs, 'texture_prompt.style_image', style);
		return { text, ...(picture && { picture }) };
	}
	if (style !== undefined) throw invalid('texture_prompt.style_image', 'goes together with text only');
	if (!own)
		throw invalid('texture_prompt', 'must be text: pictures are taken only for models made by the service');
	return { picture: await frontPicture(value, inputs) };
}

/** Of several pictures the front one decides; the others only have to be pictures. */
async function frontPicture(value: Record<string, unknown>, inputs: RequestInputs): Promise<PictureRecipe> {
	if (value.image !== undefined) return file(inputs, 'texture_prompt.image', value.image);
	const { images } = value;
	if (!Array.isArray(images) || images.length !== 4)
		throw invalid('texture_prompt.images', 'must be 4 pictures: front, left, back, right');
	const front = await file(inputs, 'texture_prompt.images', images[0]);
	for (const image of images.slice(1)) await file(inputs, 'texture_prompt.images', image);
	return front;
}

/** Only the object form is known to work here. */
function file(inputs: RequestInputs, field: string, value: unknown): Promise<PictureRecipe> {
	if (!isRecord(value)) throw invalid(field, 'must be an object with a file_token or a url');
	return inputs.picture(field, value, { tasks: [] });
}
