import type { JobRequest, Operation } from '../../jobs/request';
import { viewNames } from '../../jobs/request';
import type { PreparedRequest } from '../provider';
import { defaultTripoModel } from './models';

interface Call {
	readonly path: string;
	/** The `type` that tasks and usage rows carry. */
	readonly type: string;
}

const calls: Record<Operation, Call> = {
	textToModel: { path: '/generation/text-to-model', type: 'text_to_model' },
	imageToModel: { path: '/generation/image-to-model', type: 'image_to_model' },
	multiviewToModel: { path: '/generation/multiview-to-model', type: 'multiview_to_model' },
};

export function callOf(operation: Operation): Call {
	return calls[operation];
}

/** The JSON body of the paid POST: only what the user set, and `model`, which v3 requires. */
export function bodyOf({ request, tokens }: PreparedRequest): Record<string, unknown> {
	return { model: defaultTripoModel, ...request.options, ...inputOf(request, tokens) };
}

function inputOf(request: JobRequest, tokens: PreparedRequest['tokens']): Record<string, unknown> {
	switch (request.operation) {
		case 'textToModel':
			return { prompt: request.prompt };
		case 'imageToModel':
			return { input: tokens.get(request.image) };
		case 'multiviewToModel': {
			const { views } = request;
			// The view-keyed form: what is absent is left out, and no order can be got wrong.
			return {
				inputs: viewNames.flatMap((name) => {
					const path = views[name];
					return path === undefined ? [] : [{ [name]: tokens.get(path) }];
				}),
			};
		}
	}
}
