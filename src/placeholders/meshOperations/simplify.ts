import { areaOf, merged, triangles } from '../mesh/mesh';
import { faceCount, type PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { keepTriangles } from './keepTriangles';

/** Less than this encloses nothing; such a limit is taken as this. */
const leastFaces = 4;

/** How much a change of the normal (x, y, z) and of the texture (u, v) counts against a move of the shape. */
const attributeWeights = [0.5, 0.5, 0.5, 0.1, 0.1];

/** Corners of triangles of all surfaces, numbered through. */
async function collapsed(surfaces: readonly Surface[], faces: number): Promise<number[]> {
	const { MeshoptSimplifier } = await import('meshoptimizer/simplifier');
	await MeshoptSimplifier.ready;
	const { positions, normals, uvs, indices } = merged(...surfaces.map(({ mesh }) => mesh));
	const attributes = new Float32Array((positions.length / 3) * 5);
	for (let vertex = 0; vertex * 3 < positions.length; vertex++) {
		attributes.set(normals.slice(vertex * 3, vertex * 3 + 3), vertex * 5);
		attributes.set(uvs.slice(vertex * 2, vertex * 2 + 2), vertex * 5 + 3);
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
		// Hard edges and texture seams are everywhere in models built of parts; kept, they would stop everything.
		['Permissive', 'PreserveFolds'],
	);
	return [...left];
}

/**
 * The same model with at most `faces` triangles (values below 4 count as 4), where they are needed most. Normals,
 * texture coordinates and skin weights stay those of the vertices that are left; surfaces may vanish altogether.
 * A model that has no more faces is given back as it is.
 */
export async function simplify(model: PlaceholderModel, faces: number): Promise<PlaceholderModel> {
	const limit = Math.max(leastFaces, Math.floor(faces));
	if (faceCount(model) <= limit) return model;
	const whole = merged(...model.surfaces.map(({ mesh }) => mesh));
	const left = triangles({ indices: await collapsed(model.surfaces, limit) });
	const area = (triangle: readonly number[]): number => areaOf(whole, triangle);
	const kept = left.length <= limit ? left : left.sort((a, b) => area(b) - area(a)).slice(0, limit);
	const skin = {
		joints: model.surfaces.flatMap((surface) => surface.skin?.joints ?? []),
		weights: model.surfaces.flatMap((surface) => surface.skin?.weights ?? []),
	};
	let first = 0;
	const surfaces = model.surfaces.flatMap((surface): Surface[] => {
		const start = first;
		first += surface.mesh.positions.length / 3;
		// A triangle may reach into another surface.
		const own = kept.filter(([corner = 0]) => corner >= start && corner < first).flat();
		const all = { ...surface, mesh: whole, ...(surface.skin && { skin }) };
		return own.length === 0 ? [] : [keepTriangles(all, own)];
	});
	return { ...model, surfaces };
}
