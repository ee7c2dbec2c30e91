import type { Material, Node, Primitive, Skin, Texture } from '@gltf-transform/core';
import { Document, WebIO } from '@gltf-transform/core';
import { linear } from '../colour';
import { rounded } from '../literals';
import type { PlaceholderModel } from '../placeholderModel';
import { materialName, type Surface } from '../surface';
import { collectMaterials, type FileMaterial, textureFile } from './fileMaterials';
import { addAccessor, roundedFloats } from './gltfAccessor';
import { addAnimation, addSkeleton, addSkin } from './gltfSkeleton';
import type { ModelFiles } from './modelFiles';

/** The numbers that glTF has for the ways of a sampler. */
const [clampToEdge, repeat, linearFilter, linearMipmapLinear] = [33071, 10497, 9729, 9987] as const;

function addMaterial(document: Document, { look }: FileMaterial, texture: Texture | undefined): Material {
	const [red, green, blue] = linear(look.colour);
	const material = document
		.createMaterial(materialName(look))
		.setMetallicFactor(rounded(look.metallic, 100))
		.setRoughnessFactor(rounded(look.roughness, 100))
		.setEmissiveFactor([red * look.glow, green * look.glow, blue * look.glow]);
	if (!texture) return material.setBaseColorFactor([red, green, blue, 1]);
	const wrap = look.clamped ? clampToEdge : repeat;
	const info = material.setBaseColorTexture(texture).getBaseColorTextureInfo();
	info?.setWrapS(wrap).setWrapT(wrap).setMagFilter(linearFilter).setMinFilter(linearMipmapLinear);
	if (look.alphaMask) material.setAlphaMode('MASK').setAlphaCutoff(0.5);
	return material;
}

/** One material for each surface; surfaces that look the same share one. */
function addMaterials(document: Document, surfaces: readonly Surface[]): Material[] {
	const { list, textures, of } = collectMaterials(surfaces);
	const added = textures.map(({ bytes, mimeType }, index) => {
		const owner = list.find(({ texture }) => texture === index)?.look;
		// The writer wants bytes over a plain ArrayBuffer, which a Node Buffer's pool is not.
		const texture = document.createTexture(owner && materialName(owner)).setImage(new Uint8Array(bytes));
		return texture.setMimeType(mimeType);
	});
	const made = list.map((material) => addMaterial(document, material, added[material.texture ?? -1]));
	return of.flatMap((index) => made[index] ?? []);
}

function addPrimitive(document: Document, { mesh, skin, texture, hasUvs }: Surface): Primitive {
	const { positions, normals, uvs, indices } = mesh;
	const list = positions.length / 3 > 65_534 ? Uint32Array.from(indices) : Uint16Array.from(indices);
	const primitive = document
		.createPrimitive()
		.setAttribute('POSITION', addAccessor(document, 'VEC3', roundedFloats(positions)))
		.setAttribute('NORMAL', addAccessor(document, 'VEC3', roundedFloats(normals)))
		.setIndices(addAccessor(document, 'SCALAR', list));
	if (skin) {
		primitive
			.setAttribute('JOINTS_0', addAccessor(document, 'VEC4', Uint16Array.from(skin.joints)))
			.setAttribute('WEIGHTS_0', addAccessor(document, 'VEC4', Float32Array.from(skin.weights)));
	}
	if (!texture && !hasUvs) return primitive;
	return primitive.setAttribute('TEXCOORD_0', addAccessor(document, 'VEC2', roundedFloats(uvs)));
}

function addNodes(document: Document, model: PlaceholderModel, skin: Skin | undefined): Node[] {
	const materials = addMaterials(document, model.surfaces);
	const primitives = model.surfaces.map((surface, index) =>
		addPrimitive(document, surface).setMaterial(materials[index] ?? null),
	);
	const node = (name: string, members: readonly Primitive[]): Node => {
		const mesh = document.createMesh(name);
		for (const primitive of members) mesh.addPrimitive(primitive);
		const added = document.createNode(name).setMesh(mesh);
		return added.setSkin(skin ?? null);
	};
	if (!model.separateNodes) return primitives.length > 0 ? [node(model.name, primitives)] : [];
	return model.surfaces.map(({ name }, index) => node(name, primitives.slice(index, index + 1)));
}

function toDocument(model: PlaceholderModel): Document {
	const document = new Document();
	document.getRoot().getAsset().generator = 'Propsmith sandbox';
	const buffer = document.createBuffer();
	const skeleton = model.skeleton && addSkeleton(document, model.skeleton);
	const skinned = model.surfaces.some(({ skin }) => skin);
	const nodes = addNodes(document, model, skinned && skeleton ? addSkin(document, skeleton) : undefined);
	const scene = document.createScene(model.name);
	for (const node of nodes) scene.addChild(node);
	if (skeleton) scene.addChild(skeleton.root);
	if (skeleton) for (const clip of model.clips ?? []) addAnimation(document, clip, skeleton);
	document.getRoot().setDefaultScene(scene);
	// A skeleton alone has no data; a buffer of no length is not allowed.
	if (document.getRoot().listAccessors().length === 0) buffer.dispose();
	return document;
}

/** The whole model in one binary file. */
export async function writeGlb(model: PlaceholderModel): Promise<Uint8Array> {
	return new WebIO().writeBinary(toDocument(model));
}

/** A JSON file beside its buffer and its textures. */
export async function writeGltf(model: PlaceholderModel): Promise<ModelFiles> {
	const document = toDocument(model);
	const root = document.getRoot();
	root.listBuffers()[0]?.setURI('model.bin');
	const { textures } = collectMaterials(model.surfaces);
	for (const [index, texture] of root.listTextures().entries()) {
		const image = textures[index];
		if (image) texture.setURI(textureFile(index, image));
	}
	const { json, resources } = await new WebIO().writeJSON(document);
	return {
		main: { name: 'model.gltf', bytes: new TextEncoder().encode(JSON.stringify(json)) },
		others: Object.entries(resources).map(([name, bytes]) => ({ name, bytes })),
	};
}
