import { Document, type Material, type Primitive, WebIO } from '@gltf-transform/core';
import { linear } from '../colour';
import type { Surface } from '../surface';
import type { Thing } from '../thing';
import type { ModelFile } from './files';

/** The numbers that glTF has for the ways of a sampler. */
const [clampToEdge, repeat, smooth, mipmapped] = [33071, 10497, 9729, 9987] as const;

/** Micrometres: below what anyone sees, above what engines' trigonometry may differ by. */
function rounded(values: readonly number[]): Float32Array<ArrayBuffer> {
	return Float32Array.from(values, (value) => Math.round(value * 1e6) / 1e6 + 0);
}

/** The writer wants bytes over a plain ArrayBuffer, which a Node Buffer's pool is not. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
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

function primitiveOf(document: Document, surface: Surface): Primitive {
	const { positions, normals, uvs, indices } = surface.mesh;
	const [buffer] = document.getRoot().listBuffers();
	const list = positions.length / 3 > 65_534 ? Uint32Array.from(indices) : Uint16Array.from(indices);
	const accessor = (type: 'VEC2' | 'VEC3' | 'SCALAR', values: Float32Array<ArrayBuffer> | typeof list) =>
		document
			.createAccessor()
			.setType(type)
			.setArray(values)
			.setBuffer(buffer ?? null);
	const primitive = document
		.createPrimitive()
		.setAttribute('POSITION', accessor('VEC3', rounded(positions)))
		.setAttribute('NORMAL', accessor('VEC3', rounded(normals)))
		.setIndices(accessor('SCALAR', list))
		.setMaterial(materialOf(document, surface));
	if (surface.picture || surface.mapped) primitive.setAttribute('TEXCOORD_0', accessor('VEC2', rounded(uvs)));
	return primitive;
}

function documentOf({ name, surfaces, separate }: Thing): Document {
	const document = new Document();
	document.getRoot().getAsset().generator = 'Propsmith sandbox greybox';
	document.createBuffer();
	const scene = document.createScene(name);
	document.getRoot().setDefaultScene(scene);
	const groups = separate
		? surfaces.map((surface) => [surface.name, [surface]] as const)
		: [[name, surfaces] as const];
	for (const [title, members] of groups) {
		const mesh = document.createMesh(title);
		for (const surface of members) mesh.addPrimitive(primitiveOf(document, surface));
		scene.addChild(document.createNode(title).setMesh(mesh));
	}
	return document;
}

/** The whole thing in one binary file. */
export async function writeGlb(thing: Thing): Promise<Uint8Array> {
	return new WebIO().writeBinary(documentOf(thing));
}

/** A JSON file beside its buffer and its textures. */
export async function writeGltf(thing: Thing): Promise<readonly ModelFile[]> {
	const { json, resources } = await new WebIO().writeJSON(documentOf(thing), { basename: 'model' });
	const text = new TextEncoder().encode(JSON.stringify(json));
	return [
		{ name: 'model.gltf', bytes: text },
		...Object.entries(resources).map(([name, bytes]) => ({ name, bytes })),
	];
}
