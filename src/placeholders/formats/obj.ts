import { vectorAt } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import { collectMaterials, type FileMaterials, textureName, uniqueName } from './fileMaterials';
import type { ModelFiles } from './modelFiles';

const text = new TextEncoder();

function short(value: number): string {
	return String(Math.round(value * 1e6) / 1e6 + 0);
}

function mtlOf({ list, pictures }: FileMaterials): string {
	return list
		.flatMap(({ name, look, texture }) => {
			const colour = (look.picture ? [1, 1, 1] : look.colour).map(short).join(' ');
			const picture = texture === undefined ? undefined : pictures[texture];
			const file = picture && texture !== undefined ? textureName(texture, picture) : undefined;
			return [
				`newmtl ${name}`,
				`Kd ${colour}`,
				`Pm ${short(look.metallic)}`,
				`Pr ${short(look.roughness)}`,
				...(look.glow > 0 ? [`Ke ${look.colour.map((value) => short(value * look.glow)).join(' ')}`] : []),
				'd 1',
				'illum 2',
				...(file ? [`map_Kd ${file}`] : []),
				...(file && look.cutOut ? [`map_d ${file}`] : []),
				'',
			];
		})
		.join('\n');
}

function objOf(thing: PlaceholderModel, materials: FileMaterials): string {
	const lines = ['mtllib model.mtl'];
	const names = new Set<string>();
	if (!thing.separate) lines.push(`o ${uniqueName(thing.name, names)}`);
	let first = 1;
	thing.surfaces.forEach(({ name, mesh }, index) => {
		const part = uniqueName(name, names);
		names.add(part);
		lines.push(`${thing.separate ? 'o' : 'g'} ${part}`);
		const count = mesh.positions.length / 3;
		for (let vertex = 0; vertex < count; vertex++) {
			lines.push(`v ${vectorAt(mesh.positions, vertex).map(short).join(' ')}`);
		}
		for (let vertex = 0; vertex < count; vertex++) {
			// Wavefront's v goes up from the bottom of the picture, ours down from its top.
			lines.push(`vt ${short(mesh.uvs[vertex * 2] ?? 0)} ${short(1 - (mesh.uvs[vertex * 2 + 1] ?? 0))}`);
		}
		for (let vertex = 0; vertex < count; vertex++) {
			lines.push(`vn ${vectorAt(mesh.normals, vertex).map(short).join(' ')}`);
		}
		lines.push(`usemtl ${materials.list[materials.of[index] ?? 0]?.name}`);
		for (let corner = 0; corner < mesh.indices.length; corner += 3) {
			const face = mesh.indices.slice(corner, corner + 3).map((vertex) => vertex + first);
			lines.push(`f ${face.map((vertex) => `${vertex}/${vertex}/${vertex}`).join(' ')}`);
		}
		first += count;
	});
	return `${lines.join('\n')}\n`;
}

/** Wavefront OBJ: `model.obj`, the `model.mtl` that it names, and the textures that that names. Metres, y up. */
export function writeObj(thing: PlaceholderModel): ModelFiles {
	const materials = collectMaterials(thing.surfaces);
	return {
		main: { name: 'model.obj', bytes: text.encode(objOf(thing, materials)) },
		others: [
			{ name: 'model.mtl', bytes: text.encode(mtlOf(materials)) },
			...materials.pictures.map((picture, index) => ({
				name: textureName(index, picture),
				bytes: picture.bytes,
			})),
		],
	};
}
