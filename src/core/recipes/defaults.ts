import type { JobRequest, OptionValue } from '../jobs/request';
import type { OperationSpec } from '../providers/catalogue/catalogue';
import { offeredParameters, rangeIn } from '../providers/catalogue/choices';

/** What the user's settings fill in where a request leaves it open. */
export interface Preferences {
	/** Of operations that make a model of words or pictures. May be one that the catalogue does not know. */
	readonly model?: string | undefined;
	/** Most triangles; brought into the range that the model takes. */
	readonly faces?: number | undefined;
}

/** The request with what we send where it leaves something open; what it says itself stays. */
export function withDefaults(
	spec: OperationSpec,
	request: JobRequest,
	preferences: Preferences = {},
): JobRequest {
	let complete = request;
	const fill = (name: string, value: OptionValue | undefined): void => {
		if (value === undefined || complete.options[name] !== undefined) return;
		complete = { ...complete, options: { ...complete.options, [name]: value } };
	};
	if (spec.models && isFromScratch(spec)) fill(spec.models.option, preferences.model);
	for (const { name, suggested } of offeredParameters(spec, complete)) fill(name, suggested);
	for (const known of offeredParameters(spec, complete)) {
		if (known.role !== 'faces' || known.type !== 'integer' || preferences.faces === undefined) continue;
		const { min, max } = rangeIn(spec, complete, known);
		fill(known.name, Math.min(Math.max(preferences.faces, min), max));
	}
	return complete;
}

/** Makes a model of words or pictures, rather than another one of a model. */
export function isFromScratch({ gives, inputs }: OperationSpec): boolean {
	return gives === 'model' && !inputs.source?.required;
}
