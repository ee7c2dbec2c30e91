import { areaOf } from '../mesh/area';
import { type Mesh, merged } from '../mesh/mesh';
import { subset, subsetValues } from '../mesh/subset';
import { faceCount, type PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';

/** Less than this encloses nothing; such a wish is taken as this. */
const leastFaces = 4;

/** How much a change of the normal (x, y, z) and of the texture (u, v) counts against a move of the shape. */
const attributeWeights = [0.5, 0.5, 0.5, 0.1, 0.1];

/** Corners of triangles of all surfaces, numbered through. */
async function collapsed(surfaces: readonly Surface[], faces: number): Promise<Uint32Array> {
	const { MeshoptSimplifier } = await import('meshoptimizer/simplifier');
	await MeshoptSimplifier.ready;
	const { positions, normals, uvs, indices } = merged(...surfaces.map(({ mesh }) => mesh));
	const attributes = new Float32Array((positions.length / 3) * 5);
	for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
		for (let axis = 0; axis < 3; axis++) attributes[vertex * 5 + axis] = normals[vertex * 3 + axis] ?? 0;
		for (let axis = 0; axis < 2; axis++) attributes[vertex * 5 + 3 + axis] = uvs[vertex * 2 + axis] ?? 0;
	}
	const [left] = MeshoptSimplifier.simplifyWithAttributes(
		Uint32Array.from(indices),
		Float32Array.from(positions),
		3,
		attributes,
		5,
		attributeWeights,
		null,
		faces * 3,
		1,
		// Hard edges and texture seams are everywhere in things built of parts; kept, they would stop everything.
		['Permissive', 'PreserveFolds'],
	);
	return left;
}

function largest(corners: Uint32Array, mesh: Mesh, faces: number): number[][] {
	const triangles = Array.from({ length: corners.length / 3 }, (_, index) => [
		...corners.subarray(index * 3, index * 3 + 3),
	]);
	if (triangles.length <= faces) return triangles;
	const area = (triangle: readonly number[]): number => areaOf(mesh, triangle);
	return triangles.sort((one, other) => area(other) - area(one)).slice(0, faces);
}

/**
 * The same thing with at most `faces` triangles (values below 4 count as 4), where they are needed most. Normals,
 * texture coordinates and skin weights stay those of the vertices that are left; surfaces may vanish altogether.
 * A thing that has no more faces is given back as it is.
 */
export async function simplify(thing: PlaceholderModel, faces: number): Promise<PlaceholderModel> {
	const limit = Math.max(leastFaces, Math.floor(faces));
	if (faceCount(thing) <= limit) return thing;
	const whole = merged(...thing.surfaces.map(({ mesh }) => mesh));
	const skin = {
		joints: thing.surfaces.flatMap((surface) => surface.skin?.joints ?? []),
		weights: thing.surfaces.flatMap((surface) => surface.skin?.weights ?? []),
	};
	const triangles = largest(await collapsed(thing.surfaces, limit), whole, limit);
	let first = 0;
	const surfaces = thing.surfaces.flatMap((surface): Surface[] => {
		const next = first + surface.mesh.positions.length / 3;
		const own = triangles.filter(([corner = 0]) => corner >= first && corner < next);
		first = next;
		if (own.length === 0) return [];
		const { mesh, from } = subset(whole, own.flat());
		if (!surface.skin) return [{ ...surface, mesh }];
		const [joints, weights] = [subsetValues(skin.joints, 4, from), subsetValues(skin.weights, 4, from)];
		return [{ ...surface, mesh, skin: { joints, weights } }];
	});
	return { ...thing, surfaces };
}
