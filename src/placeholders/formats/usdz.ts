import { boundsOf, type Mesh, vectorAt } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import { collectMaterials, type FileMaterials, textureFiles, uniqueName } from './fileMaterials';
import { described, materialPrim, prim, tuple } from './usdPrims';
import { zipAligned } from './zip';

/** USDZ wants file contents at multiples of this many bytes. */
const alignment = 64;

const materialsPath = '/model/materials';

/** A name that USD takes: ASCII letters, digits and underscores, no digit first, unlike those used. */
function primName(name: string, used: Set<string>): string {
	const ascii = name.replace(/[^A-Za-z0-9]+/g, '_');
	return uniqueName(/^\d/.test(ascii) ? `n${ascii}` : ascii, used);
}

function meshPrim(name: string, { positions, normals, uvs, indices }: Mesh, material: string): string[] {
	const list = (of: (vertex: number) => readonly number[]): string =>
		`[${Array.from({ length: positions.length / 3 }, (_, vertex) => tuple(of(vertex))).join(', ')}]`;
	const { min, max } = boundsOf([{ positions }]);
	const perVertex = ['interpolation = "vertex"'];
	// USD's second texture coordinate goes up from the bottom of the picture, ours down from its top.
	const st = list((vertex) => [uvs[vertex * 2] ?? 0, 1 - (uvs[vertex * 2 + 1] ?? 0)]);
	return prim(
		`Mesh "${name}"`,
		[
			`float3[] extent = [${tuple(min)}, ${tuple(max)}]`,
			`int[] faceVertexCounts = [${new Array(indices.length / 3).fill(3).join(', ')}]`,
			`int[] faceVertexIndices = [${indices.join(', ')}]`,
			`rel material:binding = <${materialsPath}/${material}>`,
			...described(`normal3f[] normals = ${list((vertex) => vectorAt(normals, vertex))}`, perVertex),
			`point3f[] points = ${list((vertex) => vectorAt(positions, vertex))}`,
			...described(`texCoord2f[] primvars:st = ${st}`, perVertex),
			'uniform token subdivisionScheme = "none"',
		],
		['prepend apiSchemas = ["MaterialBindingAPI"]'],
	);
}

/** A USD layer in text: a mesh for each surface, metres, y up, at rest. */
function usdLayer(
	{ surfaces }: PlaceholderModel,
	{ list, of }: FileMaterials,
	files: readonly string[],
): string {
	const used = new Set<string>();
	const names = list.map(({ name }) => primName(name, used));
	const materials = list.flatMap(({ look, texture = -1 }, index) =>
		materialPrim(materialsPath, names[index] ?? '', look, files[texture]),
	);
	const taken = new Set(['materials']);
	const meshes = surfaces.flatMap(({ name, mesh }, index) =>
		meshPrim(primName(name, taken), mesh, names[of[index] ?? 0] ?? ''),
	);
	const scene = [...meshes, ...prim('Scope "materials"', materials)];
	return [
		...['#usda 1.0', '(', '    defaultPrim = "model"', '    metersPerUnit = 1', '    upAxis = "Y"', ')', ''],
		...prim('Xform "model"', scene, ['kind = "component"']),
		'',
	].join('\n');
}

/** USDZ: a layer in text, first in the archive, and its textures. No skeleton, no clips. */
export function writeUsdz(model: PlaceholderModel): Uint8Array {
	const materials = collectMaterials(model.surfaces);
	const files = textureFiles(materials);
	const layer = new TextEncoder().encode(usdLayer(model, materials, files));
	const textures = materials.textures.map(({ bytes }, index) => ({ name: files[index] ?? '', bytes }));
	return zipAligned([{ name: 'model.usda', bytes: layer }, ...textures], alignment);
}
