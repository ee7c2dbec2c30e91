import { uniqueName } from '../formats/fileMaterials';
import { connectedComponents } from '../mesh/components';
import { areaOf } from '../mesh/mesh';
import type { PlaceholderModel } from '../placeholderModel';
import { materialName, type Surface } from '../surface';
import { keepTriangles } from './keepTriangles';

/**
 * The model in its parts: one node each, named after its material and numbered, the same every time. What hangs
 * together is a part; small pieces of one material stay together when there would be more than about `most`.
 */
export function segment(model: PlaceholderModel, most = 16): PlaceholderModel {
	const pieces = model.surfaces.map(({ mesh }) =>
		connectedComponents(mesh).map((corners) => ({ corners, area: areaOf(mesh, corners) })),
	);
	const areas = pieces.flat().map(({ area }) => area);
	const least = areas.sort((one, other) => other - one)[most - 1] ?? 0;
	const names = new Set<string>();
	const surfaces = model.surfaces.flatMap((surface, index): Surface[] => {
		const own = pieces[index] ?? [];
		const large = own.filter(({ area }) => area >= least).map(({ corners }) => corners);
		const small = own.filter(({ area }) => area < least).flatMap(({ corners }) => corners);
		const parts = [...large, small].filter((corners) => areaOf(surface.mesh, corners) > 0);
		return parts.map((corners, order) => {
			const name = uniqueName(`${surface.name}_${order + 1}`, names);
			return { ...keepTriangles(surface, corners), name, material: materialName(surface) };
		});
	});
	return { ...model, surfaces, separateNodes: true };
}

/** Only the parts with these names. */
export function keepParts(model: PlaceholderModel, names: readonly string[]): PlaceholderModel {
	return { ...model, surfaces: model.surfaces.filter(({ name }) => names.includes(name)) };
}
