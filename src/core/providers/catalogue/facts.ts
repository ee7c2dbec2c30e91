import type { JobRequest } from '../../jobs/request';
import type { ModelSpec, OperationSpec, ParameterSpec } from './catalogue';
import type { Facts, InputName } from './condition';

/** What conditions may ask of a request of this operation. */
export function factsOf(spec: OperationSpec, request: Omit<JobRequest, 'operation'>): Facts {
	const inputs = new Set<InputName>();
	if (request.prompt?.trim()) inputs.add('prompt');
	if ((request.images?.length ?? 0) > 0) inputs.add('images');
	if (Object.keys(request.views ?? {}).length > 0) inputs.add('views');
	if (request.source) inputs.add('source');
	return {
		given: request.options,
		defaultOf: (option) =>
			option === spec.models?.option ? spec.models.default : parameter(spec, option)?.default,
		family: modelOf(spec, request)?.family,
		inputs,
	};
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

export function parameter(spec: OperationSpec, name: string): ParameterSpec | undefined {
	return spec.parameters.find((one) => one.name === name);
}
