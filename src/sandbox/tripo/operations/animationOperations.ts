import { type RigType, rigTypes } from '../../../placeholders/rig/rigType';
import { clipsThatFit, everyClip, type Rig } from '../clips';
import { type Body, choice, flags } from '../createRequest';
import { sources } from '../sourceRules';
import { rigModels } from '../tripoModels';
import { invalid } from '../tripoRefusal';
import type { TripoTask } from '../tripoTask';
import { reshaped, type TripoDraft, type TripoOperation } from './tripoOperation';

const outFormat = choice('glb', 'fbx');

/** Skeletons, and clips for them. */
export const animationOperations: readonly TripoOperation[] = [
	{
		type: 'animate_prerigcheck',
		path: '/animations/rig-check',
		category: 'animation',
		parameters: {},
		draft: async ({ body }, inputs) => {
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
			rig_type: choice(...rigTypes),
			// What `rig_type` used to be called.
			topology: choice(...rigTypes),
			spec: choice('tripo', 'mixamo'),
			out_format: outFormat,
		},
		draft: async ({ body, sent, family, model: rigModel }, inputs) => {
			const rigType = (sent.rig_type ?? sent.topology ?? 'biped') as RigType;
			if (family === 'R1' && rigType !== 'biped')
				throw invalid('rig_type', `must be biped with the model ${rigModel}`);
			const { model } = await inputs.model(body, sources.animate_rig);
			const spec = sent.spec === 'mixamo' ? 'mixamo' : 'tripo';
			const names = spec === 'mixamo' ? 'mixamo' : 'plain';
			const result = reshaped(model, [{ do: 'rig', rigType, names }]);
			return { result: { ...result, format: formatOf(sent) }, echo: { rig_type: rigType, spec } };
		},
	},
	{
		type: 'animate_retarget',
		path: '/animations/retarget',
		category: 'animation',
		parameters: {
			animation: choice(...everyClip),
			animations: { kind: 'texts', least: 1, most: 5 },
			out_format: outFormat,
			...flags('bake_animation export_with_geometry animate_in_place render_video'),
		},
		draft: async ({ body, sent }, inputs) => {
			const clips = clipsIn(sent);
			const { model: rigged, task } = await inputs.model(body, sources.animate_retarget);
			return {
				result: {
					kind: 'clips',
					rigged,
					clips,
					inPlace: sent.animate_in_place === true,
					bare: sent.export_with_geometry === false,
					format: formatOf(sent),
				},
				...failureOf(clips, task && rigOf(task)),
			};
		},
	},
];

function formatOf({ out_format: format }: Body): 'glb' | 'fbx' {
	return format === 'fbx' ? 'fbx' : 'glb';
}

/** One clip or a list of them, never both. A name that is on no list is refused at once. */
function clipsIn({ animation: one, animations: several }: Body): string[] {
	if ((one === undefined) === (several === undefined))
		throw invalid('animation', 'or animations must be sent, one of the two');
	const clips = one === undefined ? (several as string[]) : [String(one)];
	const unknown = clips.find((clip) => !everyClip.includes(clip));
	if (unknown !== undefined) throw invalid('animations', `has an unknown clip: ${unknown}`);
	return clips;
}

/** What a rig task shows of the skeleton that it made. */
function rigOf({ echo }: TripoTask): Rig {
	const family = rigModels.families[String(echo.model_version)] ?? '';
	return { family, spec: String(echo.spec), rigType: echo.rig_type as RigType };
}

/** A clip that the rig cannot take makes the task fail. */
function failureOf(clips: readonly string[], rig: Rig | undefined): Pick<TripoDraft, 'plannedFailure'> {
	const unfit = clips.find((clip) => !rig || !clipsThatFit(rig).includes(clip));
	if (unfit === undefined) return {};
	const errorMessage = `${unfit} cannot be put on a ${rig?.spec} rig of this model and type.`;
	return { plannedFailure: { status: 'failed', errorCode: 1004, errorMessage } };
}
