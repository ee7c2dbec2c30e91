import type { Route } from '../http/router';
import { Refusal } from './refusal';
import type { Visit } from './visit';

/** Calls that the real service has and the sandbox does not, so that it can say so instead of "not found". */
const paths: readonly string[] = [
	'/generation/image-to-splat',
	'/generation/text-to-image',
	'/generation/image-to-image',
	'/generation/image-to-multiview',
	'/generation/edit-multiview',
	'/models/texture',
	'/models/convert',
	'/models/import',
	'/models/stylize',
	'/models/refine',
	'/mesh/segment',
	'/mesh/smartsegment',
	'/mesh/complete',
	'/mesh/decimate',
	'/animations/rig-check',
	'/animations/rig',
	'/animations/retarget',
	'/files/upload-credentials',
];

export const notOfferedRoutes: readonly Route<Visit>[] = paths.map((path) => ({
	method: 'POST',
	path,
	run: () => {
		throw new Refusal('unsupportedTask', `The sandbox does not offer ${path}.`);
	},
}));
