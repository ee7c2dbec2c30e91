import { picturesOf } from '../../model/request';
import { folded } from '../catalogue/fields';
import { sentOptions } from '../catalogue/references';
import type { PreparedRequest } from '../provider';
import { meshyCatalogue } from './catalogue/catalogue';

/** The JSON body of the paid POST: the input, and the options of a completed request as they are. */
export function bodyOf(prepared: PreparedRequest): Record<string, unknown> {
	const spec = meshyCatalogue.operations[prepared.request.operation];
	return { ...folded(sentOptions(spec, prepared)), ...inputOf(prepared) };
}

/** Meshy names its inputs anew for nearly every call. What is undefined here is left out of the JSON. */
function inputOf(prepared: PreparedRequest): Record<string, unknown> {
	const { request, tokens, sourceTaskId } = prepared;
	const prompt = request.prompt?.trim() ? request.prompt : undefined;
	const pictures = picturesOf(request).map((path) => tokens.get(path));
	const [picture] = pictures;
	switch (request.operation) {
		case 'textToModel':
			return { mode: 'preview', prompt };
		case 'refine':
			return {
				mode: 'refine',
				preview_task_id: sourceTaskId,
				texture_prompt: prompt,
				texture_image_url: picture,
			};
		case 'imageToModel':
			return sourceTaskId ? { input_task_id: sourceTaskId } : { image_url: picture };
		case 'multiviewToModel':
			return sourceTaskId ? { input_task_id: sourceTaskId } : { image_urls: pictures };
		case 'texture':
			if (request.views) return { ...modelOf(prepared), multiview_image_urls: pictures };
			return { ...modelOf(prepared), text_style_prompt: prompt, image_style_url: picture };
		case 'retarget':
			return { rig_task_id: sourceTaskId };
		case 'textToImage':
		case 'textToMotion':
			return { prompt };
		case 'imageToImage':
			return {
				prompt,
				...(sourceTaskId ? { input_task_id: sourceTaskId } : { reference_image_urls: pictures }),
			};
		default:
			return modelOf(prepared);
	}
}

function modelOf({ request, tokens, sourceTaskId }: PreparedRequest): Record<string, unknown> {
	const { source } = request;
	return source?.kind === 'file' ? { model_url: tokens.get(source.path) } : { input_task_id: sourceTaskId };
}
