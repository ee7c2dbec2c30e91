import type { Vec3 } from '../mesh/vector';
import type { Camera } from './camera';
import type { Drawable } from './scene';
import { colourAt, lightOn } from './shade';

/** A picture in the making: linear colour with coverage, and depth. */
export interface Canvas {
	readonly size: number;
	readonly colour: Float32Array;
	readonly depth: Float32Array;
}

export function blankCanvas(size: number): Canvas {
	return {
		size,
		colour: new Float32Array(size * size * 4),
		depth: new Float32Array(size * size).fill(-Infinity),
	};
}

/** Draws one mesh with a depth buffer; faces that look away are left out, as in an engine. */
export function draw(canvas: Canvas, drawable: Drawable, camera: Camera): void {
	const { indices } = drawable;
	const screen = projected(drawable, camera);
	for (let index = 0; index + 2 < indices.length; index += 3) {
		const corners = [indices[index] ?? 0, indices[index + 1] ?? 0, indices[index + 2] ?? 0] as const;
		fill(canvas, drawable, corners, [screen[corners[0]], screen[corners[1]], screen[corners[2]]]);
	}
}

function projected({ positions }: Drawable, camera: Camera): Vec3[] {
	const points: Vec3[] = [];
	for (let index = 0; index < positions.length; index += 3) {
		points.push(camera.project(positions[index] ?? 0, positions[index + 1] ?? 0, positions[index + 2] ?? 0));
	}
	return points;
}

function fill(
	{ size, colour, depth }: Canvas,
	drawable: Drawable,
	corners: readonly [number, number, number],
	[a, b, c]: readonly [Vec3 | undefined, Vec3 | undefined, Vec3 | undefined],
): void {
	if (!a || !b || !c) return;
	const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
	// The picture's y points down, so what faces the eye goes round the other way.
	if (area >= -1e-9) return;
	const [left, right] = [Math.min(a[0], b[0], c[0]), Math.max(a[0], b[0], c[0])];
	const [top, bottom] = [Math.min(a[1], b[1], c[1]), Math.max(a[1], b[1], c[1])];
	const { normals, uvs, glow, metallic } = drawable;
	for (let y = Math.max(0, Math.floor(top)); y <= Math.min(size - 1, bottom); y++) {
		for (let x = Math.max(0, Math.floor(left)); x <= Math.min(size - 1, right); x++) {
			const [px, py] = [x + 0.5, y + 0.5];
			const wb = ((px - a[0]) * (c[1] - a[1]) - (py - a[1]) * (c[0] - a[0])) / area;
			const wc = ((b[0] - a[0]) * (py - a[1]) - (b[1] - a[1]) * (px - a[0])) / area;
			const wa = 1 - wb - wc;
			if (wa < 0 || wb < 0 || wc < 0) continue;
			const near = wa * a[2] + wb * b[2] + wc * c[2];
			const pixel = y * size + x;
			if (near <= (depth[pixel] ?? 0)) continue;
			const blend = (values: Float32Array, width: number, axis: number): number =>
				wa * (values[corners[0] * width + axis] ?? 0) +
				wb * (values[corners[1] * width + axis] ?? 0) +
				wc * (values[corners[2] * width + axis] ?? 0);
			const base = colourAt(drawable, uvs ? blend(uvs, 2, 0) : 0, uvs ? blend(uvs, 2, 1) : 0);
			if (base[3] === 0) continue;
			depth[pixel] = near;
			const light = lightOn(blend(normals, 3, 0), blend(normals, 3, 1), blend(normals, 3, 2), metallic);
			for (let channel = 0; channel < 3; channel++) {
				colour[pixel * 4 + channel] = (base[channel] ?? 0) * light + (glow[channel] ?? 0);
			}
			colour[pixel * 4 + 3] = 1;
		}
	}
}
