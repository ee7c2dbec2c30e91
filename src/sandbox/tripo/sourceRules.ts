import type { FileKind } from '../files/fileKind';
import type { TripoTaskType } from './tripoTask';

/** What a call goes on from. */
export interface SourceRule {
	/** Tasks whose result it takes; another type of task is code 2006. */
	readonly tasks: readonly TripoTaskType[];
	/** Files that it takes, uploaded or by a URL; another kind is code 2004. */
	readonly files: readonly FileKind[];
}

const generated: readonly TripoTaskType[] = ['text_to_model', 'image_to_model', 'multiview_to_model'];
const finished: readonly TripoTaskType[] = [
	...generated,
	'texture_model',
	'import_model',
	'animate_rig',
	'animate_retarget',
];
const anyModel: readonly TripoTaskType[] = [
	...finished,
	'convert_model',
	'stylize_model',
	'mesh_segmentation',
	'mesh_completion',
	'highpoly_to_lowpoly',
];
/** Tasks that drew one picture. */
export const drawingTasks: readonly TripoTaskType[] = ['text_to_image', 'generate_image'];
const pictures: readonly FileKind[] = ['png', 'jpeg', 'webp'];
const meshes: readonly FileKind[] = ['glb', 'gltf', 'fbx', 'obj', 'stl'];

/** Which task may follow which, and which files will do instead. */
export const sources: Readonly<
	Record<Exclude<TripoTaskType, 'text_to_model' | 'text_to_image'>, SourceRule>
> = {
	image_to_model: { tasks: drawingTasks, files: pictures },
	// Its views may come from a task, or be files each.
	multiview_to_model: { tasks: ['generate_multiview_image', 'edit_multiview_image'], files: pictures },
	generate_image: { tasks: drawingTasks, files: pictures },
	generate_multiview_image: { tasks: [], files: pictures },
	edit_multiview_image: { tasks: ['generate_multiview_image', 'edit_multiview_image'], files: [] },
	texture_model: { tasks: [...generated, 'texture_model', 'import_model'], files: meshes },
	// Segments are not in the service's own list, but clients that convert them are served.
	convert_model: { tasks: [...finished, 'convert_model', 'mesh_segmentation'], files: meshes },
	// A .gltf refers to other files, which an upload cannot bring along.
	import_model: { tasks: [], files: ['glb', 'fbx', 'obj', 'stl'] },
	stylize_model: { tasks: finished, files: meshes },
	mesh_segmentation: {
		tasks: [...generated, 'texture_model', 'import_model', 'highpoly_to_lowpoly'],
		files: meshes,
	},
	mesh_completion: { tasks: ['mesh_segmentation'], files: [] },
	highpoly_to_lowpoly: {
		tasks: [...generated, 'texture_model', 'import_model', 'mesh_segmentation', 'mesh_completion'],
		files: meshes,
	},
	animate_prerigcheck: { tasks: anyModel, files: ['glb'] },
	animate_rig: { tasks: anyModel, files: ['glb'] },
	animate_retarget: { tasks: ['animate_rig'], files: [] },
};

/** Tasks that have a picture of what they made, so that a texture can be made again without a prompt. */
export const withSourcePicture: readonly TripoTaskType[] = [...generated, 'texture_model'];
