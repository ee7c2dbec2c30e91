import { brightness, type Rgb } from '../colour';
import { areaOf } from '../mesh/area';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import type { Pixels } from './pixels';
import { encodePng } from './png';
import { decodeImage } from './readImage';
import { resize } from './resize';

/** Pictures of a material beside the model: PNG, all of one size. */
export interface PbrMaps {
	readonly base_color: Uint8Array;
	readonly metallic: Uint8Array;
	readonly roughness: Uint8Array;
	/** In tangent space, green up, as glTF has it. */
	readonly normal: Uint8Array;
}

/** Pixels along the longer edge, at most, and of a plain colour. */
const [largest, plainSize] = [256, 64] as const;

/** How steep the relief is that is read from a picture's light and dark. */
const relief = 2;

function drawn(width: number, height: number, of: (x: number, y: number) => Rgb): Pixels {
	const rgba = new Uint8Array(width * height * 4).fill(255);
	for (let pixel = 0; pixel < width * height; pixel++) {
		of(pixel % width, Math.floor(pixel / width)).forEach((value, channel) => {
			rgba[pixel * 4 + channel] = Math.round(Math.min(1, Math.max(0, value)) * 255);
		});
	}
	return { width, height, rgba };
}

function baseOf({ picture, colour }: Surface): Pixels {
	if (!picture) return drawn(plainSize, plainSize, () => colour);
	const pixels = decodeImage(picture);
	const factor = Math.min(1, largest / Math.max(pixels.width, pixels.height));
	if (factor === 1) return pixels;
	return resize(
		pixels,
		Math.max(1, Math.round(pixels.width * factor)),
		Math.max(1, Math.round(pixels.height * factor)),
	);
}

/** Light and dark of a picture that tiles, 0 to 1. */
function lightIn({ width, height, rgba }: Pixels): (x: number, y: number) => number {
	return (x, y) => {
		const pixel = ((y + height) % height) * width + ((x + width) % width);
		const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
		return brightness([red / 255, green / 255, blue / 255]);
	};
}

/** The maps of the surface that covers most of the thing, of those with a picture if any has one. Dark places are deeper and rougher. */
export async function makePbrMaps({ surfaces }: PlaceholderModel): Promise<PbrMaps> {
	const painted = surfaces.filter(({ picture }) => picture);
	const [main] = (painted.length > 0 ? painted : [...surfaces]).sort(
		(one, other) => areaOf(other.mesh) - areaOf(one.mesh),
	);
	if (!main) throw new Error('A thing without surfaces has no maps.');
	const base = baseOf(main);
	const { width, height } = base;
	const light = lightIn(base);
	const grey = (value: number): Rgb => [value, value, value];
	const map = (of: (x: number, y: number) => Rgb): Uint8Array => encodePng(drawn(width, height, of));
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
