import {
	type Document,
	type JSONDocument,
	type Material,
	type Node,
	type Primitive,
	WebIO,
} from '@gltf-transform/core';
import type { Rgb } from '../colour';
import { readImage } from '../images/readImage';
import type { PlaceholderModel } from '../placeholderModel';
import type { EncodedImage, Surface } from '../surface';
import { readPrimitive } from './readPrimitive';
import { UnreadableModel } from './unreadableModel';

/** The number that glTF has for a texture that does not tile. */
const clampToEdge = 33071;

/** Linear light to what a screen shows. */
function shown(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** Extensions that files may require and that change nothing about the triangles that come out. */
const harmless = /^(KHR_mesh_quantization|KHR_texture_transform|KHR_materials_.*)$/;

export function isGlb(bytes: Uint8Array): boolean {
	return [0x67, 0x6c, 0x54, 0x46].every((byte, index) => bytes[index] === byte);
}

async function contentsOf(bytes: Uint8Array): Promise<JSONDocument> {
	try {
		return await new WebIO().binaryToJSON(new Uint8Array(bytes));
	} catch (error) {
		throw new UnreadableModel('The GLB file is damaged.', { cause: error });
	}
}

function beyondUs({ json }: JSONDocument): string[] {
	return (json.extensionsRequired ?? []).filter((name) => !harmless.test(name));
}

/**
 * Whether all that the GLB requires is known here; compressed meshes, for one, are not.
 * @throws UnreadableModel when it is damaged.
 */
export async function isReadable(bytes: Uint8Array): Promise<boolean> {
	return beyondUs(await contentsOf(bytes)).length === 0;
}

async function documentOf(bytes: Uint8Array): Promise<Document> {
	const { json, resources } = await contentsOf(bytes);
	const [missing] = beyondUs({ json, resources });
	if (missing) throw new UnreadableModel(`The GLB file requires ${missing}, which is not read.`);
	try {
		const { extensionsRequired: _, extensionsUsed: __, ...rest } = json;
		return await new WebIO().readJSON({ json: rest, resources });
	} catch (error) {
		throw new UnreadableModel('The GLB file is damaged.', { cause: error });
	}
}

async function pictureOf(
	material: Material | null,
): Promise<{ picture: EncodedImage; holes: boolean } | undefined> {
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
	const once = material?.getBaseColorTextureInfo()?.getWrapS() === clampToEdge;
	return { ...surface, picture: photo.picture, ...(once && { once }), ...(cutOut && { cutOut }) };
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
