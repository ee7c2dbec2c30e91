import { hex } from './colour';
import { box } from './mesh/box';
import { type Mesh, triangleCount } from './mesh/mesh';
import { panel } from './mesh/panel';
import { posed } from './mesh/pose';
import type { Photo } from './pictures/picture';
import type { Surface } from './surface';

export interface Photos {
	readonly front: Photo;
	readonly left?: Photo | undefined;
	readonly back?: Photo | undefined;
	readonly right?: Photo | undefined;
}

function aspect(photo: Photo | undefined): number | undefined {
	return photo && Math.min(8, Math.max(0.1, photo.width / photo.height));
}

/** The triangles of a mesh that do not look along one of the directions (degrees about y, 0 is +z). */
function without(mesh: Mesh, turns: readonly number[]): Mesh {
	const covered = (vertex: number): boolean =>
		turns.some((turn) => {
			const radians = (turn * Math.PI) / 180;
			const [x = 0, , z = 0] = mesh.normals.slice(vertex * 3, vertex * 3 + 3);
			return x * Math.sin(radians) + z * Math.cos(radians) > 0.9;
		});
	const indices: number[] = [];
	for (let index = 0; index < triangleCount(mesh) * 3; index += 3) {
		if (!covered(mesh.indices[index] ?? 0)) indices.push(...mesh.indices.slice(index, index + 3));
	}
	return { ...mesh, indices };
}

/**
 * A box, one metre tall, whose sides carry the views. "Left" is the subject's own left (+x, since it faces +z),
 * as the services mean it. Its width is that of the front view, its depth that of a side view; sides without a view are grey.
 */
export function boxOfViews({ front, left, back, right }: Photos): Surface[] {
	const width = aspect(front) ?? 1;
	const depth = aspect(left) ?? aspect(right) ?? width;
	const sides = [
		{ name: 'front', photo: front, turn: 0, across: width, out: depth / 2 },
		{ name: 'left', photo: left, turn: 90, across: depth, out: width / 2 },
		{ name: 'back', photo: back, turn: 180, across: width, out: depth / 2 },
		{ name: 'right', photo: right, turn: 270, across: depth, out: width / 2 },
	];
	const shared = { metallic: 0, roughness: 0.9, glow: 0 };
	const shown = sides.flatMap(({ name, photo, turn, across, out }): Surface[] => {
		if (!photo) return [];
		const mesh = posed(posed(panel(across, 1), { at: [0, 0, out] }), { turn: [0, turn, 0] });
		return [{ ...shared, name, mesh, colour: hex('ffffff'), picture: photo.picture, once: true }];
	});
	const covered = sides.filter(({ photo }) => photo).map(({ turn }) => turn);
	const rest = without(box(width, 1, depth), covered);
	return [...shown, { ...shared, name: 'blank', colour: hex('bebebe'), mesh: rest }];
}
