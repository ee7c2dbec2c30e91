import type { CreateRequest } from './createRequest';
import { newestTextureModel } from './tripoModels';
import { isTextured } from './tripoPrices';
import { invalid } from './tripoRefusal';

/** How a generation makes its model. */
export interface GenerationOptions {
	seed: number;
	textured: boolean;
	pbr: boolean;
	quad: boolean;
	/** Comes in parts from the start. */
	parts: boolean;
	/** In triangles, or quads. */
	faceLimit: number | undefined;
}

/** Throws the refusal of fields that do not go together. */
export function optionsIn(request: CreateRequest): GenerationOptions {
	const { sent, seed, family } = request;
	checkFast(sent.texture_quality, sent.texture_version, 'texture_version');
	if (sent.texture_quality === 'fast' && family === 'H2.5')
		throw invalid('texture_quality', `cannot be fast with the model ${request.model}`);
	if (sent.generate_parts === true && (sent.texture !== false || sent.pbr !== false))
		throw invalid('generate_parts', 'needs texture and pbr to be sent as false');
	const faceLimit = faceLimitIn(request);
	// Smart low poly wins over parts, and parts win over quads.
	const parts = sent.generate_parts === true && sent.smart_low_poly !== true;
	return {
		seed,
		textured: isTextured(sent),
		pbr: sent.pbr !== false,
		parts,
		quad: sent.quad === true && sent.generate_parts !== true,
		faceLimit,
	};
}

/** The parameters as the task shows them: what defaults filled in, and what was bent. */
export function optionsEcho(options: GenerationOptions): Record<string, unknown> {
	const { textured, pbr, seed, faceLimit } = options;
	return {
		texture: textured,
		pbr,
		model_seed: seed,
		...(faceLimit !== undefined && { face_limit: faceLimit }),
	};
}

/** The quality `fast` came with the newest texture model, and the older ones refuse it. */
export function checkFast(quality: unknown, model: unknown, field: string): void {
	if (quality === 'fast' && model !== newestTextureModel)
		throw invalid('texture_quality', `can be fast only together with ${field} ${newestTextureModel}`);
}

function faceLimitIn({ sent, family, model }: CreateRequest): number | undefined {
	const asked = sent.face_limit;
	if (typeof asked !== 'number') return undefined;
	const { least, most, clamps } = faceLimitsFor(family, sent);
	if (!clamps && (asked < least || asked > most))
		throw invalid('face_limit', `must be from ${least} to ${most} with the model ${model}`);
	return Math.min(most, Math.max(least, asked));
}

/** Least and most faces that may be asked for. What lies outside is clamped or refused. */
interface FaceLimits {
	least: number;
	most: number;
	clamps: boolean;
}

const hTriangles: Readonly<Record<string, number>> = {
	'H3.1': 1_500_000,
	'H3.0': 1_000_000,
	'H2.5': 500_000,
};
const hQuads = 150_000;

/** A mesh rebuilt by hand-like rules, at generation or by `/mesh/decimate`. */
export function lowPolyLimits(quad: boolean): FaceLimits {
	return { least: 500, most: quad ? 10_000 : 20_000, clamps: false };
}

/** H models bend a wrong number silently, P models refuse it, and so does smart low poly. */
function faceLimitsFor(family: string, sent: CreateRequest['sent']): FaceLimits {
	const quad = sent.quad === true;
	const triangles = sent.geometry_quality === 'detailed' ? 2_000_000 : (hTriangles[family] ?? 0);
	switch (family) {
		case 'P1':
			return { least: 48, most: 20_000, clamps: false };
		case 'P2':
			return { least: 48, most: quad ? 25_000 : 50_000, clamps: false };
		default:
			return sent.smart_low_poly === true
				? lowPolyLimits(quad)
				: { least: 1, most: quad ? hQuads : triangles, clamps: true };
	}
}
