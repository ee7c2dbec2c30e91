import { pngOf } from './pictures/png';
import { cameraFor } from './render/camera';
import { blankCanvas, type Canvas, draw } from './render/raster';
import { drawablesOf } from './render/scene';

const side = 256;

/** Samples along each edge of a pixel. */
const samples = 2;

function toByte(light: number): number {
	return Math.round(Math.min(1, Math.max(0, light)) ** (1 / 2.2) * 255);
}

/** Averages the samples of each pixel; how many were hit becomes the opacity. */
function developed(canvas: Canvas): Uint8Array {
	const rgba = new Uint8Array(side * side * 4);
	for (let pixel = 0; pixel < side * side; pixel++) {
		const sum = [0, 0, 0, 0];
		for (let sample = 0; sample < samples * samples; sample++) {
			const x = (pixel % side) * samples + (sample % samples);
			const y = Math.floor(pixel / side) * samples + Math.floor(sample / samples);
			for (let channel = 0; channel < 4; channel++) {
				sum[channel] = (sum[channel] ?? 0) + (canvas.colour[(y * canvas.size + x) * 4 + channel] ?? 0);
			}
		}
		const covered = sum[3] ?? 0;
		if (covered === 0) continue;
		for (let channel = 0; channel < 3; channel++)
			rgba[pixel * 4 + channel] = toByte((sum[channel] ?? 0) / covered);
		rgba[pixel * 4 + 3] = Math.round((covered / (samples * samples)) * 255);
	}
	return rgba;
}

/** A small picture of a model: PNG, 256 × 256, seen from its front right, on a transparent ground. */
export async function previewOf(glb: Uint8Array): Promise<Uint8Array> {
	const drawables = await drawablesOf(glb);
	const canvas = blankCanvas(side * samples);
	const camera = cameraFor(drawables, canvas.size);
	for (const drawable of drawables) draw(canvas, drawable, camera);
	return pngOf({ width: side, height: side, rgba: developed(canvas) });
}
