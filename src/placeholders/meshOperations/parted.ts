import { plainName } from '../formats/materials';
import { areaOf } from '../mesh/area';
import { islandsOf } from '../mesh/islands';
import type { Surface } from '../surface';
import type { Thing } from '../thing';
import { withTriangles } from './withTriangles';

interface Island {
	readonly corners: readonly number[];
	readonly area: number;
}

/**
 * The thing in its parts: one node each, named after its material and numbered, the same every time. What hangs
 * together is a part; small pieces of one material stay together when there would be more than about `most`.
 */
export function parted(thing: Thing, most = 16): Thing {
	const islands = thing.surfaces.map((surface) =>
		islandsOf(surface.mesh).map((corners): Island => ({ corners, area: areaOf(surface.mesh, corners) })),
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
				const name = plainName(`${surface.name}_${order + 1}`, names);
				names.add(name);
				return { ...withTriangles(surface, corners), name, material: surface.material ?? surface.name };
			});
	});
	return { ...thing, surfaces, separate: true };
}

/** Only the parts with these names. */
export function onlyParts(thing: Thing, names: readonly string[]): Thing {
	return { ...thing, surfaces: thing.surfaces.filter(({ name }) => names.includes(name)) };
}
