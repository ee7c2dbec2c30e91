import { type Family, isLowPoly } from './models';
import type { TaskType } from './task';

/** What of a request decides its price. */
export interface PricedWork {
	type: TaskType;
	family: Family;
	textured: boolean;
	textureQuality: string;
	detailedGeometry: boolean;
	smartLowPoly: boolean;
	parts: boolean;
}

/** Credits for a bare mesh. Words cost less than pictures, except on P2. */
const bare: Record<'H' | 'P1' | 'P2', { words: number; pictures: number }> = {
	H: { words: 10, pictures: 20 },
	P1: { words: 30, pictures: 40 },
	P2: { words: 100, pictures: 100 },
};

/** Credits for a texture on top; `fast` costs what `standard` costs. */
const texture: Readonly<Record<string, number>> = { fast: 10, standard: 10, detailed: 20, extreme: 30 };

/** Add-ons of the H models, all of which may be taken together. */
const addOns = { detailedGeometry: 20, smartLowPoly: 10, parts: 20 };

/** List price in credits, before an account's discount. */
export function listPrice(work: PricedWork): number {
	const row = work.family === 'P1' || work.family === 'P2' ? bare[work.family] : bare.H;
	let credits = work.type === 'text_to_model' ? row.words : row.pictures;
	if (work.textured) {
		credits += texture[work.textureQuality] ?? 0;
	}
	if (!isLowPoly(work.family)) {
		credits += work.detailedGeometry ? addOns.detailedGeometry : 0;
		credits += work.smartLowPoly ? addOns.smartLowPoly : 0;
		credits += work.parts ? addOns.parts : 0;
	}
	return credits;
}
