import { basename, extname } from 'node:path';
import { type ViewName, viewNames } from '../../core/jobs/request';

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

function toldView(path: string): ViewName | undefined {
	const parts = basename(path, extname(path))
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z]+/);
	// The last word decides: "left_wing_front" shows the front.
	for (const part of parts.reverse()) {
		const name = viewNames.find((view) => words[view].includes(part));
		if (name) return name;
	}
	return undefined;
}
