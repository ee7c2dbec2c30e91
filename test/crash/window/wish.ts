import path from 'node:path';
import type { GenerateRequest } from '../../../src/core/model/generateRequest';
import type { JobRequest } from '../../../src/core/model/request';
import type { Wanted } from '../plan/plan';

/** The pictures that all runs use, in the folder of pictures. */
export const pictureNames = { front: 'front.png', left: 'left.png' } as const;

/** What a wish asks for, once. */
export function jobFor(wanted: Wanted, output: string, pictures: string): GenerateRequest {
	return {
		provider: 'tripo',
		...requestFor(wanted, pictures),
		// One name for all: each job has to find a free one beside the others.
		...{ folder: output, name: 'thing' },
	};
}

function requestFor({ operation, prompt, key }: Wanted, pictures: string): JobRequest {
	// Without textures, because the sandbox would spend more time on painting than all windows on living.
	const options = { model: 'P1-20260311', model_seed: key, texture: false, pbr: false };
	const front = path.join(pictures, pictureNames.front);
	switch (operation) {
		case 'textToModel':
			return { operation, prompt, options };
		case 'imageToModel':
			return { operation, images: [front], options };
		case 'multiviewToModel':
			return { operation, views: { front, left: path.join(pictures, pictureNames.left) }, options };
		default:
			throw new Error(`no wish is made of ${operation}`);
	}
}
