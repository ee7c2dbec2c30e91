/** Red, green and blue as a screen shows them (sRGB), 0 to 1. */
export type Rgb = readonly [number, number, number];

export function hex(code: string): Rgb {
	const value = Number.parseInt(code, 16);
	return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export function mixed(from: Rgb, to: Rgb, amount: number): Rgb {
	return [
		from[0] + (to[0] - from[0]) * amount,
		from[1] + (to[1] - from[1]) * amount,
		from[2] + (to[2] - from[2]) * amount,
	];
}

/** Brighter or darker by a factor, kept in range. */
export function lit(colour: Rgb, factor: number): Rgb {
	return [
		Math.min(1, Math.max(0, colour[0] * factor)),
		Math.min(1, Math.max(0, colour[1] * factor)),
		Math.min(1, Math.max(0, colour[2] * factor)),
	];
}

export function brightness(colour: Rgb): number {
	return colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11;
}

/** sRGB to linear light, which glTF wants for factors (not for textures). */
export function linear(colour: Rgb): Rgb {
	const one = (value: number): number => {
		const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
		return Math.round(light * 1e5) / 1e5;
	};
	return [one(colour[0]), one(colour[1]), one(colour[2])];
}
