import type { Operation } from '../../model/request';

/** Where an operation goes, and the `type` that its tasks and usage rows carry. */
interface Call {
	readonly path: string;
	readonly type: string;
}

const calls: Readonly<Partial<Record<Operation, Call>>> = {
	textToModel: { path: '/generation/text-to-model', type: 'text_to_model' },
	imageToModel: { path: '/generation/image-to-model', type: 'image_to_model' },
	multiviewToModel: { path: '/generation/multiview-to-model', type: 'multiview_to_model' },
	texture: { path: '/models/texture', type: 'texture_model' },
	convert: { path: '/models/convert', type: 'convert_model' },
	import: { path: '/models/import', type: 'import_model' },
	stylize: { path: '/models/stylize', type: 'stylize_model' },
	segment: { path: '/mesh/segment', type: 'mesh_segmentation' },
	complete: { path: '/mesh/complete', type: 'mesh_completion' },
	decimate: { path: '/mesh/decimate', type: 'highpoly_to_lowpoly' },
	rigCheck: { path: '/animations/rig-check', type: 'animate_prerigcheck' },
	rig: { path: '/animations/rig', type: 'animate_rig' },
	retarget: { path: '/animations/retarget', type: 'animate_retarget' },
	textToImage: { path: '/generation/text-to-image', type: 'text_to_image' },
	imageToImage: { path: '/generation/image-to-image', type: 'generate_image' },
	imageToMultiview: { path: '/generation/image-to-multiview', type: 'generate_multiview_image' },
	editMultiview: { path: '/generation/edit-multiview', type: 'edit_multiview_image' },
};

/** What makes tasks of a type; undefined for one that is not in the table. */
export function operationOf(type: string | undefined): Operation | undefined {
	return (Object.entries(calls) as [Operation, Call][]).find(([, call]) => call.type === type)?.[0];
}

/** Throws for an operation that Tripo does not have. */
export function callOf(operation: Operation): Call {
	const call = calls[operation];
	if (!call) throw new Error(`Tripo has no operation ${operation}`);
	return call;
}
