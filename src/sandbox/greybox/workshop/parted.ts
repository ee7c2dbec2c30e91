import type { Thing } from '../thing';

/** The thing in its parts: one node each, with a name of its own that is the same every time. */
export function parted(thing: Thing): Thing {
	const used = new Map<string, number>();
	const surfaces = thing.surfaces.map((surface) => {
		const stem = surface.name.replace(/\W+/g, '_');
		const count = (used.get(stem) ?? 0) + 1;
		used.set(stem, count);
		return { ...surface, name: `${stem}_${count}` };
	});
	return { ...thing, surfaces, separate: true };
}

/** Only the parts with these names. */
export function onlyParts(thing: Thing, names: readonly string[]): Thing {
	return { ...thing, surfaces: thing.surfaces.filter(({ name }) => names.includes(name)) };
}
