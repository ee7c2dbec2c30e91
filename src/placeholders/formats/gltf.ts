import {
	Document,
	type Material,
	type Node,
	type Primitive,
	type Skin,
	type Texture,
	WebIO,
} from '@gltf-transform/core';
import { linear } from '../colour';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { collectMaterials, type FileMaterial, textureName } from './fileMaterials';
import { addAnimation, addSkeleton, addSkin } from './gltfSkeleton';
import type { ModelFiles } from './modelFiles';

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

function materialOf(document: Document, { look }: FileMaterial, texture: Texture | undefined): Material {
	const [red, green, blue] = linear(look.colour);
	const material = document
		.createMaterial(look.material ?? look.name)
		.setMetallicFactor(Math.round(look.metallic * 100) / 100)
		.setRoughnessFactor(Math.round(look.roughness * 100) / 100)
		.setEmissiveFactor([red * look.glow, green * look.glow, blue * look.glow]);
	if (!texture) return material.setBaseColorFactor([red, green, blue, 1]);
	const wrap = look.once ? clampToEdge : repeat;
	material
		.setBaseColorTexture(texture)
		.getBaseColorTextureInfo()
		?.setWrapS(wrap)
		.setWrapT(wrap)
		.setMagFilter(smooth)
		.setMinFilter(mipmapped);
	if (look.cutOut) material.setAlphaMode('MASK').setAlphaCutoff(0.5);
	return material;
}

/** One material for each surface; surfaces that look the same share one. */
function materialsIn(document: Document, surfaces: readonly Surface[]): Material[] {
	const { list, pictures, of } = collectMaterials(surfaces);
	const textures = pictures.map(({ bytes, mimeType }, index) => {
		const owner = list.find(({ texture }) => texture === index)?.look;
		const name = owner?.material ?? owner?.name;
		return document.createTexture(name).setImage(copied(bytes)).setMimeType(mimeType);
	});
	const made = list.map((material) =>
		materialOf(document, material, material.texture === undefined ? undefined : textures[material.texture]),
	);
	return of.flatMap((index) => made[index] ?? []);
}

type Values = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function primitiveOf(document: Document, surface: Surface): Primitive {
	const { positions, normals, uvs, indices } = surface.mesh;
	const [buffer = null] = document.getRoot().listBuffers();
	const accessor = (type: 'VEC2' | 'VEC3' | 'VEC4' | 'SCALAR', values: Values) =>
		document.createAccessor().setType(type).setArray(values).setBuffer(buffer);
	const list = positions.length / 3 > 65_534 ? Uint32Array.from(indices) : Uint16Array.from(indices);
	const primitive = document
		.createPrimitive()
		.setAttribute('POSITION', accessor('VEC3', rounded(positions)))
		.setAttribute('NORMAL', accessor('VEC3', rounded(normals)))
		.setIndices(accessor('SCALAR', list));
	if (surface.skin) {
		primitive
			.setAttribute('JOINTS_0', accessor('VEC4', Uint16Array.from(surface.skin.joints)))
			.setAttribute('WEIGHTS_0', accessor('VEC4', Float32Array.from(surface.skin.weights)));
	}
	if (surface.picture || surface.mapped) {
		primitive.setAttribute('TEXCOORD_0', accessor('VEC2', rounded(uvs)));
	}
	return primitive;
}

function nodesOf(document: Document, thing: PlaceholderModel, skin: Skin | undefined): Node[] {
	const materials = materialsIn(document, thing.surfaces);
	const primitives = thing.surfaces.map((surface, index) =>
		primitiveOf(document, surface).setMaterial(materials[index] ?? null),
	);
	const node = (name: string, members: readonly Primitive[]): Node => {
		const mesh = document.createMesh(name);
		for (const primitive of members) mesh.addPrimitive(primitive);
		return document
			.createNode(name)
			.setMesh(mesh)
			.setSkin(skin ?? null);
	};
	if (!thing.separate) return primitives.length > 0 ? [node(thing.name, primitives)] : [];
	return thing.surfaces.flatMap(({ name }, index) => node(name, primitives.slice(index, index + 1)));
}

function documentOf(thing: PlaceholderModel): Document {
	const document = new Document();
	document.getRoot().getAsset().generator = 'Propsmith sandbox greybox';
	const buffer = document.createBuffer();
	const skeleton = thing.skeleton && addSkeleton(document, thing.skeleton);
	const skinned = thing.surfaces.some(({ skin }) => skin);
	const nodes = nodesOf(document, thing, skinned && skeleton ? addSkin(document, skeleton) : undefined);
	const scene = document.createScene(thing.name);
	for (const node of nodes) scene.addChild(node);
	if (skeleton) scene.addChild(skeleton.root);
	if (skeleton) for (const clip of thing.clips ?? []) addAnimation(document, clip, skeleton);
	document.getRoot().setDefaultScene(scene);
	// A skeleton alone has no data; a buffer of no length is not allowed.
	if (document.getRoot().listAccessors().length === 0) buffer.dispose();
	return document;
}

/** The whole thing in one binary file. */
export async function writeGlb(thing: PlaceholderModel): Promise<Uint8Array> {
	return new WebIO().writeBinary(documentOf(thing));
}

/** A JSON file beside its buffer and its textures. */
export async function writeGltf(thing: PlaceholderModel): Promise<ModelFiles> {
	const document = documentOf(thing);
	document.getRoot().listBuffers()[0]?.setURI('model.bin');
	const { pictures } = collectMaterials(thing.surfaces);
	document
		.getRoot()
		.listTextures()
		.forEach((texture, index) => {
			const picture = pictures[index];
			if (picture) texture.setURI(textureName(index, picture));
		});
	const { json, resources } = await new WebIO().writeJSON(document);
	return {
		main: { name: 'model.gltf', bytes: new TextEncoder().encode(JSON.stringify(json)) },
		others: Object.entries(resources).map(([name, bytes]) => ({ name, bytes })),
	};
}
