import type { Operation } from '../../src/core/model/request';

/** What a service documents and Propsmith does not offer. */
export interface LeftOut {
	/** Paths of the API that no operation uses, below its prefix. */
	readonly paths?: readonly string[];
	/** Parameters, under the service's names, that none of `operations` takes; none at all when absent. */
	readonly parameters?: readonly string[];
	readonly operations?: readonly Operation[];
	readonly why: string;
}

const generations: readonly Operation[] = ['textToModel', 'imageToModel', 'multiviewToModel'];

export const leftOut: Readonly<Record<'tripo' | 'meshy', readonly LeftOut[]>> = {
	tripo: [
		{ paths: ['/models/refine'], why: 'works on drafts of retired models only, and refuses every try' },
		{
			paths: ['/generation/image-to-splat'],
			why: 'a splat is no mesh: engines that read glTF do not show it, and no step goes on from it',
		},
		{
			paths: ['/mesh/smartsegment'],
			why: 'takes no task, only files and links; **Split into Parts** does the same for results',
		},
		{ paths: ['/files/upload-credentials'], why: 'another way to upload; one is enough' },
		{
			parameters: ['style_image'],
			why: 'one source knows of it, and none tells in which form the file is sent; a style picture for a texture is the picture of **Texture**',
		},
		{
			parameters: ['render_video', 'render_sequence', 'return_multiview', 'video', 'render_image'],
			why: 'films and pictures of the model, without a published price; the preview comes anyway',
		},
		{ parameters: ['check_printable', 'vxc', 'priority'], why: 'only for accounts that are granted it' },
		{
			parameters: ['style', 'image_autofix', 'orthographic_projection'],
			operations: generations,
			why: 'ignored by the service, an older name, or of an effect that nobody documents',
		},
		{ parameters: ['texture'], operations: ['texture'], why: 'switched off, the same result costs double' },
		{
			parameters: ['assemble_animation', 'fbx_preset: bake_scale'],
			operations: ['convert'],
			why: 'sources disagree on whether they still exist',
		},
	],
	meshy: [
		{ paths: ['/print/multi-color'], why: 'colours for printers with several filaments' },
		{ paths: ['/creative-lab'], why: 'lamps, key chains and other goods for printing' },
		{ paths: ['/usage/tasks', '/showcases'], why: 'only for Studio and Enterprise plans' },
		{
			parameters: ['ultra_mode', 'hd_texture', 'is_a_t_pose', 'model_type: lowpoly'],
			why: 'deprecated: `geometry_resolution`, `texture_resolution`, `pose_mode` and smart topology took their place',
		},
		{
			parameters: ['symmetry_mode', 'art_style', 'negative_prompt', 'texture_richness', 'seed'],
			why: 'taken without any effect, or documented no more',
		},
		{
			parameters: ['ai_model'],
			operations: ['refine'],
			why: 'follows the model of the preview; another one is refused',
		},
		{
			parameters: ['resize_height', 'resize_longest_side', 'auto_size', 'origin_at', 'convert_format_only'],
			operations: ['remesh'],
			why: 'deprecated there: **Resize** and **Convert** do it',
		},
		{ parameters: ['ai_model: nano-banana-2-lite'], why: 'its price is not published' },
	],
};

/** Of both services. */
export const webhooks = 'Webhooks need a public HTTPS address, which an editor has not.';
