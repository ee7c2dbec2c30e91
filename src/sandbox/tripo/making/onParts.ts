import type { Thing } from '../../../placeholders/thing';

/**
 * Works on some parts of a thing, or without names on all of it, and leaves the others as they are. Rejects when
 * the thing has no part of one of the names.
 */
export async function onParts(
	thing: Thing,
	names: readonly string[] | undefined,
	work: (part: Thing) => Promise<Thing>,
): Promise<Thing> {
	if (!names) {
		return work(thing);
	}
	const missing = names.find((name) => !thing.surfaces.some((surface) => surface.name === name));
	if (missing !== undefined) {
		throw new Error(`there is no part called ${missing}`);
	}
	const chosen = thing.surfaces.filter(({ name }) => names.includes(name));
	const others = thing.surfaces.filter(({ name }) => !names.includes(name));
	const done = await work({ ...thing, surfaces: chosen });
	return { ...done, surfaces: [...done.surfaces, ...others] };
}
