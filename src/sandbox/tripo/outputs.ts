import { animated, type Model, type Picture, type Result, type ResultFormat } from './recipe';
import type { Task, TaskType } from './task';

/** What a file has in it. */
export type Product =
	| { kind: 'model'; model: Model; format: ResultFormat }
	| { kind: 'picture'; picture: Picture; format: 'png' | 'jpeg' };

/** A file that a successful task offers. */
export interface Output {
	/** Under which its link comes in the task's output; `model_urls` has a list of them. */
	key: string;
	/** The end of its link's path. Clients go by its extension, so it tells what the file really is. */
	name: string;
	product: Product;
}

/** Every file of a task, in the order in which its output lists them. */
export function outputsOf({ id, type, result }: Pick<Task, 'id' | 'type' | 'result'>): Output[] {
	switch (result.kind) {
		case 'model': {
			const { model, format, preview } = result;
			const name = `tripo_${modelKind(type, model)}_${id}.${extension(format)}`;
			const whole: Output = { key: 'model_url', name, product: { kind: 'model', model, format } };
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

function clipOutputs(id: string, result: Extract<Result, { kind: 'clips' }>): Output[] {
	const { clips, format } = result;
	return clips.map((clip, index) => ({
		key: clips.length > 1 ? 'model_urls' : 'model_url',
		name: `tripo_retarget_${id}${clips.length > 1 ? `_${index}` : ''}.${extension(format)}`,
		product: { kind: 'model', model: animated(result, [clip]), format },
	}));
}

function pictureOutput(name: string, picture: Picture, format: 'png' | 'jpeg' = 'png'): Output {
	const product: Product = { kind: 'picture', picture, format };
	return { key: `${name}_url`, name: `${name}.${format}`, product };
}

/** OBJ comes with its material and pictures, so in an archive. */
function extension(format: ResultFormat): string {
	return format === 'obj' ? 'zip' : format;
}

const modelKinds: Partial<Record<TaskType, string>> = {
	convert_model: 'convert',
	import_model: 'import',
	stylize_model: 'stylize',
	mesh_segmentation: 'segment',
	mesh_completion: 'completion',
	highpoly_to_lowpoly: 'lowpoly',
	animate_rig: 'rigging',
};

function modelKind(type: TaskType, model: Model): string {
	const named = modelKinds[type];
	if (named !== undefined) {
		return named;
	}
	const look = model.from === 'model' ? model.step : model;
	if ('pbr' in look && look.pbr) {
		return 'pbr_model';
	}
	return 'textured' in look && !look.textured ? 'base_model' : 'model';
}
