import { Document, type Material, WebIO } from '@gltf-transform/core';
import { linear, type Rgb } from './colour';
import type { Mesh } from './mesh/mesh';

export interface Picture {
	readonly bytes: Uint8Array;
	readonly mimeType: 'image/png' | 'image/jpeg';
}

/** One primitive of the file, with its material. */
export interface Surface {
	readonly name: string;
	readonly mesh: Mesh;
	readonly colour: Rgb;
	readonly metallic: number;
	readonly roughness: number;
	readonly glow: number;
	/** Replaces the colour. Without one the mesh is written without texture coordinates. */
	readonly picture?: Picture;
	/** The picture tiles (default), or covers the surface once. */
	readonly once?: boolean;
	/** Parts of the picture that are transparent are cut out. */
	readonly cutOut?: boolean;
}

/** The numbers that glTF has for the ways of a sampler. */
const [clampToEdge, repeat, smooth, mipmapped] = [33071, 10497, 9729, 9987] as const;

/** Micrometres: below what anyone sees, above what engines' trigonometry may differ by. */
function rounded(values: readonly number[]): Float32Array<ArrayBuffer> {
	return Float32Array.from(values, (value) => Math.round(value * 1e6) / 1e6 + 0);
}

function materialOf(document: Document, surface: Surface): Material {
	const { picture, glow, name } = surface;
	const [red, green, blue] = linear(surface.colour);
	const material = document
		.createMaterial(name)
		.setMetallicFactor(Math.round(surface.metallic * 100) / 100)
		.setRoughnessFactor(Math.round(surface.roughness * 100) / 100)
		.setEmissiveFactor([red * glow, green * glow, blue * glow]);
	if (!picture) return material.setBaseColorFactor([red, green, blue, 1]);
	const texture = document.createTexture(name).setImage(copied(picture.bytes)).setMimeType(picture.mimeType);
	material.setBaseColorTexture(texture);
	const wrap = surface.once ? clampToEdge : repeat;
	material
		.getBaseColorTextureInfo()
		?.setWrapS(wrap)
		.setWrapT(wrap)
		.setMagFilter(smooth)
		.setMinFilter(mipmapped);
	if (surface.cutOut) material.setAlphaMode('MASK').setAlphaCutoff(0.5);
	return material;
}

/** The writer wants bytes over a plain ArrayBuffer, which a Node Buffer's pool is not. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}

/** Writes one node with one mesh, a primitive for each surface. */
export async function writeGlb(name: string, surfaces: readonly Surface[]): Promise<Uint8Array> {
	const document = new Document();
	document.getRoot().getAsset().generator = 'Propsmith sandbox greybox';
	const buffer = document.createBuffer();
	const mesh = document.createMesh(name);
	for (const surface of surfaces) {
		const { positions, normals, uvs, indices } = surface.mesh;
		const list = positions.length / 3 > 65_534 ? Uint32Array.from(indices) : Uint16Array.from(indices);
		const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', values: Float32Array<ArrayBuffer> | typeof list) =>
			document.createAccessor().setType(type).setArray(values).setBuffer(buffer);
		const primitive = document
			.createPrimitive()
			.setAttribute('POSITION', accessor('VEC3', rounded(positions)))
			.setAttribute('NORMAL', accessor('VEC3', rounded(normals)))
			.setIndices(accessor('SCALAR', list))
			.setMaterial(materialOf(document, surface));
		if (surface.picture) primitive.setAttribute('TEXCOORD_0', accessor('VEC2', rounded(uvs)));
		mesh.addPrimitive(primitive);
	}
	const scene = document.createScene(name).addChild(document.createNode(name).setMesh(mesh));
	document.getRoot().setDefaultScene(scene);
	return new WebIO().writeBinary(document);
}
