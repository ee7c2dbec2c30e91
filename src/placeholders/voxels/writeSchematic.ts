import { gzipSync } from 'node:zlib';
import { hex, type Rgb } from '../colour';
import { pairs } from '../literals';
import type { PlaceholderModel } from '../placeholderModel';
import { type Tag, writeNbt } from './nbt';
import { cellIndex, voxelise } from './voxelise';

/** Blocks of concrete, one plain colour each. */
const concrete = pairs(`
	white=cfd5d6 orange=e06101 magenta=a9309f light_blue=2489c7 yellow=f1af15 lime=5ea918 pink=d5658f gray=373a3e
	light_gray=7d7d73 cyan=157788 purple=64209c blue=2d2f8f brown=60391f green=495b24 red=8e2121 black=080a0f
`).map(([name, code]) => ({ name: `${name}_concrete`, colour: hex(code) }));

/** The version of the game's data that names the blocks above: 1.20.1. */
const dataVersion = 3465;

/** The model as a Sponge schematic (version 2), `count` blocks along its longest side. */
export function writeSchematic(model: PlaceholderModel, count: number): Uint8Array {
	const { size, cells } = voxelise(model, count);
	const [width, height, depth] = size;
	const blocks = new Uint8Array(width * height * depth);
	for (let index = 0; index < blocks.length; index++) {
		// Numbers below 128 are single bytes, and layers come from the ground up.
		const [x, row] = [index % width, Math.floor(index / width)];
		const surface = cells.get(cellIndex(size, [x, Math.floor(row / depth), row % depth]));
		blocks[index] = surface ? 1 + nearest(surface.colour) : 0;
	}
	const int = (value: number): Tag => ({ type: 'int', value });
	const short = (value: number): Tag => ({ type: 'short', value });
	const palette = ['air', ...concrete.map(({ name }) => name)];
	const names = palette.map((name, index) => [`minecraft:${name}`, int(index)] as const);
	const value: Readonly<Record<string, Tag>> = {
		Version: int(2),
		DataVersion: int(dataVersion),
		Width: short(width),
		Height: short(height),
		Length: short(depth),
		PaletteMax: int(palette.length),
		Palette: { type: 'compound', value: Object.fromEntries(names) },
		BlockData: { type: 'bytes', value: blocks },
	};
	return gzipSync(writeNbt('Schematic', { type: 'compound', value }));
}

/** Index of the colour that is least far away. */
function nearest(colour: Rgb): number {
	const distances = concrete.map((block) =>
		block.colour.reduce((sum, value, channel) => sum + (value - (colour[channel] ?? 0)) ** 2, 0),
	);
	return distances.indexOf(Math.min(...distances));
}
