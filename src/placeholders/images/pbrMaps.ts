import type { Rgb } from '../colour';
import { areaOf } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { brightnessAt, type Pixels } from './pixels';
import { encodePng } from './png';
import { decodeImage } from './readImage';
import { resizeTo } from './resize';

/** Images of a material beside the model: PNG, all of one size. */
interface PbrMaps {
	readonly base_color: Uint8Array;
	readonly metallic: Uint8Array;
	readonly roughness: Uint8Array;
	/** In tangent space, green up, as glTF has it. */
	readonly normal: Uint8Array;
}

/** Pixels along the longer edge, at most, and of a plain colour. */
const [largest, plainSize] = [256, 64] as const;

/** How steep the relief is that is read from an image's light and dark. */
const relief = 2;

function paint(width: number, height: number, of: (x: number, y: number) => Rgb): Pixels {
	const rgba = new Uint8Array(width * height * 4).fill(255);
	for (let pixel = 0; pixel < width * height; pixel++) {
		const colour = of(pixel % width, Math.floor(pixel / width));
		rgba.set(
			colour.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255)),
			pixel * 4,
		);
	}
	return { width, height, rgba };
}

function baseColour({ texture, colour }: Surface): Pixels {
	if (!texture) return paint(plainSize, plainSize, () => colour);
	const pixels = decodeImage(texture);
	return resizeTo(pixels, Math.min(largest, Math.max(pixels.width, pixels.height)));
}

/**
 * The maps of the surface that covers most of the model, of those with a texture if any has one. Dark places are
 * deeper and rougher.
 */
export async function makePbrMaps({ surfaces }: PlaceholderModel): Promise<PbrMaps> {
	const textured = surfaces.filter(({ texture }) => texture);
	const [main] = (textured.length > 0 ? textured : [...surfaces]).sort(
		(one, other) => areaOf(other.mesh) - areaOf(one.mesh),
	);
	if (!main) throw new Error('A model without surfaces has no maps.');
	const base = baseColour(main);
	const { width, height } = base;
	// The image tiles.
	const light = (x: number, y: number): number =>
		brightnessAt(base, ((y + height) % height) * width + ((x + width) % width));
	const grey = (value: number): Rgb => [value, value, value];
	const map = (of: (x: number, y: number) => Rgb): Uint8Array => encodePng(paint(width, height, of));
	return {
		base_color: encodePng(base),
		metallic: map(() => grey(main.metallic)),
		roughness: map((x, y) => grey(main.roughness + (0.5 - light(x, y)) * 0.2)),
		normal: map((x, y) => {
			const [across, up] = [light(x - 1, y) - light(x + 1, y), light(x, y + 1) - light(x, y - 1)];
			const [nx, ny] = [across * relief, up * relief];
			const size = Math.sqrt(nx * nx + ny * ny + 1);
			return [0.5 + nx / size / 2, 0.5 + ny / size / 2, 0.5 + 0.5 / size];
		}),
	};
}
