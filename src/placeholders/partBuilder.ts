import type { Rgb } from './colour';
import { hex } from './colour';
import { type Material, materialOf } from './material';
import type { Mesh } from './mesh/mesh';
import { type Pose, posed, posedPoint } from './mesh/pose';
import type { Vec3 } from './mesh/vector';
import type { Random } from './random';
import { substanceCalled } from './words/findSubstance';
import { type Looks, unchanged } from './words/look';
import type { Substance } from './words/substances';

/** A mesh in its place, with its surface. */
export interface Part {
	readonly material: Material;
	readonly mesh: Mesh;
}

/** What a kind works with: materials that follow the words, roundness that follows the face limit, parts. */
export class Bench {
	readonly parts: Part[] = [];
	/** Where the thing has joints. */
	readonly landmarks = new Map<string, Vec3>();

	constructor(
		readonly random: Random,
		private readonly looks: Looks,
		/** Words of the prompt: for kinds with extras, and for text painted on things. */
		readonly words: readonly string[],
		private readonly quality: number,
		readonly label: string,
	) {}

	/** The main material: takes both the substance and the colour that the words ask for. */
	body(fallback: string, colour?: string): Material {
		const { substance, colour: asked } = this.looks.body;
		return this.resolved(
			substance ?? substanceCalled(fallback),
			asked ?? (substance ? undefined : own(colour)),
		);
	}

	/** A material that keeps its substance but takes the main colour: leaves, a roof, a robe. */
	tint(fallback: string, colour?: string): Material {
		return this.resolved(substanceCalled(fallback), this.looks.body.colour ?? own(colour));
	}

	/** A material that takes the main substance but keeps its colour otherwise: armour, walls. */
	make(fallback: string, colour?: string): Material {
		const { substance } = this.looks.body;
		return this.resolved(substance ?? substanceCalled(fallback), substance ? undefined : own(colour));
	}

	/** Second material: takes what stands behind "with", or a second substance or colour. */
	trim(fallback: string, colour?: string): Material {
		const { substance, colour: asked } = this.looks.trim;
		return this.resolved(
			substance ?? substanceCalled(fallback),
			asked ?? (substance ? undefined : own(colour)),
		);
	}

	/** A part that can have a word of its own ("blue roof"), else `otherwise`. */
	named(part: string, fallback: string, otherwise: Material): Material {
		const look = this.looks.named.get(part);
		if (!look?.substance && !look?.colour) return otherwise;
		return this.resolved(look.substance ?? substanceCalled(fallback), look.colour);
	}

	/** A material that the words do not repaint, only age: eyes, soil, a wheel's tyre. */
	plain(fallback: string, colour?: string): Material {
		return this.resolved(substanceCalled(fallback), own(colour));
	}

	/** Something that shines by itself in its own colour. */
	light(name: string, colour: string, strength = 1): Material {
		const glowing: Substance = {
			name,
			pattern: 'smooth',
			colour: hex(colour),
			contrast: 0,
			roughness: 1,
			glow: strength,
		};
		return materialOf(name, glowing, undefined, unchanged);
	}

	/** A surface with words on it. */
	written(fallback: string, text: string, aspect: number, colour?: string): Material {
		const writing = { text, aspect };
		return materialOf(`${fallback} with text`, substanceCalled(fallback), own(colour), this.looks, writing);
	}

	add(material: Material, mesh: Mesh, pose?: Pose): void {
		this.parts.push({ material, mesh: pose ? posed(mesh, pose) : mesh });
	}

	/** Runs `build` and then moves everything it added. */
	group(pose: Pose, build: () => void): void {
		const first = this.parts.length;
		const known = new Set(this.landmarks.keys());
		build();
		const added = this.parts.splice(first);
		for (const { material, mesh } of added) this.parts.push({ material, mesh: posed(mesh, pose) });
		for (const [name, at] of this.landmarks) {
			if (!known.has(name)) this.landmarks.set(name, posedPoint(at, pose));
		}
	}

	/** Tells where a joint is, by its plain name, for a skeleton that fits. */
	joint(name: string, at: Vec3): void {
		this.landmarks.set(name, at);
	}

	/** A segment count for something round, scaled down to stay within a face limit. */
	round(segments: number, least = 4): number {
		return Math.max(Math.min(least, segments), Math.round(segments * this.quality));
	}

	/** A subdivision level for blobs. */
	detail(level: number): number {
		return Math.max(0, level - (this.quality < 0.3 ? 2 : this.quality < 0.7 ? 1 : 0));
	}

	/** Whether the prompt has one of these words. */
	says(...words: readonly string[]): boolean {
		return words.some((word) => this.words.includes(word));
	}

	private resolved(substance: Substance, colour: Rgb | undefined): Material {
		const code = colour
			?.map((value) =>
				Math.round(value * 255)
					.toString(16)
					.padStart(2, '0'),
			)
			.join('');
		return materialOf(code ? `${substance.name} ${code}` : substance.name, substance, colour, this.looks);
	}
}

function own(colour: string | undefined): Rgb | undefined {
	return colour ? hex(colour) : undefined;
}
