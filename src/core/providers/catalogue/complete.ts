import { trimmed } from '../../model/promptText';
import type { JobRequest, OptionValue, RequestOptions } from '../../model/request';
import { type Facts, holds } from './condition';
import { factsOf, modelOf, parameter } from './facts';
import { unfolded } from './fields';
import type { ModelTable, OperationSpec, ParameterSpec } from './operationSpec';

/**
 * The request with everything that we say though nobody asked for it: the model, what goes with it, and the parameters
 * that are not left to the service. Done once, when a job is drafted, for every provider: what is checked, priced,
 * written down and sent is then the same. `source` is what is known of the task that it goes on from.
 */
export function completed(spec: OperationSpec, request: JobRequest, source?: Facts): JobRequest {
	const open = withTrimmedTexts(spec, { ...request, options: unfolded(spec, request.options) });
	const options = withModel(spec.models, open.options, factsOf(spec, open, source));
	const chosen = { ...open, options };
	const facts = factsOf(spec, chosen, source);
	const suggestions = spec.parameters.flatMap((known): [string, OptionValue][] =>
		known.suggested !== undefined &&
		!Object.hasOwn(options, known.name) &&
		applies(known, spec, chosen, facts)
			? [[known.name, known.suggested]]
			: [],
	);
	return { ...chosen, options: { ...Object.fromEntries(suggestions), ...options } };
}

/** A text of which nothing can be seen is none. */
function withTrimmedTexts(spec: OperationSpec, { prompt, ...request }: JobRequest): JobRequest {
	const words = trimmed(prompt ?? '');
	const isText = (name: string): boolean => parameter(spec, name)?.type === 'text';
	const options = Object.entries(request.options).map(([name, value]): [string, OptionValue] => [
		name,
		typeof value === 'string' && isText(name) ? trimmed(value) : value,
	]);
	return {
		...request,
		...(words === '' ? {} : { prompt: words }),
		options: Object.fromEntries(options.filter(([name, value]) => value !== '' || !isText(name))),
	};
}

function withModel(models: ModelTable | undefined, options: RequestOptions, facts: Facts): RequestOptions {
	if (!models) return options;
	const named = options[models.option];
	// What belongs to one kind of model alone is enough to choose that kind.
	const implied = models.list.find(
		({ with: own = {} }) =>
			Object.keys(own).length > 0 && Object.entries(own).every(([name, value]) => options[name] === value),
	);
	const only = models.only && holds(models.only.when, facts) ? models.only.id : undefined;
	const id = named ?? implied?.id ?? only ?? models.default;
	const model = models.list.find((one) => one.id === id);
	return { [models.option]: id, ...model?.with, ...options };
}

/** Of a model that the table does not know, nobody can say what it takes. */
function applies(
	{ families, when }: ParameterSpec,
	spec: OperationSpec,
	request: JobRequest,
	facts: Facts,
): boolean {
	const family = modelOf(spec, request)?.family;
	const taken = !families || (family !== undefined && families.includes(family));
	return taken && (!when || holds(when, facts));
}
