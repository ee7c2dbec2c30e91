import { coverWithSnow } from './coverWithSnow';
import { buildWithinFaceLimit } from './faceLimit';
import type { Kind } from './kind';
import { block, kinds } from './kinds/catalogue';
import { append, emptyMesh } from './mesh/mesh';
import type { Vec3 } from './mesh/vector';
import { type Part, PartBuilder } from './partBuilder';
import type { PlaceholderModel } from './placeholderModel';
import { placeOnGround } from './placeOnGround';
import { hashText, Random } from './random';
import type { Surface } from './surface';
import { paintSurface } from './textures/paintSurface';
import { parseClauses } from './words/clauses';
import { parseLooks } from './words/look';
import { recogniseKind } from './words/recognise';
import { parseSize } from './words/size';
import { singular } from './words/tokens';

export interface PlaceholderOptions {
	/** Varies proportions, foliage and grain, never what is made. */
	readonly seed: number;
	/** Small procedural textures, or plain colours. */
	readonly texture: boolean;
	/** The most triangles the model may have; values below 100 count as 100. */
	readonly faceLimit?: number | undefined;
}

/** The kind that a prompt makes; the labelled block when no word of it is known. */
export function kindOf(prompt: string): Kind {
	return recogniseKind(parseClauses(prompt), kinds) ?? block;
}

/** One surface a material, in the order of first use, so that the file has as few primitives as can be. */
function surfacesOf(parts: readonly Part[], random: Random, texture: boolean): Surface[] {
	const byName = new Map<string, Part>();
	for (const { material, mesh } of parts) {
		const known = byName.get(material.name) ?? { material, mesh: emptyMesh() };
		append(known.mesh, mesh);
		byName.set(material.name, known);
	}
	return [...byName.values()].map(({ material, mesh }) => paintSurface(material, mesh, random, texture));
}

/**
 * A model whose shape, colour and size follow the words, standing on y = 0. The same prompt and options give the same
 * model. Unknown words give a block that carries them as a label.
 */
export function modelFromPrompt(
	prompt: string,
	{ seed, texture, faceLimit }: PlaceholderOptions,
): PlaceholderModel {
	const clauses = parseClauses(prompt);
	const looks = parseLooks(clauses);
	const kind = kindOf(prompt);
	const spoken = clauses.flatMap(({ words }) => words);
	const words = [...spoken, ...spoken.map(singular)];
	let landmarks: ReadonlyMap<string, Vec3> = new Map();
	const build = (quality: number): Part[] => {
		const builder = new PartBuilder(Random.forPrompt(prompt, seed), looks, words, quality, prompt);
		kind.build(builder);
		landmarks = builder.landmarks;
		return builder.parts;
	};
	const { parts, moved } = placeOnGround(buildWithinFaceLimit(build, faceLimit), parseSize(prompt, spoken));
	const covered = looks.finishes.some(({ snow }) => snow) ? coverWithSnow(parts) : parts;
	const random = new Random(hashText(prompt) + seed + 1);
	return {
		name: kind.name,
		surfaces: surfacesOf(covered, random, texture),
		...(kind.body && { body: kind.body }),
		...(landmarks.size > 0 && {
			landmarks: new Map([...landmarks].map(([joint, at]) => [joint, moved(at)])),
		}),
	};
}
