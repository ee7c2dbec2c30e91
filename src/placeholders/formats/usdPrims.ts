import { linear } from '../colour';
import { rounded } from '../literals';
import type { Surface } from '../surface';

/** Lines of a USD layer in text. */
type Lines = readonly string[];

function indented(lines: Lines): string[] {
	return lines.map((line) => `    ${line}`);
}

/** A line with metadata behind it, laid out as USD's own tools print it: some readers go line by line. */
export function described(line: string, metadata: Lines): string[] {
	return metadata.length > 0 ? [`${line} (`, ...indented(metadata), ')'] : [line];
}

/** A prim with what belongs to it. */
export function prim(head: string, body: Lines, metadata: Lines = []): string[] {
	return [...described(`def ${head}`, metadata), '{', ...indented(body), '}'];
}

export function tuple(values: readonly number[]): string {
	return `(${values.map((value) => rounded(value)).join(', ')})`;
}

/** The shaders that read a texture at the mesh's coordinates. */
function textureShaders(path: string, file: string, { clamped }: Surface): Lines {
	const wrap = clamped ? 'clamp' : 'repeat';
	return [
		...prim('Shader "place"', [
			'uniform token info:id = "UsdPrimvarReader_float2"',
			'string inputs:varname = "st"',
			'float2 outputs:result',
		]),
		...prim('Shader "picture"', [
			'uniform token info:id = "UsdUVTexture"',
			`asset inputs:file = @${file}@`,
			'token inputs:sourceColorSpace = "sRGB"',
			`float2 inputs:st.connect = <${path}/place.outputs:result>`,
			`token inputs:wrapS = "${wrap}"`,
			`token inputs:wrapT = "${wrap}"`,
			'float3 outputs:rgb',
			'float outputs:a',
		]),
	];
}

/** A material prim of that name beneath `parent`. `file` is its texture, if it has one. */
export function materialPrim(parent: string, name: string, look: Surface, file?: string): string[] {
	const path = `${parent}/${name}`;
	const light = linear(look.colour);
	const cutOut = file && look.alphaMask;
	const surface = [
		'uniform token info:id = "UsdPreviewSurface"',
		`color3f inputs:diffuseColor${file ? `.connect = <${path}/picture.outputs:rgb>` : ` = ${tuple(light)}`}`,
		...(cutOut ? [`float inputs:opacity.connect = <${path}/picture.outputs:a>`] : []),
		...(cutOut ? ['float inputs:opacityThreshold = 0.5'] : []),
		`color3f inputs:emissiveColor = ${tuple(light.map((value) => value * look.glow))}`,
		`float inputs:metallic = ${rounded(look.metallic)}`,
		`float inputs:roughness = ${rounded(look.roughness)}`,
		'token outputs:surface',
	];
	return prim(`Material "${name}"`, [
		`token outputs:surface.connect = <${path}/surface.outputs:surface>`,
		...prim('Shader "surface"', surface),
		...(file ? textureShaders(path, file, look) : []),
	]);
}
