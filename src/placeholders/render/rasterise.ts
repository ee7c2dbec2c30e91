import { vectorAt } from '../mesh/mesh';
import type { Camera } from './camera';
import type { Drawable } from './drawable';
import { lightOn, texelAt, toLinear } from './shade';

/** An image in the making: linear colour with coverage, and depth. */
export interface Canvas {
	readonly size: number;
	readonly colour: Float32Array;
	readonly depth: Float32Array;
}

/** A square canvas, `size` pixels along each edge. */
export function blankCanvas(size: number): Canvas {
	const depth = new Float32Array(size * size).fill(-Infinity);
	return { size, colour: new Float32Array(size * size * 4), depth };
}

/** Draws one mesh with a depth buffer; faces that look away are left out, as in an engine. */
export function draw(canvas: Canvas, drawable: Drawable, camera: Camera): void {
	const { positions, indices } = drawable;
	const screen = new Float64Array(positions.length);
	for (let vertex = 0; vertex * 3 < positions.length; vertex++)
		screen.set(camera(vectorAt(positions, vertex)), vertex * 3);
	for (let index = 0; index + 2 < indices.length; index += 3) {
		fill(canvas, drawable, screen, [indices[index] ?? 0, indices[index + 1] ?? 0, indices[index + 2] ?? 0]);
	}
}

type Corners = readonly [number, number, number];

/** A value that changes evenly over a triangle: at its first corner, and how much more it is at the others. */
type Slope = readonly [first: number, toSecond: number, toThird: number];

function slope(values: ArrayLike<number>, width: number, axis: number, [a, b, c]: Corners): Slope {
	const first = values[a * width + axis] ?? 0;
	return [first, (values[b * width + axis] ?? 0) - first, (values[c * width + axis] ?? 0) - first];
}

function at([first, toSecond, toThird]: Slope, second: number, third: number): number {
	return first + toSecond * second + toThird * third;
}

function fill(canvas: Canvas, drawable: Drawable, screen: Float64Array, corners: Corners): void {
	const [ax, bx, cx] = slope(screen, 3, 0, corners);
	const [ay, by, cy] = slope(screen, 3, 1, corners);
	const area = bx * cy - by * cx;
	// The image's y points down, so what faces the eye goes round the other way.
	if (!(area < -1e-9)) return;
	const { size, depth } = canvas;
	const near = slope(screen, 3, 2, corners);
	const left = Math.max(0, Math.floor(ax + Math.min(0, bx, cx)));
	const right = Math.min(size - 1, ax + Math.max(0, bx, cx));
	const bottom = Math.min(size - 1, ay + Math.max(0, by, cy));
	const paint = painter(canvas, drawable, corners);
	for (let y = Math.max(0, Math.floor(ay + Math.min(0, by, cy))); y <= bottom; y++) {
		const dy = y + 0.5 - ay;
		for (let x = left; x <= right; x++) {
			const dx = x + 0.5 - ax;
			const second = (dx * cy - dy * cx) / area;
			const third = (bx * dy - by * dx) / area;
			if (second < 0 || third < 0 || second + third > 1) continue;
			const distance = at(near, second, third);
			const pixel = y * size + x;
			if (distance > (depth[pixel] ?? 0) && paint(pixel, second, third)) depth[pixel] = distance;
		}
	}
}

/** Colours single pixels of one triangle; says whether there was anything to see. */
function painter(
	{ colour }: Canvas,
	drawable: Drawable,
	corners: Corners,
): (pixel: number, second: number, third: number) => boolean {
	const { factor, emission, metallic, texture, normals, uvs } = drawable;
	const normal = (axis: number): Slope => slope(normals, 3, axis, corners);
	const [nx, ny, nz] = [normal(0), normal(1), normal(2)];
	const [u, v] = [slope(uvs, 2, 0, corners), slope(uvs, 2, 1, corners)];
	return (pixel, second, third) => {
		const texel = texture ? texelAt(drawable, at(u, second, third), at(v, second, third)) : 0;
		if (texel < 0) return false;
		const facing = [at(nx, second, third), at(ny, second, third), at(nz, second, third)] as const;
		const light = lightOn(facing, metallic);
		for (let channel = 0; channel < 3; channel++) {
			const base = (factor[channel] ?? 1) * (texture ? toLinear(texture.rgba[texel + channel]) : 1);
			colour[pixel * 4 + channel] = base * light + (emission[channel] ?? 0);
		}
		colour[pixel * 4 + 3] = 1;
		return true;
	};
}
