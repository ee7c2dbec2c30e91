import { basename, dirname, extname, join } from 'node:path';
import { type ViewName, viewNames } from '../model/request';

/** Pictures that one model can be made of. */
export const mostViews = viewNames.length;

const words: Record<ViewName, readonly string[]> = {
	front: ['front', 'f', 'face', 'fr'],
	left: ['left', 'l', 'lft'],
	back: ['back', 'b', 'rear', 'bk'],
	right: ['right', 'r', 'rgt'],
};

/**
 * Which picture shows which side: by words in the file names (`robot_front.png`, `knight-L.jpg`), and for pictures
 * whose names tell nothing by the order front, left, back, right. At most four pictures.
 */
export function guessViews(paths: readonly string[]): Partial<Record<ViewName, string>> {
	const views: Partial<Record<ViewName, string>> = {};
	const untold: string[] = [];
	for (const path of paths) {
		const told = toldView(path);
		if (told && views[told] === undefined) views[told] = path;
		else untold.push(path);
	}
	for (const path of untold) {
		const free = viewNames.find((name) => views[name] === undefined);
		if (free) views[free] = path;
	}
	return views;
}

/**
 * Pictures that show one thing from several sides, by their names: `robot-front.png` and `robot-back.png` belong
 * together, `barrel.png` stands alone. In the order of the first picture of each.
 */
export function viewSets(paths: readonly string[]): readonly (readonly string[])[] {
	const sets = new Map<string, string[]>();
	for (const path of paths) {
		const key = toldView(path) ? thingOf(path) : path;
		sets.set(key, [...(sets.get(key) ?? []), path]);
	}
	return [...sets.values()].flatMap((set) => (isSet(set) ? [set] : set.map((path) => [path])));
}

/** One of the front, and no side twice. */
function isSet(paths: readonly string[]): boolean {
	const views = paths.map(toldView);
	return paths.length > 1 && views.includes('front') && new Set(views).size === views.length;
}

/** The name without the word that tells the side: the last one that does. */
function thingOf(path: string): string {
	const parts = basename(path, extname(path)).split(/([^A-Za-z]+)/);
	const at = parts.findLastIndex((part) => sideOf(part) !== undefined);
	const rest = parts.filter((_, index) => index !== at).join('');
	return join(dirname(path), rest.replace(/^[-_. ]+|[-_. ]+$/g, '').toLowerCase());
}

function sideOf(word: string): ViewName | undefined {
	return viewNames.find((view) => words[view].includes(word.toLowerCase()));
}

function toldView(path: string): ViewName | undefined {
	const parts = basename(path, extname(path))
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z]+/);
	// The last word decides: "left_wing_front" shows the front.
	for (const part of parts.reverse()) {
		const name = sideOf(part);
		if (name) return name;
	}
	return undefined;
}
