import type { Vec3 } from '../mesh/vector';
import type { Camera } from './camera';
import type { Drawable } from './scene';
import { lightOn, texelAt, toLinear } from './shade';

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

/** The values of one vertex attribute at a triangle's corners, axis by axis: [a, b, c] for x, then for y … */
function cornerValues(values: Float32Array | undefined, width: number, corners: readonly number[]): number[] {
	if (!values) return [];
	return Array.from({ length: width * 3 }, (_, index) => {
		const corner = corners[index % 3] ?? 0;
		return values[corner * width + Math.floor(index / 3)] ?? 0;
	});
}

function fill(
	canvas: Canvas,
	drawable: Drawable,
	corners: readonly [number, number, number],
	[a, b, c]: readonly [Vec3 | undefined, Vec3 | undefined, Vec3 | undefined],
): void {
	if (!a || !b || !c) return;
	const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
	// The picture's y points down, so what faces the eye goes round the other way.
	if (area >= -1e-9) return;
	const { size, depth } = canvas;
	const right = Math.min(size - 1, Math.max(a[0], b[0], c[0]));
	const bottom = Math.min(size - 1, Math.max(a[1], b[1], c[1]));
	const left = Math.max(0, Math.floor(Math.min(a[0], b[0], c[0])));
	const paint = painter(canvas, drawable, corners);
	for (let y = Math.max(0, Math.floor(Math.min(a[1], b[1], c[1]))); y <= bottom; y++) {
		for (let x = left; x <= right; x++) {
			const [dx, dy] = [x + 0.5 - a[0], y + 0.5 - a[1]];
			const wb = (dx * (c[1] - a[1]) - dy * (c[0] - a[0])) / area;
			const wc = ((b[0] - a[0]) * dy - (b[1] - a[1]) * dx) / area;
			const wa = 1 - wb - wc;
			if (wa < 0 || wb < 0 || wc < 0) continue;
			const near = wa * a[2] + wb * b[2] + wc * c[2];
			const pixel = y * size + x;
			if (near > (depth[pixel] ?? 0) && paint(pixel, wa, wb, wc)) depth[pixel] = near;
		}
	}
}

/** Colours single pixels of one triangle; says whether there was anything to see. */
function painter(
	{ colour }: Canvas,
	drawable: Drawable,
	corners: readonly number[],
): (pixel: number, wa: number, wb: number, wc: number) => boolean {
	const { factor, glow, metallic, texture } = drawable;
	const normal = cornerValues(drawable.normals, 3, corners);
	const uv = cornerValues(drawable.uvs, 2, corners);
	return (pixel, wa, wb, wc) => {
		const blend = (values: readonly number[], axis: number): number =>
			wa * (values[axis * 3] ?? 0) + wb * (values[axis * 3 + 1] ?? 0) + wc * (values[axis * 3 + 2] ?? 0);
		const texel = texture ? texelAt(drawable, blend(uv, 0), blend(uv, 1)) : 0;
		if (texel < 0) return false;
		const light = lightOn(blend(normal, 0), blend(normal, 1), blend(normal, 2), metallic);
		for (let channel = 0; channel < 3; channel++) {
			const base = (factor[channel] ?? 1) * (texture ? toLinear(texture.rgba[texel + channel]) : 1);
			colour[pixel * 4 + channel] = base * light + (glow[channel] ?? 0);
		}
		colour[pixel * 4 + 3] = 1;
		return true;
	};
}
