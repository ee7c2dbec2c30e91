import { isBlank } from '../../model/promptText';
import type { JobRequest } from '../../model/request';
import { type Facts, holds, type InputName } from './condition';
import type { ModelSpec, OperationSpec, ParameterSpec } from './operationSpec';

/** What conditions may ask of a request of this operation; `source` is what is known of the thing that it goes on from. */
export function factsOf(spec: OperationSpec, request: JobRequest, source?: Facts): Facts {
	const inputs = new Set<InputName>();
	if (!isBlank(request.prompt ?? '')) inputs.add('prompt');
	if ((request.images?.length ?? 0) > 0) inputs.add('images');
	if (Object.keys(request.views ?? {}).length > 0) inputs.add('views');
	if (request.source) inputs.add('source');
	const facts: Facts = {
		operation: request.operation,
		given: request.options,
		defaultOf: (option) =>
			option === spec.models?.option ? spec.models.default : parameter(spec, option)?.default,
		family: modelOf(spec, request)?.family,
		inputs,
		pictures: request.images?.length ?? 0,
		source: source ?? fileFacts(request),
	};
	return { ...facts, format: spec.formats?.find(({ when }) => !when || holds(when, facts))?.extension };
}

/** The extensions of what local files are by their bytes, by path; a file that nobody has read is missing. */
export type FileExtensions = ReadonlyMap<string, readonly string[]>;

/** A model file of the user's is as if it had been imported. */
export function fileFacts({ source }: JobRequest, files?: FileExtensions): Facts | undefined {
	if (source?.kind !== 'file') return undefined;
	const named = extensionOf(source.path);
	const own = files?.get(source.path) ?? [named];
	return {
		operation: 'import',
		given: {},
		defaultOf: () => undefined,
		inputs: new Set(['source']),
		pictures: 0,
		format: own.includes(named) ? named : own[0],
	};
}

/**
 * Whether a file may be one of these types: its bytes say so, or its name where they don't. Before it goes up, its bytes
 * are looked at for good (`checkInputs`), whatever it is called.
 */
export function mayBe(types: readonly string[], path: string, files?: FileExtensions): boolean {
	return [extensionOf(path), ...(files?.get(path) ?? [])].some((extension) => types.includes(extension));
}

/** Lower case and without the dot; empty where there is none. */
export function extensionOf(path: string): string {
	return /\.([^./\\]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The model that a request names or leaves to the default; undefined for one that the catalogue does not know. */
export function modelOf(
	{ models }: OperationSpec,
	{ options }: Pick<JobRequest, 'options'>,
): ModelSpec | undefined {
	if (!models) return undefined;
	const id = options[models.option] ?? models.default;
	return models.list.find((model) => model.id === id);
}

/** By the provider's own name; undefined where the operation has none of it. */
export function parameter(spec: OperationSpec, name: string): ParameterSpec | undefined {
	return spec.parameters.find((one) => one.name === name);
}
