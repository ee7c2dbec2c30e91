import { type CreateRequest, choice, flag, partNames } from '../createRequest';
import { lowPolyLimits } from '../generationOptions';
import { sources } from '../sourceRules';
import { decimateModels, segmentModels } from '../tripoModels';
import { invalid } from '../tripoRefusal';
import { partsIn, reshaped, type TripoOperation } from './tripoOperation';

/** Faces that the plain decimation goes down to; it needs to be told. */
const plainMost = { triangles: 2_000_000, quads: 150_000 };

/** Work on the mesh and its parts. */
export const meshOperations: readonly TripoOperation[] = [
	{
		type: 'mesh_segmentation',
		path: '/mesh/segment',
		category: 'mesh',
		menu: segmentModels,
		parameters: {
			segmentation_granularity: { ...choice('simple', 'balanced', 'detailed'), families: ['S2'] },
			split_by_connectivity: { ...flag, families: ['S2'] },
			ref_image: { kind: 'other', families: ['S2'] },
		},
		draft: async ({ body }, inputs) => {
			if (body.ref_image !== undefined) await inputs.picture('ref_image', body.ref_image, { tasks: [] });
			const { model } = await inputs.model(body, sources.mesh_segmentation);
			return { result: reshaped(model, [{ do: 'unrig' }, { do: 'segment' }]) };
		},
	},
	{
		type: 'mesh_completion',
		path: '/mesh/complete',
		category: 'mesh',
		parameters: { part_names: partNames, completion_mode: choice('ai_completion', 'quick_cap') },
		draft: async (request, inputs) => {
			const { model } = await inputs.model(request.body, sources.mesh_completion);
			return { result: reshaped(model, [{ do: 'complete', ...partsIn(request) }]) };
		},
	},
	{
		type: 'highpoly_to_lowpoly',
		path: '/mesh/decimate',
		category: 'mesh',
		menu: decimateModels,
		parameters: {
			face_limit: { kind: 'whole', least: 1, most: plainMost.triangles },
			quad: flag,
			bake: { ...flag, families: ['D2'] },
			part_names: { ...partNames, families: ['D2'] },
		},
		draft: async (request, inputs) => {
			const faces = facesIn(request);
			const quads = request.sent.quad === true;
			const { model } = await inputs.model(request.body, sources.highpoly_to_lowpoly);
			const simplify = { do: 'simplify', faces, quads, ...partsIn(request) } as const;
			return { result: reshaped(model, [{ do: 'unrig' }, simplify], quads ? 'fbx' : 'glb') };
		},
	},
];

function facesIn({ sent, family }: CreateRequest): number | undefined {
	const quad = sent.quad === true;
	const asked = sent.face_limit;
	if (typeof asked !== 'number') {
		if (family === 'D1') throw invalid('face_limit', 'is needed with the model v1.0');
		return undefined;
	}
	const { least, most } =
		family === 'D1' ? { least: 1, most: quad ? plainMost.quads : plainMost.triangles } : lowPolyLimits(quad);
	if (asked < least || asked > most) throw invalid('face_limit', `must be from ${least} to ${most}`);
	return asked;
}
