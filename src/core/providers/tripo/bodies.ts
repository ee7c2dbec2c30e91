import { type Operation, viewNames } from '../../jobs/request';
import type { PreparedRequest } from '../provider';
import { tripoCatalogue } from './catalogue/catalogue';

/** Where an operation goes, and the `type` that its tasks and usage rows carry. */
interface Call {
	readonly path: string;
	readonly type: string;
}

const calls: Readonly<Partial<Record<Operation, Call>>> = {
	textToModel: { path: '/generation/text-to-model', type: 'text_to_model' },
	imageToModel: { path: '/generation/image-to-model', type: 'image_to_model' },
	multiviewToModel: { path: '/generation/multiview-to-model', type: 'multiview_to_model' },
};

export function callOf(operation: Operation): Call {
	const call = calls[operation];
	if (!call) throw new Error(`Tripo has no operation ${operation}`);
	return call;
}

/** The JSON body of the paid POST: only what the user set, and the model, which v3 requires for generation. */
export function bodyOf(prepared: PreparedRequest): Record<string, unknown> {
	const { operation, options } = prepared.request;
	const models = tripoCatalogue.operations[operation]?.models;
	return { ...(models ? { [models.option]: models.default } : {}), ...options, ...inputOf(prepared) };
}

function inputOf({ request, tokens, sourceTaskId }: PreparedRequest): Record<string, unknown> {
	const { operation, prompt, images = [], views, source } = request;
	const file = source?.kind === 'file' ? tokens.get(source.path) : undefined;
	switch (operation) {
		case 'textToModel':
			return { prompt };
		case 'multiviewToModel':
			if (sourceTaskId) return { inputs: [{ task_id: sourceTaskId }] };
			// The view-keyed form: what is absent is left out, and no order can be got wrong.
			return {
				inputs: viewNames.flatMap((name) => {
					const path = views?.[name];
					return path === undefined ? [] : [{ [name]: tokens.get(path) }];
				}),
			};
		default:
			return { input: sourceTaskId ?? file ?? tokens.get(images[0] ?? '') };
	}
}
