import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { flatPrices } from '../prices';
import { after, type Model } from '../recipe';
import { invalid } from '../refusal';
import { type ModelSource, modelSource, modelTasks } from '../sources';
import type { TaskRequest } from '../taskRequest';
import { formatsOf } from './formats';
import { placed, wantedFaces, wantsQuads } from './geometry';
import { checkFaces } from './inspect';

/** The same model with another number of polygons. */
export async function remeshDraft(request: TaskRequest): Promise<Draft> {
	const size = sizeOf(request);
	const formats = formatsOf(request, ['glb']);
	const source = await modelSource(request, modelTasks.remesh);
	const shaped = request.flag('convert_format_only') ? source : remeshed(request, source);
	return {
		...reshaped(request, shaped, placed(request, sized(shaped.model, size)), formats),
		type: 'remesh',
		price: flatPrices.remesh,
		seconds: typicalSeconds.remesh,
	};
}

function remeshed(request: TaskRequest, source: ModelSource): ModelSource {
	const model = after(source.model, { do: 'simplify', faces: wantedFaces(request) });
	return { ...source, model, quads: wantsQuads(request) };
}

/** The same model in other formats. */
export async function convertDraft(request: TaskRequest): Promise<Draft> {
	if (!request.has('target_formats')) {
		throw invalid('target_formats', 'is required');
	}
	const formats = formatsOf(request, []);
	const source = await modelSource(request, modelTasks.all);
	return {
		...reshaped(request, source, source.model, formats),
		type: 'convert',
		price: flatPrices.convert,
		seconds: typicalSeconds.convert,
	};
}

/** The same model in another size. A file keeps its format; a task's model comes as GLB. */
export async function resizeDraft(request: TaskRequest): Promise<Draft> {
	const size = sizeOf(request);
	if (!size) {
		throw invalid('resize_height, resize_longest_side or auto_size', 'is required');
	}
	const source = await modelSource(request, modelTasks.all);
	const formats: ModelFormat[] = [isWritten(source.format) ? source.format : 'glb'];
	return {
		...reshaped(request, source, placed(request, sized(source.model, size)), formats),
		type: 'resize',
		price: flatPrices.resize,
		seconds: typicalSeconds.resize,
	};
}

/** The bare shape of a model with new texture coordinates. */
export async function unwrapDraft(request: TaskRequest): Promise<Draft> {
	const source = await modelSource(request, modelTasks.all, ['glb']);
	await checkFaces(request, source.model, 40_000);
	const bare = { ...source, textured: false, pbr: false };
	return {
		...reshaped(request, bare, after(source.model, { do: 'unwrap' }), ['glb']),
		type: 'uv-unwrap',
		price: flatPrices['uv-unwrap'],
		seconds: typicalSeconds.unwrap,
	};
}

function reshaped(
	request: TaskRequest,
	{ textured, pbr, quads }: ModelSource,
	model: Model,
	formats: ModelFormat[],
): Pick<Draft, 'product' | 'echo' | 'texts'> {
	return {
		product: {
			kind: 'model',
			model,
			formats,
			quads,
			maps: textured ? (pbr ? 'pbr' : 'colour') : 'none',
			alphaThumbnail: request.flag('alpha_thumbnail'),
			sideThumbnails: false,
		},
		echo: {},
		texts: [],
	};
}

type Size = { metres: number; axis: 'height' | 'longest' } | 'auto';

/** The one size that is asked for; two at a time make no sense. */
function sizeOf(request: TaskRequest): Size | undefined {
	// Where 0 gets this far, it asks for nothing.
	const height = request.number('resize_height') || undefined;
	const longest = request.number('resize_longest_side') || undefined;
	const sizes: Size[] = [
		...(height === undefined ? [] : [{ metres: height, axis: 'height' as const }]),
		...(longest === undefined ? [] : [{ metres: longest, axis: 'longest' as const }]),
		...(request.flag('auto_size') ? ['auto' as const] : []),
	];
	if (sizes.length > 1) {
		throw invalid('resize_height, resize_longest_side and auto_size', 'exclude each other');
	}
	return sizes[0];
}

/** What the sandbox makes has a sensible size already, so that `auto` leaves it. */
function sized(model: Model, size: Size | undefined): Model {
	return size === undefined || size === 'auto' ? model : after(model, { do: 'scale', ...size });
}

function isWritten(format: string | undefined): format is 'glb' | 'fbx' | 'obj' | 'stl' {
	return format === 'glb' || format === 'fbx' || format === 'obj' || format === 'stl';
}
