import { faceLimitsFor } from './faceLimits';
import { type Family, newestTextureModel } from './models';
import { isTextured } from './prices';
import type { Look } from './recipe';
import { invalid } from './refusal';
import type { Request } from './request';

/** What a generation is to look like. Throws the refusal of fields that do not go together. */
export function lookOf(request: Request): Look {
	const { sent, seed, family } = request;
	checkFast(sent.texture_quality, sent.texture_version, 'texture_version');
	if (sent.texture_quality === 'fast' && family === 'H2.5') {
		throw invalid('texture_quality', `cannot be fast with the model ${request.model}`);
	}
	if (sent.generate_parts === true && (sent.texture !== false || sent.pbr !== false)) {
		throw invalid('generate_parts', 'needs texture and pbr to be sent as false');
	}
	const faceLimit = faceLimitIn(request);
	// Smart low poly wins over parts, and parts win over quads.
	const parts = sent.generate_parts === true && sent.smart_low_poly !== true;
	return {
		seed,
		textured: isTextured(sent),
		pbr: sent.pbr !== false,
		parts,
		quad: sent.quad === true && sent.generate_parts !== true,
		...(faceLimit === undefined ? {} : { faceLimit }),
	};
}

/** The parameters as the task shows them: what defaults filled in, and what was bent. */
export function echoOf({ textured, pbr, seed, faceLimit }: Look): Record<string, unknown> {
	return {
		texture: textured,
		pbr,
		model_seed: seed,
		...(faceLimit === undefined ? {} : { face_limit: faceLimit }),
	};
}

/** The quality `fast` came with the newest texture model, and the older ones refuse it. */
export function checkFast(quality: unknown, model: unknown, field: string): void {
	if (quality === 'fast' && model !== newestTextureModel) {
		throw invalid('texture_quality', `can be fast only together with ${field} ${newestTextureModel}`);
	}
}

function faceLimitIn({ sent, family, model }: Request): number | undefined {
	const asked = sent.face_limit;
	if (typeof asked !== 'number') {
		return undefined;
	}
	const { least, most, outside } = faceLimitsFor(family as Family, {
		quad: sent.quad === true,
		detailed: sent.geometry_quality === 'detailed',
		smartLowPoly: sent.smart_low_poly === true,
	});
	if (outside === 'refused' && (asked < least || asked > most)) {
		throw invalid('face_limit', `must be from ${least} to ${most} with the model ${model}`);
	}
	return Math.min(most, Math.max(least, asked));
}
