import { type Model, nativeFormat, type Result, type Step } from '../recipe';

type ModelResult = Extract<Result, { kind: 'model' }>;

/** The result of a call that makes or reshapes a model: the file, and a preview of it. */
export function modelResult(model: Model): ModelResult {
	return { kind: 'model', model, format: nativeFormat(model), preview: true };
}

/** The same for a model that one more thing was done to. */
export function steppedResult(model: Model, step: Step): ModelResult {
	return modelResult({ from: 'model', model, step });
}
