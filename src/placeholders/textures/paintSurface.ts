import { encode } from 'fast-png';
import { brightness, lit, mixed, type Rgb } from '../colour';
import type { Material } from '../material';
import type { Mesh } from '../mesh/mesh';
import type { Random } from '../random';
import type { Surface } from '../surface';
import type { PatternName } from '../words/substances';
import { letterMask } from './lettering';
import { fractalNoise } from './noise';
import { patterns } from './patterns';

/** Tones of the surface and of each blotch colour. Few tones keep the PNG small. */
const tones = 24;
const patchTones = 8;

/** Patterns without fine detail need fewer pixels. */
const coarse: ReadonlySet<PatternName> = new Set(['smooth', 'fabric', 'metal', 'marble', 'grid']);

function ramp(colour: Rgb, contrast: number, count: number): Rgb[] {
	return Array.from({ length: count }, (_, tone) => {
		const light = tone / (count - 1);
		const shaded = lit(colour, 1 - contrast * (1 - light));
		// A little warmth in the light and cold in the dark looks less like plastic.
		return mixed(shaded, [light, light * 0.95, 1 - light * 0.3], 0.03);
	});
}

/** Ink that can be read on a colour. */
function inkOn(colour: Rgb): Rgb {
	return brightness(colour) > 0.45 ? lit(colour, 0.22) : mixed(colour, [1, 1, 1], 0.8);
}

function paletteOf({ colour, contrast, patches }: Material): number[][] {
	const all = [
		...ramp(colour, contrast, tones),
		...patches.flatMap((patch) => ramp(patch.colour, 0.45, patchTones)),
		inkOn(colour),
	];
	return all.map((rgb) => rgb.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255)));
}

/** Paints a material's colours into an indexed PNG that tiles in both directions. */
function paintTexture(material: Material, random: Random): Uint8Array {
	const seed = random.whole(0, 0x7fffffff);
	const { text, aspect = 1 } = material;
	const size = coarse.has(material.pattern) ? 64 : 128;
	const height = Math.round(size / aspect);
	const palette = paletteOf(material);
	const pattern = patterns[material.pattern];
	const ink = text === undefined ? () => false : letterMask(text, aspect);
	const data = new Uint8Array(size * height);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < size; x++) {
			const [u, v] = [(x + 0.5) / size, (y + 0.5) / height];
			const tone = Math.min(1, Math.max(0, pattern(u, v, seed)));
			let index = Math.round(tone * (tones - 1));
			material.patches.forEach((patch, order) => {
				const blot = fractalNoise(u, v, 4, seed + 31 * (order + 1)) + (tone - 0.5) * -0.12;
				if (blot > 0.5 + (0.5 - patch.share) * 0.55) {
					index = tones + order * patchTones + Math.round(tone * (patchTones - 1));
				}
			});
			data[y * size + x] = ink(u, v) ? palette.length - 1 : index;
		}
	}
	return encode({ width: size, height, data, channels: 1, depth: 8, palette }, { zlib: { level: 9 } });
}

/** A mesh in a material, painted if the material has a pattern and `texture` is wanted. */
export function paintSurface(material: Material, mesh: Mesh, random: Random, texture: boolean): Surface {
	const { name, colour, metallic, roughness, glow, text } = material;
	const surface = { name, mesh, colour, metallic, roughness, glow, clamped: text !== undefined };
	if (!texture || material.contrast === 0) return surface;
	return { ...surface, texture: { bytes: paintTexture(material, random), mimeType: 'image/png' } };
}
