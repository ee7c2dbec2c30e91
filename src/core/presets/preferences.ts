import type { JobRequest } from '../model/request';
import { offeredParameters, rangeIn } from '../providers/catalogue/choices';
import { completed } from '../providers/catalogue/complete';
import type { Facts } from '../providers/catalogue/condition';
import type { OperationSpec } from '../providers/catalogue/operationSpec';

/** What the user's settings fill in where a request leaves it open. */
export interface Preferences {
	/** Of operations that make a model of words or pictures. May be one that the catalogue does not know. */
	readonly model?: string | undefined;
	/** Most triangles; brought into the range that the model takes. */
	readonly faces?: number | undefined;
}

/**
 * The request as it will be sent: with what the settings say, and with what we never leave open. What it says itself
 * stays. `source` is what is known of the task that it goes on from.
 */
export function withPreferences(
	spec: OperationSpec,
	request: JobRequest,
	{ model, faces }: Preferences,
	source?: Facts,
): JobRequest {
	const { models } = spec;
	const named =
		models && model !== undefined && isFromScratch(spec) && !namesModel(spec, request)
			? { ...request, options: { ...request.options, [models.option]: model } }
			: request;
	const complete = completed(spec, named, source);
	const open = { spec, request: complete, source };
	const known = offeredParameters(open).find(({ role }) => role === 'faces');
	if (known?.type !== 'integer' || faces === undefined) return complete;
	const { min, max } = rangeIn(open, known);
	const limit = { [known.name]: Math.min(Math.max(faces, min), max) };
	return { ...complete, options: { ...limit, ...complete.options } };
}

/** Makes a model of words or pictures, rather than another one of a model. */
export function isFromScratch({ gives, inputs }: OperationSpec): boolean {
	return gives === 'model' && !inputs.source?.required;
}

/** By its id, or by an option that only models of one kind have. */
function namesModel({ models }: OperationSpec, { options }: JobRequest): boolean {
	if (!models) return false;
	const telling = models.list.flatMap(({ with: own = {} }) => Object.keys(own));
	return [models.option, ...telling].some((name) => options[name] !== undefined);
}
