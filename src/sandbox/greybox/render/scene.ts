import { type Material, WebIO } from '@gltf-transform/core';
import { jpegPixels } from '../pictures/jpeg';
import { isPng } from '../pictures/picture';
import type { Pixels } from '../pictures/pixels';
import { pngPixels } from '../pictures/png';

/** What the rasteriser draws: triangles in the world, with colour in linear light. */
export interface Drawable {
	readonly positions: Float32Array;
	readonly normals: Float32Array;
	readonly uvs: Float32Array | undefined;
	readonly indices: Uint32Array;
	readonly factor: readonly number[];
	readonly glow: readonly number[];
	readonly metallic: number;
	readonly cutoff: number;
	readonly texture: Pixels | undefined;
}

function textureOf(material: Material | null): Pixels | undefined {
	const image = material?.getBaseColorTexture()?.getImage();
	if (!image) return undefined;
	return isPng(image) ? pngPixels(image) : jpegPixels(image);
}

/** Applies a column-major matrix to points (w 1) or directions (w 0). */
function transformed(values: Float32Array, m: readonly number[], w: 0 | 1): Float32Array {
	const at = (index: number): number => m[index] ?? 0;
	const moved = new Float32Array(values.length);
	for (let index = 0; index < values.length; index += 3) {
		const [x = 0, y = 0, z = 0] = values.subarray(index, index + 3);
		for (let row = 0; row < 3; row++) {
			moved[index + row] = at(row) * x + at(4 + row) * y + at(8 + row) * z + at(12 + row) * w;
		}
	}
	return moved;
}

/** Reads the triangles of a GLB's scene. */
export async function drawablesOf(glb: Uint8Array): Promise<Drawable[]> {
	const document = await new WebIO().readBinary(new Uint8Array(glb));
	const drawables: Drawable[] = [];
	for (const node of document.getRoot().listNodes()) {
		const matrix = node.getWorldMatrix();
		for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
			const floats = (name: string): Float32Array | undefined => {
				const array = primitive.getAttribute(name)?.getArray();
				return array ? Float32Array.from(array) : undefined;
			};
			const positions = floats('POSITION');
			const normals = floats('NORMAL');
			if (!positions || !normals) continue;
			const material = primitive.getMaterial();
			drawables.push({
				positions: transformed(positions, matrix, 1),
				normals: transformed(normals, matrix, 0),
				uvs: floats('TEXCOORD_0'),
				indices: Uint32Array.from(primitive.getIndices()?.getArray() ?? positions.keys()),
				factor: material?.getBaseColorFactor() ?? [1, 1, 1, 1],
				glow: material?.getEmissiveFactor() ?? [0, 0, 0],
				metallic: material?.getMetallicFactor() ?? 0,
				cutoff: material?.getAlphaMode() === 'MASK' ? material.getAlphaCutoff() : 0,
				texture: textureOf(material),
			});
		}
	}
	return drawables;
}
