import type * as compose from './compose';

/** A file of its own, so that what every window runs at its start does not grow with the list of what comes late. */
export function load(): Promise<typeof compose> {
	return import('./compose');
}
