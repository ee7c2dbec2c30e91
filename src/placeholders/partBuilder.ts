import { hex, type Rgb } from './colour';
import { type Material, materialOf } from './material';
import { blob } from './mesh/blob';
import { box } from './mesh/box';
import { faceted } from './mesh/facets';
import { cylinder, lathe, sphere } from './mesh/lathe';
import type { Mesh } from './mesh/mesh';
import { type Pose, posed, posedPoint } from './mesh/pose';
import { mirrored, prism } from './mesh/prism';
import { ring, tube } from './mesh/tube';
import type { Vec3 } from './mesh/vector';
import { type Points2d, type Points3d, points2d, points3d } from './points';
import type { Random } from './random';
import { substanceCalled } from './words/findSubstance';
import { type Looks, unchanged } from './words/look';
import type { Substance } from './words/substances';

/** A mesh in its place, with its surface. */
export interface Part {
	readonly material: Material;
	readonly mesh: Mesh;
}

/**
 * Collects the parts of one model. It chooses materials by the words of the prompt, and roundness by the face limit.
 * Lengths are metres, angles degrees.
 */
export class PartBuilder {
	readonly parts: Part[] = [];
	/** Where the model has joints. */
	readonly landmarks = new Map<string, Vec3>();

	constructor(
		readonly random: Random,
		private readonly looks: Looks,
		/** Words of the prompt, as they stand and in the singular. */
		private readonly words: readonly string[],
		private readonly quality: number,
		readonly prompt: string,
	) {}

	/** Whether the prompt has one of these words. */
	hasWord(...words: readonly string[]): boolean {
		return words.some((word) => this.words.includes(word));
	}

	/** The value of the first row that has a word of the prompt; a row's key is words with commas between them. */
	byWord<T>(rows: Readonly<Record<string, T>>): T | undefined {
		return Object.entries(rows).find(([words]) => this.hasWord(...words.split(', ')))?.[1];
	}

	/** Takes both the substance and the colour that the words ask for; else `fallback` in `colour`. */
	mainMaterial(fallback: string, colour?: string): Material {
		const { substance, colour: asked } = this.looks.body;
		return this.painted(fallback, colour, substance, asked);
	}

	/** Takes the main colour but keeps its own substance: leaves, a roof, a robe. */
	tintedMaterial(substance: string, colour?: string): Material {
		return this.painted(substance, colour, undefined, this.looks.body.colour);
	}

	/** Takes the main substance but not the main colour: armour, walls. */
	substanceMaterial(fallback: string, colour?: string): Material {
		return this.painted(fallback, colour, this.looks.body.substance, undefined);
	}

	/** The second material: takes what stands behind "with", or a second substance or colour. */
	accentMaterial(fallback: string, colour?: string): Material {
		const { substance, colour: asked } = this.looks.trim;
		return this.painted(fallback, colour, substance, asked);
	}

	/** Takes what the words say of a part by its name ("blue roof"); else it is `otherwise`. */
	partMaterial(part: string, fallback: string, otherwise: Material): Material {
		const look = this.looks.named.get(part);
		if (!look?.substance && !look?.colour) return otherwise;
		return this.painted(fallback, undefined, look.substance, look.colour);
	}

	/** The words do not repaint it, they only age it: eyes, soil, a tyre. */
	fixedMaterial(substance: string, colour?: string): Material {
		return this.painted(substance, colour, undefined, undefined);
	}

	/** Shines by itself in its own colour; `glow` is the share of the colour that it shines with. */
	glowMaterial(name: string, colour: string, glow = 1): Material {
		const substance: Substance = {
			name,
			pattern: 'smooth',
			colour: hex(colour),
			contrast: 0,
			roughness: 1,
			glow,
		};
		return materialOf(name, substance, undefined, unchanged);
	}

	/** A surface with words on it; `aspect` is its width by its height. */
	textMaterial(substance: string, text: string, aspect: number, colour?: string): Material {
		const writing = { text, aspect };
		const paint = colour ? hex(colour) : undefined;
		return materialOf(`${substance} with text`, substanceCalled(substance), paint, this.looks, writing);
	}

	/** Adds any mesh. */
	add(material: Material, mesh: Mesh, pose?: Pose): void {
		this.parts.push({ material, mesh: pose ? posed(mesh, pose) : mesh });
	}

	/** A box that stands on y = 0; `taper` is the size of its top by that of its bottom. */
	box(
		material: Material,
		[width, height, depth]: Vec3,
		pose?: Pose & { readonly taper?: number | readonly [number, number] },
	): void {
		this.add(material, box(width, height, depth, pose?.taper), pose);
	}

	/** A cylinder or cone that stands on y = 0. */
	cylinder(material: Material, [bottom, top, height]: Vec3, segments: number, pose?: Pose): void {
		this.add(material, cylinder(bottom, top, height, this.segments(segments)), pose);
	}

