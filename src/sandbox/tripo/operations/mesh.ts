import { lowPolyLimits } from '../faceLimits';
import { decimateModels, segmentModels } from '../models';
import { invalid } from '../refusal';
import type { Request } from '../request';
import { flag, partNames } from '../rules';
import { sources } from '../sources';
import type { Operation } from './operation';
import { namedParts } from './parts';
import { steppedResult } from './results';

/** Faces that the plain decimation goes down to; it needs to be told. */
const plainMost = { triangles: 2_000_000, quads: 150_000 };

/** Work on the mesh and its parts. */
export const mesh: readonly Operation[] = [
	{
		type: 'mesh_segmentation',
		path: '/mesh/segment',
		category: 'mesh',
		menu: segmentModels,
		parameters: {
			segmentation_granularity: {
				rule: { kind: 'choice', values: ['simple', 'balanced', 'detailed'] },
				families: ['S2'],
			},
			split_by_connectivity: { ...flag, families: ['S2'] },
			ref_image: { rule: { kind: 'reference' }, families: ['S2'] },
		},
		order: async ({ body }, inputs) => {
			if (body.ref_image !== undefined) {
				await inputs.picture('ref_image', body.ref_image, { tasks: [] });
			}
			const { model } = await inputs.model(body, sources.mesh_segmentation);
			return { result: steppedResult(model, { do: 'segment' }) };
		},
	},
	{
		type: 'mesh_completion',
		path: '/mesh/complete',
		category: 'mesh',
		parameters: {
			part_names: partNames,
			completion_mode: { rule: { kind: 'choice', values: ['ai_completion', 'quick_cap'] } },
		},
		order: async ({ body, sent }, inputs) => {
			const { model } = await inputs.model(body, sources.mesh_completion);
			return { result: steppedResult(model, { do: 'complete', ...namedParts(sent) }) };
		},
	},
	{
		type: 'highpoly_to_lowpoly',
		path: '/mesh/decimate',
		category: 'mesh',
		menu: decimateModels,
		parameters: {
			face_limit: { rule: { kind: 'whole', least: 1, most: plainMost.triangles } },
			quad: flag,
			bake: { ...flag, families: ['D2'] },
			part_names: { ...partNames, families: ['D2'] },
		},
		order: async (request, inputs) => {
			const faceLimit = targetIn(request);
			const { sent } = request;
			const { model } = await inputs.model(request.body, sources.highpoly_to_lowpoly);
			return {
				result: steppedResult(model, {
					do: 'decimate',
					quad: sent.quad === true,
					...(faceLimit === undefined ? {} : { faceLimit }),
					...namedParts(sent),
				}),
			};
		},
	},
];

function targetIn({ sent, family }: Request): number | undefined {
	const quad = sent.quad === true;
	const asked = sent.face_limit;
	if (typeof asked !== 'number') {
		if (family === 'D1') {
			throw invalid('face_limit', 'is needed with the model v1.0');
		}
		return undefined;
	}
	const { least, most } =
		family === 'D1' ? { least: 1, most: quad ? plainMost.quads : plainMost.triangles } : lowPolyLimits(quad);
	if (asked < least || asked > most) {
		throw invalid('face_limit', `must be from ${least} to ${most}`);
	}
	return asked;
}
