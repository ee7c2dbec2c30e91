import type { PlaceholderModel } from '../../../placeholders/placeholderModel';

/**
 * Works on some parts of a thing, or without names on all of it, and leaves the others as they are. Rejects when
 * the thing has no part of one of the names.
 */
export async function onParts(
	thing: PlaceholderModel,
	names: readonly string[] | undefined,
	work: (part: PlaceholderModel) => Promise<PlaceholderModel>,
): Promise<PlaceholderModel> {
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
