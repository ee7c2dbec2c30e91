import { type RigType, rigTypes } from '../../../placeholders/rig/rigType';
import { clipsThatFit, everyClip } from '../clips';
import { rigModels } from '../models';
import { rigOf } from '../recipe';
import { invalid } from '../refusal';
import type { Body } from '../request';
import { flag, type Parameter } from '../rules';
import { sources } from '../sources';
import type { Operation } from './operation';

const outFormat: Parameter = { rule: { kind: 'choice', values: ['glb', 'fbx'] } };

/** Skeletons, and clips for them. */
export const animation: readonly Operation[] = [
	{
		type: 'animate_prerigcheck',
		path: '/animations/rig-check',
		category: 'animation',
		parameters: {},
		order: async ({ body }, inputs) => {
			const { model } = await inputs.model(body, sources.animate_prerigcheck);
			return { result: { kind: 'rigCheck', model } };
		},
	},
	{
		type: 'animate_rig',
		path: '/animations/rig',
		category: 'animation',
		menu: rigModels,
		parameters: {
			rig_type: { rule: { kind: 'choice', values: rigTypes } },
			// What `rig_type` used to be called.
			topology: { rule: { kind: 'choice', values: rigTypes } },
			spec: { rule: { kind: 'choice', values: ['tripo', 'mixamo'] } },
			out_format: outFormat,
		},
		order: async ({ body, sent, family, model: rigModel }, inputs) => {
			const rigType = (sent.rig_type ?? sent.topology ?? 'biped') as RigType;
			if (family === 'R1' && rigType !== 'biped') {
				throw invalid('rig_type', `must be biped with the model ${rigModel}`);
			}
			const { model } = await inputs.model(body, sources.animate_rig);
			const spec = sent.spec === 'mixamo' ? 'mixamo' : 'tripo';
			return {
				result: {
					kind: 'model',
					model: { from: 'model', model, step: { do: 'rig', model: family, rigType, spec } },
					format: formatOf(sent),
					preview: true,
				},
				echo: { rig_type: rigType, spec },
			};
		},
	},
	{
		type: 'animate_retarget',
		path: '/animations/retarget',
		category: 'animation',
		parameters: {
			animation: { rule: { kind: 'choice', values: everyClip } },
			animations: { rule: { kind: 'texts', least: 1, most: 5 } },
			out_format: outFormat,
			bake_animation: flag,
			export_with_geometry: flag,
			animate_in_place: flag,
			render_video: flag,
		},
		order: async ({ body, sent }, inputs) => {
			const clips = clipsIn(sent);
			const { model: rigged } = await inputs.model(body, sources.animate_retarget);
			const rig = rigOf(rigged);
			const unfit = clips.find((clip) => !rig || !clipsThatFit(rig).includes(clip));
			return {
				result: {
					kind: 'clips',
					rigged,
					clips,
					inPlace: sent.animate_in_place === true,
					bare: sent.export_with_geometry === false,
					format: formatOf(sent),
				},
				...(unfit === undefined
					? {}
					: {
							doom: {
								status: 'failed',
								errorCode: 1004,
								errorMessage: `${unfit} cannot be put on a ${rig?.spec} rig of this model and type.`,
							},
						}),
			};
		},
	},
];

function formatOf({ out_format: format }: Body): 'glb' | 'fbx' {
	return format === 'fbx' ? 'fbx' : 'glb';
}

/** One clip or a list of them, never both. A name that is on no list is refused at once. */
function clipsIn({ animation: one, animations: several }: Body): string[] {
	if ((one === undefined) === (several === undefined)) {
		throw invalid('animation', 'or animations must be sent, one of the two');
	}
	const clips = one === undefined ? (several as string[]) : [String(one)];
	const unknown = clips.find((clip) => !everyClip.includes(clip));
	if (unknown !== undefined) {
		throw invalid('animations', `has an unknown clip: ${unknown}`);
	}
	return clips;
}
