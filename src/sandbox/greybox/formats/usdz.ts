import { linear } from '../colour';
import { boundsOf, vectorAt } from '../mesh/mesh';
import type { Surface } from '../surface';
import type { Thing } from '../thing';
import type { ModelFile } from './files';
import { type FileMaterial, type FileMaterials, materialsOf, plainName, textureName } from './materials';
import { alignedZip } from './zip';

/** USD wants file contents at multiples of this. */
const alignment = 64;

function short(value: number): string {
	return String(Math.round(value * 1e6) / 1e6 + 0);
}

function tuple(values: readonly number[]): string {
	return `(${values.map(short).join(', ')})`;
}

/** A name that USD takes: letters of ASCII, digits and underscores, no digit first. */
function primName(name: string, used: ReadonlySet<string>): string {
	const plain = plainName(name.replace(/[^A-Za-z0-9]+/g, '_'), new Set());
	return plainName(/^\d/.test(plain) ? `_${plain}` : plain, used);
}

function materialPrim({ look, texture }: FileMaterial, name: string, files: readonly string[]): string {
	const file = texture === undefined ? undefined : files[texture];
	const wrap = look.once ? 'clamp' : 'repeat';
	const glow = linear(look.colour).map((light) => light * look.glow);
	const path = `</model/materials/${name}`;
	const lines = [
		`def Material "${name}" {`,
		`token outputs:surface.connect = ${path}/surface.outputs:surface>`,
		'def Shader "surface" {',
		'uniform token info:id = "UsdPreviewSurface"',
		file
			? `color3f inputs:diffuseColor.connect = ${path}/picture.outputs:rgb>`
			: `color3f inputs:diffuseColor = ${tuple(linear(look.colour))}`,
		...(file && look.cutOut
			? [`float inputs:opacity.connect = ${path}/picture.outputs:a>`, 'float inputs:opacityThreshold = 0.5']
			: []),
		...(look.glow > 0 ? [`color3f inputs:emissiveColor = ${tuple(glow)}`] : []),
		`float inputs:metallic = ${short(look.metallic)}`,
		`float inputs:roughness = ${short(look.roughness)}`,
		'token outputs:surface',
		'}',
	];
	if (!file) return [...lines, '}'].join('\n');
	return [
		...lines,
		'def Shader "place" {',
		'uniform token info:id = "UsdPrimvarReader_float2"',
		'string inputs:varname = "st"',
		'float2 outputs:result',
		'}',
		'def Shader "picture" {',
		'uniform token info:id = "UsdUVTexture"',
		`asset inputs:file = @${file}@`,
		`float2 inputs:st.connect = ${path}/place.outputs:result>`,
		'token inputs:sourceColorSpace = "sRGB"',
		`token inputs:wrapS = "${wrap}"`,
		`token inputs:wrapT = "${wrap}"`,
		'float3 outputs:rgb',
		'float outputs:a',
		'}',
		'}',
	].join('\n');
}

function meshPrim({ mesh }: Surface, name: string, material: string): string {
	const { positions, normals, uvs, indices } = mesh;
	const count = positions.length / 3;
	const each = (of: (vertex: number) => readonly number[]): string =>
		Array.from({ length: count }, (_, vertex) => tuple(of(vertex))).join(', ');
	const { min, max } = boundsOf([mesh]);
	return [
		`def Mesh "${name}" (prepend apiSchemas = ["MaterialBindingAPI"]) {`,
		'uniform token subdivisionScheme = "none"',
		`float3[] extent = [${tuple(min)}, ${tuple(max)}]`,
		`int[] faceVertexCounts = [${new Array(indices.length / 3).fill(3).join(', ')}]`,
		`int[] faceVertexIndices = [${indices.join(', ')}]`,
		`point3f[] points = [${each((vertex) => vectorAt(positions, vertex))}]`,
		`normal3f[] normals = [${each((vertex) => vectorAt(normals, vertex))}] (interpolation = "vertex")`,
		// USD's second coordinate goes up from the bottom of the picture, ours down from its top.
		`texCoord2f[] primvars:st = [${each((vertex) => [uvs[vertex * 2] ?? 0, 1 - (uvs[vertex * 2 + 1] ?? 0)])}] (interpolation = "vertex")`,
		`rel material:binding = </model/materials/${material}>`,
		'}',
	].join('\n');
}

function layerOf(thing: Thing, { list, pictures, of }: FileMaterials): string {
	const files = pictures.map((picture, index) => textureName(index, picture));
	const used = new Set<string>();
	const fresh = (name: string): string => {
		const prim = primName(name, used);
		used.add(prim);
		return prim;
	};
	const materials = list.map((material) => ({ material, name: fresh(material.name) }));
	used.clear();
	used.add('materials');
	const meshes = thing.surfaces.map((surface, index) =>
		meshPrim(surface, fresh(surface.name), materials[of[index] ?? 0]?.name ?? ''),
	);
	return [
		'#usda 1.0',
		'( defaultPrim = "model" metersPerUnit = 1 upAxis = "Y" )',
		'def Xform "model" (kind = "component") {',
		...meshes,
		'def Scope "materials" {',
		...materials.map(({ material, name }) => materialPrim(material, name, files)),
		'}',
		'}',
		'',
	].join('\n');
}

/** USDZ: a layer in text with a mesh for each surface, and its textures. Metres, y up. At rest: no skeleton, no clips. */
export function writeUsdz(thing: Thing): Uint8Array {
	const materials = materialsOf(thing.surfaces);
	const layer: ModelFile = {
		name: 'model.usda',
		bytes: new TextEncoder().encode(layerOf(thing, materials)),
	};
	const textures = materials.pictures.map(
		(picture, index): ModelFile => ({ name: textureName(index, picture), bytes: picture.bytes }),
	);
	return alignedZip([layer, ...textures], alignment);
}