	/** A ball around the origin, or the part of it between two latitudes. */
	sphere(
		material: Material,
		radius: number,
		segments: number,
		pose?: Pose & { readonly from?: number; readonly to?: number },
	): void {
		this.add(material, sphere(radius, this.segments(segments), pose?.from, pose?.to), pose);
	}

	/** A profile of radius and height, turned around y; `open` leaves its ends without a lid, `flat` its faces flat. */
	lathe(
		material: Material,
		profile: Points2d,
		segments: number,
		pose?: Pose & { readonly open?: boolean; readonly flat?: boolean },
	): void {
		const mesh = lathe(points2d(profile), this.segments(segments), pose?.open);
		this.add(material, pose?.flat ? faceted(mesh) : mesh, pose);
	}

	/** An outline in x and y, counter-clockwise, with thickness in z. */
	prism(material: Material, outline: Points2d, depth: number, pose?: Pose): void {
		this.add(material, prism(points2d(outline), depth), pose);
	}

	/** A prism from the right half of its outline, bottom to top. */
	symmetricPrism(material: Material, half: Points2d, depth: number, pose?: Pose): void {
		this.add(material, prism(mirrored(points2d(half)), depth), pose);
	}

	/** A round bar along a path. Several radii are spread evenly over its points. */
	tube(
		material: Material,
		path: Points3d,
		radius: number | readonly number[],
		segments: number,
		pose?: Pose,
	): void {
		const along = typeof radius === 'number' ? radius : evenly(radius);
		this.add(material, tube(points3d(path), along, this.segments(segments)), pose);
	}

	/** A ring in the x-y plane around the origin. */
	ring(material: Material, radius: number, thickness: number, segments: number, pose?: Pose): void {
		const across = Math.max(4, Math.round(segments / 3));
		this.add(material, ring(radius, thickness, this.segments(segments), this.segments(across)), pose);
	}

	/** A lump around the origin; `detail` 0 to 2 gives 20, 80 or 320 triangles. */
	blob(material: Material, radius: Vec3, rough: number, detail: number, pose?: Pose): void {
		const less = this.quality < 0.3 ? 2 : this.quality < 0.7 ? 1 : 0;
		this.add(material, blob(radius, rough, Math.max(0, detail - less), this.random), pose);
	}

	/** Runs `build` and then moves everything that it added. */
	group(pose: Pose, build: () => void): void {
		const first = this.parts.length;
		const known = new Set(this.landmarks.keys());
		build();
		for (const { material, mesh } of this.parts.splice(first)) this.add(material, mesh, pose);
		for (const [name, at] of this.landmarks) {
			if (!known.has(name)) this.landmarks.set(name, posedPoint(at, pose));
		}
	}

	/** Runs `build` for the model's left side (+x) and adds its mirror image; a joint `Left…` gets its `Right…`. */
	bothSides(build: () => void): void {
		const first = this.parts.length;
		const known = new Set(this.landmarks.keys());
		build();
		for (const { material, mesh } of this.parts.slice(first)) this.add(material, mesh, { scale: [-1, 1, 1] });
		for (const [name, [x, y, z]] of [...this.landmarks]) {
			if (!known.has(name)) this.joint(name.replace('Left', 'Right'), [-x, y, z]);
		}
	}

	/** Runs `build` several times, each time turned farther around y; `start` is the first angle. */
	around(count: number, build: (index: number) => void, start = 0): void {
		for (let index = 0; index < count; index++) {
			this.group({ turn: [0, start + (index / count) * 360, 0] }, () => build(index));
		}
	}

	/** Tells where a joint is, by its plain name, for a skeleton that fits. */
	joint(name: string, at: Vec3): void {
		this.landmarks.set(name, at);
	}

	/** A segment count for something round: fewer under a face limit, but never below a third. */
	segments(count: number): number {
		return Math.max(Math.min(count, 3), Math.ceil(count / 3), Math.round(count * this.quality));
	}

	private painted(
		fallback: string,
		colour: string | undefined,
		substance: Substance | undefined,
		asked: Rgb | undefined,
	): Material {
		const made = substance ?? substanceCalled(fallback);
		const own = colour && !substance ? hex(colour) : undefined;
		const paint = asked ?? own;
		const code = paint?.map((value) =>
			Math.round(value * 255)
				.toString(16)
				.padStart(2, '0'),
		);
		return materialOf(code ? `${made.name} ${code.join('')}` : made.name, made, paint, this.looks);
	}
}

/** Values at even steps from 0 to 1, with straight lines between them. */
function evenly(values: readonly number[]): (along: number) => number {
	return (along) => {
		const at = along * (values.length - 1);
		const low = Math.min(Math.floor(at), values.length - 2);
		const [from = 0, to = from] = values.slice(low, low + 2);
		return from + (to - from) * (at - low);
	};
}
