import type { Document, JSONDocument, Material, Node, Primitive } from '@gltf-transform/core';
import { WebIO } from '@gltf-transform/core';
import { type Rgb, screenValue } from '../colour';
import { readImage, type SourceImage } from '../images/readImage';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { readPrimitive } from './readPrimitive';

/** The bytes are no model that can be shown; the message says what is wrong with them. */
export class UnreadableModel extends Error {
	override readonly name = 'UnreadableModel';
}

/** The number that glTF has for a texture that does not tile. */
const clampToEdge = 33071;

/** Extensions that files may require and that change nothing about the triangles that come out. */
const harmless = /^(KHR_mesh_quantization|KHR_texture_transform|KHR_materials_.*)$/;

export function isGlb(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'glTF';
}

async function jsonOf(bytes: Uint8Array): Promise<JSONDocument> {
	try {
		return await new WebIO().binaryToJSON(new Uint8Array(bytes));
	} catch (error) {
		throw new UnreadableModel('The GLB file is damaged.', { cause: error });
	}
}

function unknownExtensions({ json }: JSONDocument): string[] {
	return (json.extensionsRequired ?? []).filter((name) => !harmless.test(name));
}

/**
 * Whether all that the GLB requires is known here; compressed meshes, for one, are not.
 * @throws UnreadableModel when it is damaged.
 */
export async function isReadable(bytes: Uint8Array): Promise<boolean> {
	return unknownExtensions(await jsonOf(bytes)).length === 0;
}

async function documentOf(bytes: Uint8Array): Promise<Document> {
	const { json, resources } = await jsonOf(bytes);
	const [missing] = unknownExtensions({ json, resources });
	if (missing) throw new UnreadableModel(`The GLB file requires ${missing}, which is not read.`);
	try {
		const { extensionsRequired: _, extensionsUsed: __, ...rest } = json;
		return await new WebIO().readJSON({ json: rest, resources });
	} catch (error) {
		throw new UnreadableModel('The GLB file is damaged.', { cause: error });
	}
}

async function textureOf(material: Material | null): Promise<SourceImage | undefined> {
	const image = material?.getBaseColorTexture()?.getImage();
	if (!image) return undefined;
	try {
		return await readImage(image);
	} catch (error) {
		throw new UnreadableModel('A texture of the GLB file is damaged.', { cause: error });
	}
}

async function surfaceOf(primitive: Primitive, node: Node, order: number): Promise<Surface | undefined> {
	const mesh = readPrimitive(primitive, node.getWorldMatrix());
	if (!mesh || mesh.indices.length === 0) return undefined;
	const material = primitive.getMaterial();
	const [red = 1, green = 1, blue = 1] = material?.getBaseColorFactor() ?? [];
	const colour: Rgb = [screenValue(red), screenValue(green), screenValue(blue)];
	const image = await textureOf(material);
	const emission = Math.max(0, ...(material?.getEmissiveFactor() ?? []));
	const surface: Surface = {
		name: material?.getName() || `${node.getName() || 'surface'} ${order + 1}`,
		mesh,
		colour,
		metallic: material?.getMetallicFactor() ?? 0,
		roughness: material?.getRoughnessFactor() ?? 1,
		glow: Math.min(1, emission / Math.max(red, green, blue, 1e-3)),
	};
	if (!image) return primitive.getAttribute('TEXCOORD_0') ? { ...surface, hasUvs: true } : surface;
	const alphaMask = material?.getAlphaMode() === 'MASK';
	const clamped = material?.getBaseColorTextureInfo()?.getWrapS() === clampToEdge;
	return { ...surface, texture: image.texture, ...(clamped && { clamped }), ...(alphaMask && { alphaMask }) };
}

/**
 * Reads the triangles of a GLB's scene, in the world, with their colours and textures. Skeletons, clips, lines and
 * points are left out.
 * @throws UnreadableModel when it is damaged, requires an extension that is not known, or has no triangles.
 */
export async function readGlb(bytes: Uint8Array): Promise<PlaceholderModel> {
	const root = (await documentOf(bytes)).getRoot();
	const surfaces: Surface[] = [];
	for (const node of root.listNodes()) {
		for (const [order, primitive] of (node.getMesh()?.listPrimitives() ?? []).entries()) {
			const surface = await surfaceOf(primitive, node, order);
			if (surface) surfaces.push(surface);
		}
	}
	if (surfaces.length === 0) throw new UnreadableModel('The GLB file has no triangles.');
	const [name] = [...root.listScenes(), ...root.listMeshes()].map((owner) => owner.getName()).filter(Boolean);
	return { name: name ?? 'model', surfaces };
}
