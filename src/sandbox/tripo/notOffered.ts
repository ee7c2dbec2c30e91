import type { Route } from '../http/router';
import { Refusal } from './refusal';
import type { Visit } from './visit';

/** Calls that the real service has and the sandbox does not, so that it can say so instead of "not found". */
const paths: readonly string[] = [
	'/generation/image-to-splat',
	'/mesh/smartsegment',
	'/files/upload-credentials',
];

/** It is there, but every model that it could work on has been retired. */
const retired = '/models/refine';

export const notOfferedRoutes: readonly Route<Visit>[] = [
	...paths.map(
		(path): Route<Visit> => ({
			method: 'POST',
			path,
			run: () => {
				throw new Refusal('unsupportedTask', `The sandbox does not offer ${path}.`);
			},
		}),
	),
	{
		method: 'POST',
		path: retired,
		run: () => {
			throw new Refusal('retiredModel', 'Drafts of the retired models were all that could be refined.');
		},
	},
];
