interface Rectangle {
	readonly width: number;
	readonly height: number;
}

interface Packing {
	/** The side of the square that holds them all. */
	readonly side: number;
	/** The corner of each rectangle with the least x and y, in the order given. */
	readonly spots: readonly { readonly x: number; readonly y: number }[];
}

/** Lays rectangles on shelves, tallest first, with a gap of a 200th of the square between them. */
export function packRectangles(rectangles: readonly Rectangle[]): Packing {
	const area = rectangles.reduce((sum, { width, height }) => sum + width * height, 0);
	const widest = Math.max(0, ...rectangles.map(({ width }) => width));
	const across = Math.max(Math.sqrt(area) * 1.15, widest) || 1;
	const gap = across / 200;
	const spots = rectangles.map(() => ({ x: gap, y: gap }));
	const tallestFirst = [...rectangles.entries()].sort(([, one], [, other]) => other.height - one.height);
	let [x, y, shelf, right] = [gap, gap, 0, 0];
	for (const [index, { width, height }] of tallestFirst) {
		if (x > gap && x + width > across) [x, y, shelf] = [gap, y + (shelf + gap), 0];
		spots[index] = { x, y };
		x += width + gap;
		shelf = Math.max(shelf, height);
		right = Math.max(right, x);
	}
	return { side: Math.max(right, y + shelf + gap), spots };
}
