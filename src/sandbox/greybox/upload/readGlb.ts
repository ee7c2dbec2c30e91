import { type Document, type Material, type Node, type Primitive, WebIO } from '@gltf-transform/core';
import type { Rgb } from '../colour';
import { faceted } from '../mesh/facets';
import type { Mesh } from '../mesh/mesh';
import { readPhoto } from '../pictures/picture';
import type { Picture, Surface } from '../surface';
import type { Thing } from '../thing';
import { UnreadableModel } from './unreadableModel';

const triangles = 4;

/** Linear light to what a screen shows. */
function shown(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

async function documentOf(bytes: Uint8Array): Promise<Document> {
	try {
		// The reader refuses extensions that a file requires and it does not know, and damaged files.
		return await new WebIO().readBinary(new Uint8Array(bytes));
	} catch (error) {
		throw new UnreadableModel('The GLB file is damaged, or needs an extension that is not read.', {
			cause: error,
		});
	}
}

/** Applies a column-major matrix to points (w 1) or directions (w 0). */
function transformed(values: readonly number[], m: readonly number[], w: 0 | 1): number[] {
	const at = (index: number): number => m[index] ?? 0;
	return values.map((_, index) => {
		const row = index % 3;
		const [x = 0, y = 0, z = 0] = [values[index - row], values[index - row + 1], values[index - row + 2]];
		return at(row) * x + at(4 + row) * y + at(8 + row) * z + at(12 + row) * w;
	});
}

/** An attribute's numbers as they are meant: integers that stand for 0 to 1 become so. */
function numbersOf(primitive: Primitive, name: string): number[] | undefined {
	const accessor = primitive.getAttribute(name);
	if (!accessor) return undefined;
	const element: number[] = [];
	const numbers: number[] = [];
	for (let index = 0; index < accessor.getCount(); index++) {
		for (const value of accessor.getElement(index, element)) numbers.push(value);
	}
	return numbers;
}

function meshOf(primitive: Primitive, matrix: readonly number[]): Mesh | undefined {
	const positions = numbersOf(primitive, 'POSITION');
	if (!positions || primitive.getMode() !== triangles) return undefined;
	const count = positions.length / 3;
	const normals = numbersOf(primitive, 'NORMAL');
	const listed = primitive.getIndices()?.getArray();
	const mesh: Mesh = {
		positions: transformed(positions, matrix, 1),
		normals: transformed(normals ?? positions.map(() => 0), matrix, 0),
		uvs: numbersOf(primitive, 'TEXCOORD_0') ?? new Array<number>(count * 2).fill(0),
		indices: listed ? [...listed] : Array.from({ length: count }, (_, vertex) => vertex),
	};
	return normals ? mesh : faceted(mesh);
}

async function pictureOf(
	material: Material | null,
): Promise<{ picture: Picture; holes: boolean } | undefined> {
	const image = material?.getBaseColorTexture()?.getImage();
	if (!image) return undefined;
	try {
		return await readPhoto(image);
	} catch (error) {
		throw new UnreadableModel('A texture of the GLB file is damaged.', { cause: error });
	}
}

async function surfaceOf(primitive: Primitive, node: Node, order: number): Promise<Surface | undefined> {
	const mesh = meshOf(primitive, node.getWorldMatrix());
	if (!mesh || mesh.indices.length === 0) return undefined;
	const material = primitive.getMaterial();
	const [red = 1, green = 1, blue = 1] = material?.getBaseColorFactor() ?? [];
	const colour: Rgb = [shown(red), shown(green), shown(blue)];
	const photo = await pictureOf(material);
	const glow = Math.max(0, ...(material?.getEmissiveFactor() ?? []));
	const surface: Surface = {
		name: material?.getName() || `${node.getName() || 'surface'} ${order + 1}`,
		mesh,
		colour,
		metallic: material?.getMetallicFactor() ?? 0,
		roughness: material?.getRoughnessFactor() ?? 1,
		glow: Math.min(1, glow / Math.max(red, green, blue, 1e-3)),
	};
	if (!photo) return primitive.getAttribute('TEXCOORD_0') ? { ...surface, mapped: true } : surface;
	const cutOut = material?.getAlphaMode() === 'MASK';
	return { ...surface, picture: photo.picture, ...(cutOut && { cutOut }) };
}

/**
 * Reads the triangles of a GLB's scene, in the world, with their colours and textures. Skeletons, clips, lines and
 * points are left out.
 * @throws UnreadableModel when it is damaged, needs an extension, or has no triangles.
 */
export async function readGlb(bytes: Uint8Array, name: string): Promise<Thing> {
	const document = await documentOf(bytes);
	const surfaces: Surface[] = [];
	for (const node of document.getRoot().listNodes()) {
		for (const [order, primitive] of (node.getMesh()?.listPrimitives() ?? []).entries()) {
			const surface = await surfaceOf(primitive, node, order);
			if (surface) surfaces.push(surface);
		}
	}
	if (surfaces.length === 0) throw new UnreadableModel('The GLB file has no triangles.');
	return { name, surfaces };
}
