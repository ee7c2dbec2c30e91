import { type Bounds, boundsOf, type Mesh } from './mesh/mesh';
import type { Vec3 } from './mesh/vector';
import type { Part } from './partBuilder';
import type { Size } from './words/size';

function factorFor(size: Size, { min, max }: Bounds): number {
	if (size.metres === undefined) return size.factor;
	const [width, height, depth] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
	return size.metres / (size.along === 'height' ? height : Math.max(width, depth));
}

function scaled(mesh: Mesh, factor: number, lift: number): Mesh {
	return {
		...mesh,
		positions: mesh.positions.map((value, index) => (index % 3 === 1 ? value + lift : value) * factor),
	};
}

/** Metres of surface that one tile of a texture covers: finer on small models, so that they show a grain at all. */
export function textureTileSize(extent: number): number {
	return 0.5 * extent ** 0.65;
}

export interface Placed {
	readonly parts: readonly Part[];
	/** Where a point of the parts before is now. */
	moved(point: Vec3): Vec3;
}

/** Gives the model the size that the words ask for, puts it on the ground, and lays the textures. */
export function placeOnGround(parts: readonly Part[], size: Size): Placed {
	const bounds = boundsOf(parts.map(({ mesh }) => mesh));
	const factor = factorFor(size, bounds);
	const extent = Math.max(...bounds.max.map((high, axis) => high - (bounds.min[axis] ?? 0)));
	const tile = textureTileSize(extent);
	const placed = parts.map(({ material, mesh }) => {
		const standing = scaled(mesh, factor, -bounds.min[1]);
		if (material.text !== undefined) return { material, mesh: standing };
		return { material, mesh: { ...standing, uvs: standing.uvs.map((value) => value / tile) } };
	});
	return { parts: placed, moved: ([x, y, z]) => [x * factor, (y - bounds.min[1]) * factor, z * factor] };
}
