import { viewNames } from '../../model/request';
import { extensionOf } from '../catalogue/facts';
import { sentOptions } from '../catalogue/references';
import type { PreparedRequest } from '../provider';
import { tripoCatalogue } from './catalogue/catalogue';

/** The JSON body of the paid POST: only what the user set, the model, and the inputs, which no option can replace. */
export function bodyOf(prepared: PreparedRequest): Record<string, unknown> {
	const spec = tripoCatalogue.operations[prepared.request.operation];
	const models = spec?.models;
	return {
		...(models ? { [models.option]: models.default } : {}),
		...sentOptions(spec, prepared),
		...inputOf(prepared),
	};
}

function inputOf(prepared: PreparedRequest): Record<string, unknown> {
	const { request, tokens, sourceTaskId } = prepared;
	const { operation } = request;
	const pictures = (request.images ?? []).map((path) => tokens.get(path));
	switch (operation) {
		case 'textToModel':
		case 'textToImage':
			return { prompt: request.prompt };
		case 'multiviewToModel':
			return { inputs: sourceTaskId ? [{ task_id: sourceTaskId }] : viewsOf(prepared) };
		case 'texture':
			return { input: sourceOf(prepared), ...textureOf(prepared) };
		case 'imageToImage':
			return {
				...(pictures.length === 1 ? { input: pictures[0] } : { inputs: pictures }),
				...(request.prompt?.trim() ? { prompt: request.prompt } : {}),
			};
		case 'imageToModel':
			return { input: sourceTaskId ?? pictures[0] };
		case 'imageToMultiview':
			return { input: prepared.sourcePicture ?? pictures[0] };
		default:
			return { input: sourceOf(prepared) };
	}
}

/** A task, or the user's own model file. */
function sourceOf({ request, tokens, sourceTaskId }: PreparedRequest): string | undefined {
	const { source } = request;
	return source?.kind === 'file' ? tokens.get(source.path) : sourceTaskId;
}

/** The view-keyed form: what is absent is left out, and no order can be got wrong. */
function viewsOf({ request, tokens }: PreparedRequest): unknown[] {
	return viewNames.flatMap((name) => {
		const path = request.views?.[name];
		return path === undefined ? [] : [{ [name]: tokens.get(path) }];
	});
}

/** What the texture is to look like, in the nested form: text, one picture, or all four views in their order. */
function textureOf({ request, tokens, extensions }: PreparedRequest): Record<string, unknown> {
	const { prompt, images = [], views } = request;
	// Within `texture_prompt`, files are objects as in the API's second version, not plain tokens.
	const file = (path: string): Record<string, unknown> => {
		const extension = extensions?.get(path) ?? extensionOf(path);
		return { type: extension === 'jpg' ? 'jpeg' : extension, file_token: tokens.get(path) };
	};
	const [image] = images;
	if (prompt?.trim()) return { texture_prompt: { text: prompt } };
	if (image !== undefined) return { texture_prompt: { image: file(image) } };
	if (!views) return {};
	return {
		texture_prompt: { images: viewNames.flatMap((name) => (views[name] ? [file(views[name])] : [])) },
	};
}
