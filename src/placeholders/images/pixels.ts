/** A decoded picture, four bytes a pixel. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly rgba: Uint8Array;
}

/** Whether a cut at half opacity would take anything away. */
export function hasTransparency({ rgba }: Pixels): boolean {
	for (let alpha = 3; alpha < rgba.length; alpha += 4) {
		if ((rgba[alpha] ?? 255) < 128) return true;
	}
	return false;
}

/** The picture laid over a grey, without transparency. */
export function flatten({ width, height, rgba }: Pixels, grey: number): Pixels {
	const flat = rgba.map((value, index) => {
		if ((index & 3) === 3) return 255;
		const alpha = (rgba[index | 3] ?? 255) / 255;
		return Math.round(value * alpha + grey * (1 - alpha));
	});
	return { width, height, rgba: flat };
}
