import type { ModelFormat } from '../../placeholders/formats/writeModel';
import type { RigType } from '../../placeholders/rig/rigType';
import type { FileKind } from '../files/fileKind';

export type Side = 'front' | 'left' | 'back' | 'right';

/** In the order in which the service counts them. "Left" is the subject's own left. */
export const sides: readonly Side[] = ['front', 'left', 'back', 'right'];

export type Views<T> = { front: T } & Partial<Record<Side, T>>;

/**
 * How a picture comes about. Like `Model` it holds all of its past, not ids of other tasks: a task can be made
 * again when those that it came from have long been forgotten.
 */
export type Picture =
	| { from: 'upload'; token: string }
	| { from: 'words'; prompt: string; seed: number; transparent: boolean }
	/** Other pictures redrawn as the words say; the first is the main one. */
	| { from: 'pictures'; pictures: Picture[]; prompt: string; seed: number }
	/** One side of what a picture shows. */
	| { from: 'side'; of: Picture; side: Side; prompt?: string; seed: number }
	/** The preview of a model. */
	| { from: 'render'; model: Model };

/** What a generation makes of its prompt or pictures. */
export interface Look {
	seed: number;
	textured: boolean;
	pbr: boolean;
	quad: boolean;
	/** Comes in parts from the start. */
	parts: boolean;
	faceLimit?: number;
}

/** How a model comes about. */
export type Model =
	| ({ from: 'prompt'; prompt: string } & Look)
	| ({ from: 'picture'; picture: Picture } & Look)
	| ({ from: 'views'; views: Views<Picture> } & Look)
	| { from: 'upload'; token: string; kind: FileKind }
	| { from: 'model'; model: Model; step: Step };

/** The skeleton that a rig task gave a model; what may be retargeted to it depends on all of this. */
export interface Rig {
	model: string;
	spec: string;
	rigType: RigType;
}

/** What one task does to a model. Without `parts` it is done to all of them. */
export type Step =
	| { do: 'texture'; prompt?: string; pictures?: Picture[]; seed: number; pbr: boolean; parts?: string[] }
	| {
			do: 'convert';
			keepsRig: boolean;
			quad: boolean;
			scale: number;
			centred: boolean;
			faceLimit?: number;
			parts?: string[];
	  }
	| { do: 'stylize'; style: string; blocks?: number }
	| { do: 'segment' }
	| { do: 'complete'; parts?: string[] }
	| { do: 'decimate'; quad: boolean; faceLimit?: number; parts?: string[] }
	| ({ do: 'rig' } & Rig)
	| { do: 'animate'; clips: string[]; inPlace: boolean; bare: boolean };

/** Minecraft's buildings come in a format of their own. */
export type ResultFormat = ModelFormat | 'schem';

/** What a task leaves behind when it succeeds. */
export type Result =
	| { kind: 'model'; model: Model; format: ResultFormat; preview: boolean }
	/** A file for each clip. */
	| { kind: 'clips'; rigged: Model; clips: string[]; inPlace: boolean; bare: boolean; format: 'glb' | 'fbx' }
	/** No file, only whether the model can be rigged, and how. */
	| { kind: 'rigCheck'; model: Model }
	| { kind: 'picture'; picture: Picture; format: 'png' | 'jpeg' }
	/** `shown` are those that the answer has; the others are there for tasks that go on from here. */
	| { kind: 'views'; views: Views<Picture>; shown: Side[] };

/** The format in which a model comes when nobody asks for one: quads and FBX imports stay FBX. */
export function nativeFormat(model: Model): 'glb' | 'fbx' {
	switch (model.from) {
		case 'upload':
			return model.kind === 'fbx' ? 'fbx' : 'glb';
		case 'model':
			switch (model.step.do) {
				case 'texture':
					return nativeFormat(model.model);
				case 'convert':
				case 'decimate':
					return model.step.quad ? 'fbx' : 'glb';
				default:
					return 'glb';
			}
		default:
			return model.quad ? 'fbx' : 'glb';
	}
}

/** The skeleton that a model has, if it has one: meshes that were worked on afterwards have lost theirs. */
export function rigOf(model: Model): Rig | undefined {
	if (model.from !== 'model') {
		return undefined;
	}
	switch (model.step.do) {
		case 'rig':
			return model.step;
		case 'animate':
			return rigOf(model.model);
		case 'convert':
			return model.step.keepsRig ? rigOf(model.model) : undefined;
		default:
			return undefined;
	}
}

/** The model that a task goes on from when it is given a task with this result. */
export function modelIn(result: Result): Model | undefined {
	switch (result.kind) {
		case 'model':
			return result.model;
		case 'clips':
			return animated(result, result.clips);
		default:
			return undefined;
	}
}

/** The rigged model of a retarget task with some of its clips. */
export function animated(result: Extract<Result, { kind: 'clips' }>, clips: string[]): Model {
	const { rigged, inPlace, bare } = result;
	return { from: 'model', model: rigged, step: { do: 'animate', clips, inPlace, bare } };
}
