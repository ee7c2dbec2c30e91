import { rounded } from '../literals';
import { triangles, vectorAt } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import { collectMaterials, type FileMaterials, textureFiles, uniqueName } from './fileMaterials';
import type { ModelFiles } from './modelFiles';

function line(key: string, values: readonly number[]): string {
	return `${key} ${values.map((value) => rounded(value)).join(' ')}`;
}

function mtlText({ list }: FileMaterials, files: readonly string[]): string {
	const lines = list.flatMap(({ name, look, texture = -1 }) => {
		const file = files[texture];
		return [
			`newmtl ${name}`,
			line('Kd', look.texture ? [1, 1, 1] : look.colour),
			line('Pm', [look.metallic]),
			line('Pr', [look.roughness]),
			...(look.glow > 0
				? [
						line(
							'Ke',
							look.colour.map((value) => value * look.glow),
						),
					]
				: []),
			'd 1',
			'illum 2',
			...(file ? [`map_Kd ${file}`] : []),
			...(file && look.alphaMask ? [`map_d ${file}`] : []),
			'',
		];
	});
	return lines.join('\n');
}

function objText(model: PlaceholderModel, { list, of }: FileMaterials): string {
	const names = new Set<string>();
	let first = 1;
	const groups = model.surfaces.flatMap(({ name, mesh }, index) => {
		const vertices = Array.from({ length: mesh.positions.length / 3 }, (_, vertex) => vertex);
		// Wavefront's v goes up from the bottom of the picture, ours down from its top.
		const uv = (vertex: number) => [mesh.uvs[vertex * 2] ?? 0, 1 - (mesh.uvs[vertex * 2 + 1] ?? 0)];
		const faces = triangles(mesh).map((triangle) => {
			const corners = triangle.map((vertex) => vertex + first);
			return `f ${corners.map((corner) => `${corner}/${corner}/${corner}`).join(' ')}`;
		});
		first += vertices.length;
		return [
			`${model.separateNodes ? 'o' : 'g'} ${uniqueName(name, names)}`,
			...vertices.map((vertex) => line('v', vectorAt(mesh.positions, vertex))),
			...vertices.map((vertex) => line('vt', uv(vertex))),
			...vertices.map((vertex) => line('vn', vectorAt(mesh.normals, vertex))),
			`usemtl ${list[of[index] ?? 0]?.name}`,
			...faces,
		];
	});
	const whole = model.separateNodes ? [] : [`o ${uniqueName(model.name, new Set())}`];
	return ['mtllib model.mtl', ...whole, ...groups, ''].join('\n');
}

/** Wavefront OBJ: `model.obj`, the `model.mtl` that it names, and the textures that that names. Metres, y up. */
export function writeObj(model: PlaceholderModel): ModelFiles {
	const text = new TextEncoder();
	const materials = collectMaterials(model.surfaces);
	const files = textureFiles(materials);
	return {
		main: { name: 'model.obj', bytes: text.encode(objText(model, materials)) },
		others: [
			{ name: 'model.mtl', bytes: text.encode(mtlText(materials, files)) },
			...materials.textures.map(({ bytes }, index) => ({ name: files[index] ?? '', bytes })),
		],
	};
}
