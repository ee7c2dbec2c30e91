import { withinLimit } from './faces';
import type { Kind } from './kind';
import { block, kinds } from './kinds/catalogue';
import { append, emptyMesh } from './mesh/mesh';
import type { Vec3 } from './mesh/vector';
import { type Part, PartBuilder } from './partBuilder';
import { hashText, Random } from './random';
import { snowedOn } from './snow';
import { stood } from './stand';
import type { Surface } from './surface';
import { surfaceOf } from './textures/surfaceOf';
import type { Thing } from './thing';
import { clausesOf } from './words/clauses';
import { looksOf } from './words/look';
import { recognise } from './words/recognise';
import { sizeOf } from './words/size';
import { singular } from './words/tokens';

export interface Wishes {
	readonly seed: number;
	readonly texture: boolean;
	readonly faceLimit?: number | undefined;
}

/** The kind that a prompt makes; the labelled block when no word of it is known. */
export function kindOf(prompt: string): Kind {
	return recognise(clausesOf(prompt), kinds) ?? block;
}

/** One surface a material, in the order of first use, so that the file has as few primitives as can be. */
function surfacesOf(parts: readonly Part[], random: Random, texture: boolean): Surface[] {
	const byName = new Map<string, Part>();
	for (const { material, mesh } of parts) {
		const known = byName.get(material.name) ?? { material, mesh: emptyMesh() };
		append(known.mesh, mesh);
		byName.set(material.name, known);
	}
	return [...byName.values()].map(({ material, mesh }) => surfaceOf(material, mesh, random, texture));
}

/** Everything of a prompt's model but the file format. */
export function sculpt(prompt: string, { seed, texture, faceLimit }: Wishes): Thing {
	const clauses = clausesOf(prompt);
	const looks = looksOf(clauses);
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
	const { parts, moved } = stood(withinLimit(build, faceLimit), sizeOf(prompt, spoken));
	const covered = looks.finishes.some(({ snow }) => snow) ? snowedOn(parts) : parts;
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
