import type { JobRequest } from '../../jobs/request';
import { defaultTripoModel, findTripoModel, type ModelFamily } from './models';

/** Credits for a bare mesh, by family and by what it is made from. Price page of 2026-10-08. */
const bare: Record<ModelFamily, { text: number; picture: number }> = {
	'H3.1': { text: 10, picture: 20 },
	'H3.0': { text: 10, picture: 20 },
	'H2.5': { text: 10, picture: 20 },
	P1: { text: 30, picture: 40 },
	P2: { text: 100, picture: 100 },
};

const texturing: Record<string, number> = { fast: 10, standard: 10, detailed: 20, extreme: 30 };

const hAddOns = { quad: 5, smart_low_poly: 10, generate_parts: 20 } as const;

/** Credits that the request will cost, before any discount of the account; undefined for an unknown model. */
export function estimateTripo(request: JobRequest): number | undefined {
	const { options } = request;
	const family = findTripoModel(String(options.model ?? defaultTripoModel))?.family;
	if (!family) return undefined;

	let credits = bare[family][request.operation === 'textToModel' ? 'text' : 'picture'];
	// Both default to true at the service, and `pbr` alone brings the texture and its price with it.
	const textured = options.texture !== false || options.pbr !== false;
	if (textured) credits += texturing[String(options.texture_quality ?? 'standard')] ?? 10;
	if (family.startsWith('H')) {
		if (options.geometry_quality === 'detailed' && family !== 'H2.5') credits += 20;
		for (const [name, price] of Object.entries(hAddOns)) if (options[name] === true) credits += price;
	}
	return credits;
}
