import { materialOf } from './material';
import { copyVertex, emptyMesh, type Mesh, triangles, vectorAt } from './mesh/mesh';
import type { Vec3 } from './mesh/vector';
import type { Part } from './partBuilder';
import { latticeNoise } from './textures/noise';
import { substanceCalled } from './words/findSubstance';
import { unchanged } from './words/look';

/** How far up a face must look (the y of its normal) for snow to lie on it: surely, or here and there. */
const [flat, steep] = [0.6, 0.22];

function snowLies(up: number, [x, , z]: Vec3): boolean {
	return up > flat || (up > steep && latticeNoise(Math.round(x * 997), Math.round(z * 997), 5) < 0.6);
}

function split(mesh: Mesh): { white: Mesh; bare: Mesh } {
	const halves = { white: emptyMesh(), bare: emptyMesh() };
	for (const corners of triangles(mesh)) {
		const up = corners.reduce((sum, vertex) => sum + (mesh.normals[vertex * 3 + 1] ?? 0), 0) / 3;
		const half = snowLies(up, vectorAt(mesh.positions, corners[0] ?? 0)) ? halves.white : halves.bare;
		half.indices.push(...corners.map((vertex) => copyVertex(mesh, vertex, half)));
	}
	return halves;
}

/** Lets snow lie on everything that faces the sky. It costs no triangles: faces change their material. */
export function coverWithSnow(parts: readonly Part[]): Part[] {
	const snow = materialOf('snow', substanceCalled('snow'), undefined, unchanged);
	return parts.flatMap(({ material, mesh }) => {
		const { white, bare } = split(mesh);
		return [
			{ material, mesh: bare },
			{ material: snow, mesh: white },
		].filter((part) => part.mesh.indices.length > 0);
	});
}
