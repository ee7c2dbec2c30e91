import type { ModelFormat } from '../../placeholders/formats/writeModel';
import type { RigNames } from '../../placeholders/rig/rigModel';
import type { RigType } from '../../placeholders/rig/rigType';
import type { FileKind } from '../files/fileKind';

export type Side = 'front' | 'left' | 'back' | 'right';
export type Views<T> = { front: T } & Partial<Record<Side, T>>;

/**
 * How a picture is made. Recipes hold their whole past, not ids of other tasks: a task's files can be made again
 * after the tasks it came from are gone.
 */
export type PictureRecipe =
	/** A file that a client sent, by its token. */
	| { from: 'upload'; token: string }
	| { from: 'words'; prompt: string; seed: number; transparent: boolean }
	/** Another picture, drawn again; `prompt` may name a colour. */
	| { from: 'picture'; picture: PictureRecipe; seed: number; transparent: boolean; prompt?: string }
	/** One side of a model. */
	| { from: 'view'; model: ModelRecipe; side: Side }
	/** The preview of a model. */
	| { from: 'render'; model: ModelRecipe };

/** How a model is made, step by step. */
export type ModelRecipe =
	| WordsRecipe
	| { from: 'picture'; picture: PictureRecipe }
	| { from: 'views'; views: Views<PictureRecipe> }
	/** A file that a client sent. Building it fails when its bytes are not of the kind `mustBe`. */
	| { from: 'upload'; token: string; name: string; mustBe?: FileKind }
	| { from: 'model'; model: ModelRecipe; step: ModelStep };

/** `faceLimit` counts triangles. */
export interface WordsRecipe {
	from: 'words';
	prompt: string;
	seed: number;
	textured: boolean;
	faceLimit?: number | undefined;
}

/** What is done to a model. With `parts` it is done to the parts of these names only. */
export type ModelStep =
	/** Removes materials. */
	| { do: 'strip' }
	/** Removes the skeleton, its weights and clips. */
	| { do: 'unrig' }
	| {
			do: 'texture';
			words?: string | undefined;
			picture?: PictureRecipe | undefined;
			seed: number;
			parts?: Parts;
	  }
	/** Keeps so many faces, half of them without a number. A quad is two triangles. */
	| { do: 'simplify'; faces?: number | undefined; quads?: boolean; parts?: Parts }
	/** Cuts the model into named parts. */
	| { do: 'segment' }
	/** Closes parts; here it only checks that they exist. */
	| { do: 'complete'; parts?: Parts }
	| { do: 'keepParts'; parts: readonly string[] }
	/** Cubes, so many along the longest side. */
	| { do: 'voxelize'; blocks: number }
	/** Scales to a size in metres. */
	| { do: 'resize'; metres: number; axis: 'height' | 'longest' }
	| { do: 'scale'; factor: number }
	| { do: 'place'; origin: 'bottom' | 'center' }
	| { do: 'unwrap' }
	| { do: 'rig'; rigType: RigType; names: RigNames }
	/** Adds clips by name; with `travels` the root moves. */
	| { do: 'animate'; clips: readonly string[]; travels: boolean }
	/** Adds one clip that follows the words. */
	| { do: 'move'; words: string; seconds: number }
	/** Makes the mesh printable. */
	| { do: 'repair' }
	/** Keeps only the skeleton and its clips. */
	| { do: 'armature' };

type Parts = readonly string[] | undefined;

/** What a file holds. */
export type Content =
	| {
			kind: 'model';
			model: ModelRecipe;
			/** `schem` is a Minecraft building. */
			format: ModelFormat | 'schem';
			/** FBX only: pairs of triangles are written as quads. */
			quads?: boolean;
			/** One ZIP archive with the files beside the model in it. */
			zipped?: boolean;
			/** The bytes of the upload itself, not written anew. */
			asUploaded?: boolean;
	  }
	| { kind: 'map'; model: ModelRecipe; map: 'base_color' | 'metallic' | 'roughness' | 'normal' }
	| { kind: 'picture'; picture: PictureRecipe; jpeg?: boolean };

/** A file that a task offers. */
export interface Output {
	/** Where its link stands in the task's answer: field names, or list indexes, from the outside in. */
	at: readonly (string | number)[];
	/** The last segment of its link's path. */
	name: string;
	content: Content;
}

export function withSteps(model: ModelRecipe, ...steps: readonly ModelStep[]): ModelRecipe {
	return steps.reduce<ModelRecipe>((whole, step) => ({ from: 'model', model: whole, step }), model);
}

/** Where a recipe begins. */
export function rootOf(model: ModelRecipe): Exclude<ModelRecipe, { from: 'model' }> {
	return model.from === 'model' ? rootOf(model.model) : model;
}

/** The tokens of the uploads that a recipe, or anything that holds recipes, needs. */
export function* uploadTokens(value: unknown): Generator<string> {
	if (typeof value !== 'object' || value === null) return;
	if ('from' in value && value.from === 'upload' && 'token' in value) yield String(value.token);
	for (const inner of Object.values(value)) yield* uploadTokens(inner);
}

/** Puts a value where an output's `at` leads; objects and lists that are missing on the way are made. */
export function placeAt(root: Record<string, unknown>, path: Output['at'], value: unknown): void {
	let place: Record<string | number, unknown> = root;
	for (const [index, step] of path.entries()) {
		if (index === path.length - 1) {
			place[step] = value;
		} else {
			place[step] ??= typeof path[index + 1] === 'number' ? [] : {};
			place = place[step] as Record<string | number, unknown>;
		}
	}
}
