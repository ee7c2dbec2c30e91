import { uniqueName } from '../formats/fileMaterials';
import { areaOf } from '../mesh/area';
import { connectedComponents } from '../mesh/components';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';
import { keepTriangles } from './keepTriangles';

interface Island {
	readonly corners: readonly number[];
	readonly area: number;
}

/**
 * The thing in its parts: one node each, named after its material and numbered, the same every time. What hangs
 * together is a part; small pieces of one material stay together when there would be more than about `most`.
 */
export function segment(thing: PlaceholderModel, most = 16): PlaceholderModel {
	const islands = thing.surfaces.map((surface) =>
		connectedComponents(surface.mesh).map(
			(corners): Island => ({ corners, area: areaOf(surface.mesh, corners) }),
		),
	);
	const areas = islands.flat().map(({ area }) => area);
	const least = areas.sort((one, other) => other - one)[most - 1] ?? 0;
	const names = new Set<string>();
	const surfaces = thing.surfaces.flatMap((surface, index): Surface[] => {
		const large = islands[index]?.filter(({ area }) => area >= least) ?? [];
		const small = islands[index]?.filter(({ area }) => area < least) ?? [];
		const parts = [...large.map(({ corners }) => corners), small.flatMap(({ corners }) => corners)];
		return parts
			.filter((corners) => areaOf(surface.mesh, corners) > 0)
			.map((corners, order) => {
				const name = uniqueName(`${surface.name}_${order + 1}`, names);
				names.add(name);
				return { ...keepTriangles(surface, corners), name, material: surface.material ?? surface.name };
			});
	});
	return { ...thing, surfaces, separate: true };
}

/** Only the parts with these names. */
export function keepParts(thing: PlaceholderModel, names: readonly string[]): PlaceholderModel {
	return { ...thing, surfaces: thing.surfaces.filter(({ name }) => names.includes(name)) };
}
