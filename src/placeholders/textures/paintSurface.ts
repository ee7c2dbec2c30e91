import type { Material } from '../material';
import type { Mesh } from '../mesh/mesh';
import type { Random } from '../random';
import type { Surface } from '../surface';
import { paintTexture } from './paintTexture';

/** A mesh in a material, painted if the material has a pattern and `texture` is wanted. */
export function paintSurface(material: Material, mesh: Mesh, random: Random, texture: boolean): Surface {
	const { name, colour, metallic, roughness, glow } = material;
	const painted = texture && material.contrast > 0;
	const bytes = painted ? paintTexture(material, random) : undefined;
	const base = { name, mesh, colour, metallic, roughness, glow, clamped: material.text !== undefined };
	return bytes ? { ...base, texture: { bytes, mimeType: 'image/png' } } : base;
}
