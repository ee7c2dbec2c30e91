import { faceLimitsFor } from './faceLimits';
import { type Family, families, retiredModels } from './models';
import { fastTextureModel, parameters, type Rule } from './parameters';
import { Refusal } from './refusal';
import type { TaskType } from './task';

/** A generation request whose parameters are in order. */
export interface Wanted {
	model: string;
	family: Family;
	textured: boolean;
	pbr: boolean;
	textureQuality: string;
	detailedGeometry: boolean;
	smartLowPoly: boolean;
	parts: boolean;
	faceLimit?: number;
	modelSeed?: number;
	/** The known parameters as they were sent. */
	sent: Record<string, unknown>;
}

type Body = Readonly<Record<string, unknown>>;

/** Checks everything but the prompt and the pictures. Throws a `Refusal` that names the field. */
export function wantedFrom(body: Body, type: TaskType): Wanted {
	const model = modelIn(body);
	const family = families[model] as Family;
	const sent = checked(body, type, family, model);
	const pbr = sent.pbr !== false;
	const wanted: Wanted = {
		model,
		family,
		// PBR maps are a texture: asking for them textures the model whatever `texture` says.
		textured: sent.texture !== false || pbr,
		pbr,
		textureQuality: typeof sent.texture_quality === 'string' ? sent.texture_quality : 'standard',
		detailedGeometry: sent.geometry_quality === 'detailed',
		smartLowPoly: sent.smart_low_poly === true,
		parts: sent.generate_parts === true,
		sent,
	};
	checkTogether(body, wanted);
	if (typeof sent.model_seed === 'number') {
		wanted.modelSeed = sent.model_seed;
	}
	if (typeof sent.face_limit === 'number') {
		wanted.faceLimit = faceLimit(sent.face_limit, wanted);
	}
	return wanted;
}

function modelIn(body: Body): string {
	const model = body.model ?? body.model_version;
	if (typeof model === 'string' && retiredModels.includes(model)) {
		throw new Refusal('retiredModel', `The model ${model} has been retired.`);
	}
	if (typeof model !== 'string' || !Object.hasOwn(families, model)) {
		throw invalid('model', `must be one of ${Object.keys(families).join(', ')}`);
	}
	return model;
}

function checked(body: Body, type: TaskType, family: Family, model: string): Record<string, unknown> {
	const sent: Record<string, unknown> = {};
	for (const [name, parameter] of Object.entries(parameters)) {
		const value = body[name];
		if (value === undefined || (parameter.operations && !parameter.operations.includes(type))) {
			continue;
		}
		if (parameter.families && !parameter.families.includes(family)) {
			throw invalid(name, `must not be sent with the model ${model}, not even as false`);
		}
		const complaint = complaintAbout(value, parameter.rule);
		if (complaint) {
			throw invalid(name, complaint);
		}
		sent[name] = value;
	}
	return sent;
}

function complaintAbout(value: unknown, rule: Rule): string | undefined {
	switch (rule.kind) {
		case 'flag':
			return typeof value === 'boolean' ? undefined : 'must be true or false';
		case 'whole':
			return Number.isInteger(value) && Number(value) >= rule.least && Number(value) <= rule.most
				? undefined
				: `must be a whole number from ${rule.least} to ${rule.most}`;
		case 'choice':
			return typeof value === 'string' && rule.values.includes(value)
				? undefined
				: `must be one of ${rule.values.join(', ')}`;
		case 'text':
			return typeof value === 'string' && [...value].length <= rule.most
				? undefined
				: `must be text of at most ${rule.most} characters`;
	}
}

/** The rules that join several fields. */
function checkTogether(body: Body, wanted: Wanted): void {
	if (body.priority !== undefined) {
		throw new Refusal('priority', 'This account may not set priority.');
	}
	if (wanted.sent.quad === true) {
		throw invalid('quad', 'gives FBX files, which the sandbox cannot make: it makes GLB only');
	}
	if (wanted.textureQuality === 'fast' && wanted.sent.texture_version !== fastTextureModel) {
		throw invalid('texture_quality', `can be fast only together with texture_version ${fastTextureModel}`);
	}
	if (wanted.parts && (wanted.sent.texture !== false || wanted.sent.pbr !== false)) {
		throw invalid('generate_parts', 'needs texture and pbr to be sent as false');
	}
}

function faceLimit(asked: number, wanted: Wanted): number {
	const limits = faceLimitsFor(wanted.family, wanted.detailedGeometry, wanted.smartLowPoly);
	if (limits.outside === 'refused' && (asked < limits.least || asked > limits.most)) {
		throw invalid(
			'face_limit',
			`must be from ${limits.least} to ${limits.most} with the model ${wanted.model}`,
		);
	}
	return Math.min(limits.most, Math.max(limits.least, asked));
}

/** The refusal of one field. */
export function invalid(field: string, complaint: string): Refusal {
	return new Refusal('invalidParameter', `${field} ${complaint}.`);
}
