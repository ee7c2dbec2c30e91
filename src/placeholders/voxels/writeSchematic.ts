import { gzipSync } from 'node:zlib';
import { hex, type Rgb } from '../colour';
import type { PlaceholderModel } from '../placeholderModel';
import { type Tag, writeNbt } from './nbt';
import { cellAt, voxelise } from './voxelise';

/** Blocks of one plain colour each. */
const concrete: Readonly<Record<string, Rgb>> = {
	white: hex('cfd5d6'),
	orange: hex('e06101'),
	magenta: hex('a9309f'),
	light_blue: hex('2489c7'),
	yellow: hex('f1af15'),
	lime: hex('5ea918'),
	pink: hex('d5658f'),
	gray: hex('373a3e'),
	light_gray: hex('7d7d73'),
	cyan: hex('157788'),
	purple: hex('64209c'),
	blue: hex('2d2f8f'),
	brown: hex('60391f'),
	green: hex('495b24'),
	red: hex('8e2121'),
	black: hex('080a0f'),
};

/** The version of the game's data that names the blocks above: 1.20.1. */
const dataVersion = 3465;

/** The model as a Sponge schematic (version 2), `count` blocks along its longest side. */
export function writeSchematic(model: PlaceholderModel, count: number): Uint8Array {
	const { size, cells } = voxelise(model, count);
	const [width, height, depth] = size;
	const palette = ['air', ...Object.keys(concrete).map((colour) => `${colour}_concrete`)];
	const blocks = new Uint8Array(width * height * depth);
	for (let z = 0; z < depth; z++) {
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) {
				const surface = cells.get(cellAt(size, x, y, z));
				// Numbers below 128 are single bytes, and layers come from the ground up.
				blocks[(y * depth + z) * width + x] = surface ? 1 + nearest(surface.colour) : 0;
			}
		}
	}
	const int = (value: number): Tag => ({ type: 'int', value });
	const short = (value: number): Tag => ({ type: 'short', value });
	const names = palette.map((name, index) => [`minecraft:${name}`, int(index)] as const);
	const schematic = writeNbt('Schematic', {
		type: 'compound',
		value: {
			Version: int(2),
			DataVersion: int(dataVersion),
			Width: short(width),
			Height: short(height),
			Length: short(depth),
			PaletteMax: int(palette.length),
			Palette: { type: 'compound', value: Object.fromEntries(names) },
			BlockData: { type: 'bytes', value: blocks },
		},
	});
	return gzipSync(schematic);
}

/** Index of the colour that is least far away. */
function nearest(colour: Rgb): number {
	const distances = Object.values(concrete).map((one) =>
		one.reduce((sum, value, channel) => sum + (value - (colour[channel] ?? 0)) ** 2, 0),
	);
	return distances.indexOf(Math.min(...distances));
}
