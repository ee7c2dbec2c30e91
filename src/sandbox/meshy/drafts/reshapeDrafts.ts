import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import { type ModelRecipe, type ModelStep, withSteps } from '../../models/recipe';
import { flatPrices, typicalSeconds } from '../meshyPrices';
import { invalid } from '../meshyRefusal';
import { checkFaces, type ModelSource, modelSource, modelTasks } from '../sourceTasks';
import { type MeshyDraft, modelProduct, type TaskRequest } from '../taskRequest';
import { formatsOf, placing, wantedFaces, wantsQuads } from './geometry';

/** The same model with another number of polygons. */
export async function remeshDraft(request: TaskRequest): Promise<MeshyDraft> {
	const size = sizingOf(request);
	const formats = formatsOf(request, ['glb']);
	const source = await modelSource(request, modelTasks.remesh);
	const keepsMesh = request.flag('convert_format_only');
	const remesh: ModelStep[] = keepsMesh ? [] : [{ do: 'simplify', faces: wantedFaces(request) }];
	const steps = [...remesh, ...(size ?? []), ...placing(request)];
	const quads = keepsMesh ? source.quads : wantsQuads(request);
	return reshaped(request, 'remesh', { ...source, quads }, steps, formats);
}

/** The same model in other formats. */
export async function convertDraft(request: TaskRequest): Promise<MeshyDraft> {
	if (!request.has('target_formats')) throw invalid('target_formats', 'is required');
	const formats = formatsOf(request, []);
	return reshaped(request, 'convert', await modelSource(request, modelTasks.all), [], formats);
}

/** The same model in another size. A file keeps its format; a task's model comes as GLB. */
export async function resizeDraft(request: TaskRequest): Promise<MeshyDraft> {
	const size = sizingOf(request);
	if (!size) throw invalid('resize_height, resize_longest_side or auto_size', 'is required');
	const source = await modelSource(request, modelTasks.all);
	const format = keptFormat(source, ['glb', 'fbx', 'obj', 'stl']);
	return reshaped(request, 'resize', source, [...size, ...placing(request)], [format]);
}

/** The bare shape of a model with new texture coordinates. */
export async function unwrapDraft(request: TaskRequest): Promise<MeshyDraft> {
	const source = await modelSource(request, modelTasks.all, ['glb']);
	await checkFaces(request, source.model, 40_000);
	return reshaped(request, 'uv-unwrap', { ...source, maps: 'none' }, [{ do: 'unwrap' }], ['glb']);
}

function reshaped(
	request: TaskRequest,
	type: 'remesh' | 'convert' | 'resize' | 'uv-unwrap',
	{ model, quads, maps }: ModelSource,
	steps: readonly ModelStep[],
	formats: readonly ModelFormat[],
): MeshyDraft {
	return {
		type,
		product: modelProduct(request, { model: withSteps(model, ...steps), formats, quads, maps }),
		price: flatPrices[type],
		seconds: typicalSeconds[type],
	};
}

/** Files that are taken for printing. */
const printable = ['glb', 'stl', 'obj'] as const;

/** What is wrong with a model for printing. */
export async function analysisDraft(request: TaskRequest): Promise<MeshyDraft> {
	const { model } = await modelSource(request, modelTasks.print, printable);
	return {
		type: 'print-analyze',
		product: { kind: 'analysis', model },
		price: flatPrices.analyze,
		seconds: typicalSeconds.analyze,
	};
}

/** The bare shape of a model, closed. A file keeps its format; a task's model comes as GLB. */
export async function repairDraft(request: TaskRequest): Promise<MeshyDraft> {
	const source = await modelSource(request, modelTasks.print, printable);
	const model: ModelRecipe = withSteps(source.model, { do: 'repair' });
	const formats = [keptFormat(source, printable)];
	return {
		type: 'print-repair',
		product: modelProduct(request, { model, formats, quads: false, maps: 'none' }),
		price: flatPrices.repair,
		seconds: typicalSeconds.repair,
	};
}

function keptFormat({ format }: ModelSource, formats: readonly ModelFormat[]): ModelFormat {
	return formats.find((one) => one === format) ?? 'glb';
}

/**
 * The steps to the size that is asked for, `undefined` when none is; two at a time make no sense. What the sandbox
 * makes has a sensible size already, so that `auto_size` needs no step.
 */
function sizingOf(request: TaskRequest): ModelStep[] | undefined {
	// Where 0 gets this far, it asks for nothing.
	const height = request.number('resize_height') || undefined;
	const longest = request.number('resize_longest_side') || undefined;
	const sizings: ModelStep[][] = [
		...(height === undefined ? [] : [[{ do: 'resize', metres: height, axis: 'height' } as const]]),
		...(longest === undefined ? [] : [[{ do: 'resize', metres: longest, axis: 'longest' } as const]]),
		...(request.flag('auto_size') ? [[]] : []),
	];
	if (sizings.length > 1)
		throw invalid('resize_height, resize_longest_side and auto_size', 'exclude each other');
	return sizings[0];
}
