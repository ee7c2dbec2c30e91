import { boundsOf } from './mesh/mesh';
import { minus, type Vec3 } from './mesh/vector';
import type { Part } from './partBuilder';
import type { Size } from './words/size';

function factorFor(size: Size, [width, height, depth]: Vec3): number {
	if (size.metres === undefined) return size.factor;
	return size.metres / (size.along === 'height' ? height : Math.max(width, depth));
}

/** Metres of surface that one tile of a texture covers: finer on small models, so that they show a grain at all. */
export function textureTileSize(extent: number): number {
	return 0.5 * extent ** 0.65;
}

interface Placed {
	readonly parts: readonly Part[];
	/** Where a point of the parts before is now. */
	moved(point: Vec3): Vec3;
}

/** Gives the model the size that the words ask for, puts it on the ground, and lays the textures. */
export function placeOnGround(parts: readonly Part[], size: Size): Placed {
	const { min, max } = boundsOf(parts.map(({ mesh }) => mesh));
	const extent = minus(max, min);
	const factor = factorFor(size, extent);
	const tile = textureTileSize(Math.max(...extent));
	const placed = parts.map(({ material, mesh }) => {
		const positions = mesh.positions.map((value, index) => {
			return (index % 3 === 1 ? value - min[1] : value) * factor;
		});
		const uvs = material.text === undefined ? mesh.uvs.map((value) => value / tile) : mesh.uvs;
		return { material, mesh: { ...mesh, positions, uvs } };
	});
	return { parts: placed, moved: ([x, y, z]) => [x * factor, (y - min[1]) * factor, z * factor] };
}
