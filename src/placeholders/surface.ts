import type { Rgb } from './colour';
import type { Mesh } from './mesh/mesh';
import type { Skin } from './skeleton';

export interface EncodedImage {
	readonly bytes: Uint8Array;
	readonly mimeType: 'image/png' | 'image/jpeg';
}

/** Triangles that share one material: a primitive in glTF, a material group elsewhere. */
export interface Surface {
	readonly name: string;
	/** What its material is called, where that is not its own name. */
	readonly material?: string;
	readonly mesh: Mesh;
	readonly colour: Rgb;
	readonly metallic: number;
	readonly roughness: number;
	readonly glow: number;
	/** Replaces the colour. Without one the mesh is written without texture coordinates. */
	readonly texture?: EncodedImage;
	/** The picture tiles (default), or covers the surface once. */
	readonly clamped?: boolean;
	/** Parts of the picture that are transparent are cut out. */
	readonly alphaMask?: boolean;
	/** Texture coordinates are written although there is no picture yet. */
	readonly hasUvs?: boolean;
	/** How the vertices follow the model's skeleton. */
	readonly skin?: Skin;
}

/** What the material of a surface is called. */
export function materialName({ name, material }: Pick<Surface, 'name' | 'material'>): string {
	return material ?? name;
}
