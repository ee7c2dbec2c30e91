import { rounded } from './literals';

/** Red, green and blue as a screen shows them (sRGB), 0 to 1. */
export type Rgb = readonly [number, number, number];

function eachChannel([red, green, blue]: Rgb, change: (value: number) => number): Rgb {
	return [change(red), change(green), change(blue)];
}

/** The colour of six hexadecimal digits. */
export function hex(code: string): Rgb {
	const value = Number.parseInt(code, 16);
	return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** Six hexadecimal digits of a colour. */
export function toHex(colour: Rgb): string {
	const bytes = colour.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255));
	return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
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
	return eachChannel(colour, (value) => Math.min(1, Math.max(0, value * factor)));
}

export function brightness(colour: Rgb): number {
	return colour[0] * 0.3 + colour[1] * 0.59 + colour[2] * 0.11;
}

/** sRGB to linear light, which glTF wants for factors (not for textures). */
export function linear(colour: Rgb): Rgb {
	return eachChannel(colour, (value) => {
		return rounded(value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4, 1e5);
	});
}

/** A channel in linear light as a screen shows it. */
export function screenValue(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
