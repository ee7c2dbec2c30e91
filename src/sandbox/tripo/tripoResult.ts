import type { ArtifactCache } from '../models/artifactCache';
import {
	type Content,
	type ModelRecipe,
	type Output,
	type PictureRecipe,
	rootOf,
	type Side,
	type Views,
	withSteps,
} from '../models/recipe';
import type { TripoTask, TripoTaskType } from './tripoTask';

type ModelFileFormat = Extract<Content, { kind: 'model' }>['format'];

/** What a task leaves behind when it succeeds. */
export type TripoResult =
	| ModelResult
	/** A file for each clip. */
	| {
			kind: 'clips';
			rigged: ModelRecipe;
			clips: string[];
			inPlace: boolean;
			bare: boolean;
			format: 'glb' | 'fbx';
	  }
	/** No file, only whether the model can be rigged, and how. */
	| { kind: 'rigCheck'; model: ModelRecipe }
	| { kind: 'picture'; picture: PictureRecipe; format: 'png' | 'jpeg' }
	/** `shown` are those that the answer has; the others are there for tasks that go on from here. */
	| { kind: 'views'; views: Views<PictureRecipe>; shown: readonly Side[] };

export interface ModelResult {
	kind: 'model';
	model: ModelRecipe;
	format: ModelFileFormat;
	/** The format of a texture task that goes on from here: quads and FBX imports stay FBX. */
	native: 'glb' | 'fbx';
	/** What the file's name says of it, where the type of task does not. */
	label?: 'pbr_model' | 'base_model' | 'model';
	/** There is a picture of it. */
	preview: boolean;
	/** The file is the upload itself. */
	asUploaded?: boolean;
}

/** In the order in which the service counts them. "Left" is the subject's own left. */
export const tripoSides: readonly Side[] = ['front', 'left', 'back', 'right'];

/** The model that a task goes on from when it is given a task with this result. */
export function modelIn(result: TripoResult): ModelRecipe | undefined {
	switch (result.kind) {
		case 'model':
			return result.model;
		case 'clips':
			return animated(result, result.clips);
		default:
			return undefined;
	}
}

/** Whether the model has a skeleton: meshes that were worked on afterwards have lost theirs. */
export function isRigged(model: ModelRecipe): boolean {
	if (model.from !== 'model' || model.step.do === 'unrig') return false;
	return model.step.do === 'rig' || isRigged(model.model);
}

/** Every file of a task, in the order in which its output lists them. Its answer may have `views` elsewhere. */
export function tripoOutputs({ id, type, result }: Pick<TripoTask, 'id' | 'type' | 'result'>): Output[] {
	switch (result.kind) {
		case 'model': {
			const { model, format, preview, label, asUploaded = false } = result;
			const name = `tripo_${fileWords[type] ?? label ?? 'model'}_${id}.${extension(format)}`;
			const whole: Output = { at: ['model_url'], name, content: modelContent(model, format, asUploaded) };
			return preview ? [whole, pictureOutput('rendered_image', { from: 'render', model })] : [whole];
		}
		case 'clips':
			return clipOutputs(id, result);
		case 'picture':
			return [pictureOutput('generated_image', result.picture, result.format)];
		case 'views':
			return result.shown.map((side) =>
				pictureOutput(`${side}_view`, result.views[side] ?? result.views.front),
			);
		case 'rigCheck':
			return [];
	}
}

/**
 * Does what a task is about: its files can be had afterwards, and what it found out is given back. Rejects when what
 * it was made from cannot be used.
 */
export async function finishResult(
	task: Pick<TripoTask, 'id' | 'type' | 'result'>,
	artifacts: ArtifactCache,
): Promise<Record<string, unknown> | undefined> {
	const { result } = task;
	if (result.kind === 'rigCheck') return checkRig(result.model, artifacts);
	if (result.kind === 'model' && result.model.from === 'upload') {
		// Its file is the upload itself, which nobody has looked into yet.
		await artifacts.builder.model(result.model);
	}
	for (const { content } of tripoOutputs(task)) {
		// Previews wait until somebody wants to see them.
		if (content.kind !== 'picture' || content.picture.from !== 'render') await artifacts.files(content);
	}
	return undefined;
}

/**
 * What the check says of a model. Of models made from words it is known whether they have limbs; whoever shows
 * the sandbox a picture or a file to rig means a person until something better is known.
 */
async function checkRig(model: ModelRecipe, { builder }: ArtifactCache): Promise<Record<string, unknown>> {
	const { body } = await builder.model(model);
	const rigType = body ?? (rootOf(model).from === 'words' ? undefined : 'biped');
	return { riggable: rigType !== undefined, rig_type: rigType ?? 'others' };
}

function animated(
	{ rigged, inPlace, bare }: Extract<TripoResult, { kind: 'clips' }>,
	clips: string[],
): ModelRecipe {
	const moving = withSteps(rigged, { do: 'animate', clips, travels: !inPlace });
	return bare ? withSteps(moving, { do: 'armature' }) : moving;
}

function clipOutputs(id: string, result: Extract<TripoResult, { kind: 'clips' }>): Output[] {
	const { clips, format } = result;
	const several = clips.length > 1;
	return clips.map((clip, index) => ({
		at: several ? ['model_urls', index] : ['model_url'],
		name: `tripo_retarget_${id}${several ? `_${index}` : ''}.${format}`,
		content: modelContent(animated(result, [clip]), format),
	}));
}

function modelContent(model: ModelRecipe, format: ModelFileFormat, asUploaded = false): Content {
	return { kind: 'model', model, format, zipped: format === 'obj', asUploaded };
}

function pictureOutput(name: string, picture: PictureRecipe, format: 'png' | 'jpeg' = 'png'): Output {
	const content: Content = { kind: 'picture', picture, jpeg: format === 'jpeg' };
	return { at: [`${name}_url`], name: `${name}.${format}`, content };
}

/** OBJ comes with its material and pictures, so in an archive. */
function extension(format: ModelFileFormat): string {
	return format === 'obj' ? 'zip' : format;
}

const fileWords: Partial<Record<TripoTaskType, string>> = {
	convert_model: 'convert',
	import_model: 'import',
	stylize_model: 'stylize',
	mesh_segmentation: 'segment',
	mesh_completion: 'completion',
	highpoly_to_lowpoly: 'lowpoly',
	animate_rig: 'rigging',
};
