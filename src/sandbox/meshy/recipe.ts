import type { ModelFormat } from '../../placeholders/formats/writeModel';

/**
 * How a picture comes about. Recipes hold all of their past, not ids of other tasks: a task can be made again
 * when those that it came from have been deleted or have expired.
 */
export type Picture =
	/** One that came with the request, by its token. */
	| { from: 'input'; token: string }
	| { from: 'words'; prompt: string; seed: number; transparent: boolean }
	/** After another picture; the words that go with it change nothing. */
	| { from: 'picture'; picture: Picture; seed: number; transparent: boolean }
	/** What a model looks like from a side. */
	| { from: 'view'; model: Model; side: Side };

/** In the order in which the service lists views. */
export const sides = ['front', 'right', 'back', 'left'] as const;
export type Side = (typeof sides)[number];

/** How a model comes about, step by step. */
export type Model =
	| { from: 'words'; prompt: string; seed: number; faceLimit?: number }
	| { from: 'picture'; picture: Picture }
	/** Pictures of the same thing, the front first. */
	| { from: 'pictures'; pictures: Picture[] }
	/** A model file that came with the request, by its token and the name of its format. */
	| { from: 'input'; token: string; format: string }
	/** A skeleton without a shape that moves as the words say. */
	| { from: 'motion'; words: string; seconds: number }
	| { from: 'model'; model: Model; step: Step };

/** What is done to a model. */
export type Step =
	/** No materials: only the shape. */
	| { do: 'strip' }
	| { do: 'texture'; words?: string; picture?: Picture; seed: number }
	| { do: 'simplify'; faces: number }
	/** Metres along the axis. */
	| { do: 'scale'; metres: number; axis: 'height' | 'longest' }
	| { do: 'place'; origin: 'bottom' | 'center' }
	| { do: 'unwrap' }
	| { do: 'rig' }
	/** Clips by the names of their actions, which say what moves. */
	| { do: 'animate'; clips: string[] }
	/** The motion that words asked for. */
	| { do: 'move'; words: string; seconds: number }
	/** A shape that can be printed. */
	| { do: 'mend' }
	/** Only the skeleton and its clips. */
	| { do: 'skeletonOnly' };

export function after(model: Model, step: Step): Model {
	return { from: 'model', model, step };
}

/** A file that a task offers. */
export type Content =
	/** `quads`: an FBX has four corners to a face where it can. */
	| { kind: 'model'; model: Model; format: ModelFormat; quads?: boolean }
	| { kind: 'map'; model: Model; map: 'base_color' | 'metallic' | 'roughness' | 'normal' }
	| { kind: 'thumbnail'; model: Model }
	| { kind: 'picture'; picture: Picture };
