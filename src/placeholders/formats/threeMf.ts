import { toHex } from '../colour';
import { rounded } from '../literals';
import { weld } from '../mesh/components';
import { areaOf, triangles, vectorAt } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { collectMaterials } from './fileMaterials';
import { toPrintSpace } from './stl';
import { zip } from './zip';

const core = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';
const packageRoot = 'http://schemas.openxmlformats.org/package/2006';
const header = '<?xml version="1.0" encoding="UTF-8"?>\n';

const contentTypes = `${header}<Types xmlns="${packageRoot}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>`;

const relationships = `${header}<Relationships xmlns="${packageRoot}/relationships"><Relationship Target="/3D/3dmodel.model" Id="model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/></Relationships>`;

function escaped(words: string): string {
	return words.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function objectOf({ name, mesh }: Surface, id: number, material: number): string {
	// Corners at one place must be one vertex, or a printer sees holes everywhere.
	const places = weld(mesh);
	const vertices: string[] = [];
	for (const [vertex, place] of places.entries()) {
		if (place < vertices.length) continue;
		const [x, y, z] = toPrintSpace(vectorAt(mesh.positions, vertex)).map((value) => rounded(value, 1e4));
		vertices.push(`<vertex x="${x}" y="${y}" z="${z}"/>`);
	}
	const faces = triangles(mesh).map((triangle) => triangle.map((vertex) => places[vertex]));
	const whole = faces.filter(([a, b, c]) => a !== b && b !== c && c !== a);
	const list = whole.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"/>`);
	return `<object id="${id}" type="model" name="${escaped(name)}" pid="1" pindex="${material}"><mesh><vertices>${vertices.join('')}</vertices><triangles>${list.join('')}</triangles></mesh></object>`;
}

function modelOf({ name, surfaces: all }: PlaceholderModel): string {
	const surfaces = all.filter(({ mesh }) => areaOf(mesh) > 0);
	const { list, of } = collectMaterials(surfaces);
	const bases = list.map(
		(material) =>
			`<base name="${material.name}" displaycolor="#${toHex(material.look.colour).toUpperCase()}"/>`,
	);
	const objects = surfaces.map((surface, index) => objectOf(surface, index + 2, of[index] ?? 0));
	const whole = surfaces.length + 2;
	const components = surfaces.map((_, index) => `<component objectid="${index + 2}"/>`);
	return [
		`${header}<model unit="millimeter" xml:lang="en-US" xmlns="${core}"><resources>`,
		`<basematerials id="1">${bases.join('')}</basematerials>`,
		...objects,
		`<object id="${whole}" type="model" name="${escaped(name)}"><components>${components.join('')}</components></object>`,
		`</resources><build><item objectid="${whole}"/></build></model>`,
	].join('\n');
}

/** 3MF: an object for each surface in its plain colour, put together to one; millimetres, z up. No textures. */
export function write3mf(model: PlaceholderModel): Uint8Array {
	const text = new TextEncoder();
	return zip([
		{ name: '[Content_Types].xml', bytes: text.encode(contentTypes) },
		{ name: '_rels/.rels', bytes: text.encode(relationships) },
		{ name: '3D/3dmodel.model', bytes: text.encode(modelOf(model)) },
	]);
}
