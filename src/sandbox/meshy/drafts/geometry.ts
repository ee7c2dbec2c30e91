import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import type { ModelStep } from '../../models/recipe';
import { defaultModel, defaultSmartModel, familyOf, meshModels, standardModels } from '../meshyModels';
import { invalid } from '../meshyRefusal';
import { polycounts } from '../parameters';
import type { TaskRequest } from '../taskRequest';

/** The mesh that a request asks for. */
export interface MeshOptions {
	model: string;
	kind: 'standard' | 'smart' | 'lowPoly';
	/** Finer than standard, at a price. */
	finer: boolean;
	/** The most triangles; without one the mesh stays as it comes. */
	faces?: number;
	quads: boolean;
}

/** What differs between the operations that make meshes. */
export interface MeshSupport {
	/** Smart topology's models, where there is smart topology. */
	smartModels: readonly string[];
	/** With smart topology, quads are refused; otherwise they are ignored. */
	refusesSmartQuads: boolean;
	/** `ultra_mode` has an effect. */
	ultra: boolean;
}

const kinds = { standard: 'standard', 'smart-topology': 'smart', lowpoly: 'lowPoly' } as const;

/** Polygons when nobody says how many. */
const usual = { standard: 30_000, smart: 4000 };

/** Triangles for the four decimation modes, finest first. */
const decimated: readonly number[] = [100_000, 30_000, 10_000, 3000];

/** Models that remesh unless they are told not to. */
const remeshing: readonly string[] = ['meshy-5'];

/** Checks the fields about the mesh against each other. */
export function meshOf(request: TaskRequest, support: MeshSupport): MeshOptions {
	const kind = kinds[(request.text('model_type') ?? 'standard') as keyof typeof kinds];
	const model = request.text('ai_model') ?? (kind === 'smart' ? defaultSmartModel : defaultModel);
	const fitting = kind === 'smart' ? support.smartModels : standardModels;
	if (!fitting.includes(model))
		throw invalid('ai_model', `must be one of ${fitting.join(', ')} for this model_type`);
	const resolution = request.text('geometry_resolution') ?? 'standard';
	if (resolution !== 'standard' && !(kind === 'standard' && meshModels[model]?.resolutions))
		throw invalid('geometry_resolution', `cannot be ${resolution} with ${model}`);
	if (kind === 'smart') checkSmart(request, support);
	const ultra = support.ultra && kind === 'standard' && familyOf(model) === '7' && request.flag('ultra_mode');
	const faces =
		kind === 'smart' ? (request.number('target_polycount') ?? usual.smart) : remeshed(request, model);
	return {
		model,
		kind,
		finer: resolution !== 'standard' || ultra,
		...(faces === undefined ? {} : { faces }),
		quads: kind !== 'smart' && faces !== undefined && wantsQuads(request),
	};
}

function checkSmart(request: TaskRequest, { refusesSmartQuads }: MeshSupport): void {
	const count = request.number('target_polycount') ?? usual.smart;
	const { least, most } = polycounts.smart;
	if (count < least || count > most)
		throw invalid('target_polycount', `must be from ${least} to ${most} with smart topology`);
	if (refusesSmartQuads && request.text('topology') === 'quad')
		throw invalid('topology', 'cannot be quad with smart topology');
}

function remeshed(request: TaskRequest, model: string): number | undefined {
	return request.flag('should_remesh', remeshing.includes(model)) ? wantedFaces(request) : undefined;
}

/** The triangles that a remeshing gives: a decimation mode goes before a number, and a quad is two. */
export function wantedFaces(request: TaskRequest): number {
	const mode = request.number('decimation_mode');
	const count = (mode && decimated[mode - 1]) ?? request.number('target_polycount') ?? usual.standard;
	return wantsQuads(request) ? 2 * count : count;
}

export function wantsQuads(request: TaskRequest): boolean {
	return request.text('topology') === 'quad';
}

/** The step that puts a model where it was asked to stand, if it was. */
export function placing(request: TaskRequest): ModelStep[] {
	const origin = request.text('origin_at');
	return origin === 'bottom' || origin === 'center' ? [{ do: 'place', origin }] : [];
}

/** Every format but the one for printing, as the service makes them when nobody chooses. */
export const usualFormats: readonly ModelFormat[] = ['glb', 'obj', 'fbx', 'stl', 'usdz'];

/** The formats that the files shall have. */
export function formatsOf(request: TaskRequest, otherwise: readonly ModelFormat[]): ModelFormat[] {
	const asked = request.list<ModelFormat | 'blend'>('target_formats') ?? otherwise;
	return asked.map((format) => {
		if (format === 'blend') throw invalid('target_formats', 'cannot have blend: the sandbox cannot write it');
		return format;
	});
}
