import { isAbsolute } from 'node:path';
import type { OptionValue, RequestOptions } from '../../model/request';
import type { PreparedRequest } from '../provider';
import { extensionOf, type FileExtensions, mayBe } from './facts';
import type { InputSpec, OperationSpec, ParameterSpec } from './operationSpec';

/** Options that stand for something else: for a file of this machine, or for another task. */
type Reference = ParameterSpec & { readonly type: 'picture' | 'pictures' | 'task' };

/** What is wrong with the value of such an option by itself; whether the file or task is there is seen later. */
export function wrongReference(
	{ pictureFiles }: InputSpec,
	known: Reference,
	value: OptionValue,
	files?: FileExtensions,
): string[] {
	const { name } = known;
	if (known.type === 'task')
		return typeof value === 'string' && /^[\w-]{8,}$/.test(value)
			? []
			: [`“${name}” must be the id of a job or a task`];
	const [least, most] = known.type === 'picture' ? [1, 1] : [known.least, known.most];
	const isOne = known.type === 'picture';
	const paths = isOne !== Array.isArray(value) ? textsIn(value) : undefined;
	if (!paths || paths.length < least || paths.length > most || !paths.every((path) => isAbsolute(path)))
		return [
			isOne
				? `“${name}” must be the absolute path of a picture`
				: `“${name}” must list ${least} to ${most} absolute paths of pictures`,
		];
	const wrong = paths.find((path) => pictureFiles && !mayBe(pictureFiles, path, files));
	return wrong === undefined
		? []
		: [`“${name}” takes pictures of type ${pictureFiles?.join(', ')}, not “${extensionOf(wrong)}”`];
}

/** The pictures that options name, by their paths. */
export function optionPictures(spec: OperationSpec | undefined, options: RequestOptions): string[] {
	return referencesIn(spec, options).flatMap(([known, value]) =>
		known.type === 'task' ? [] : (textsIn(value) ?? []),
	);
}

/** The jobs and tasks that options name, and what may have made them. */
export function optionTasks(
	spec: OperationSpec | undefined,
	options: RequestOptions,
): (ParameterSpec & { readonly type: 'task'; readonly id: string })[] {
	return referencesIn(spec, options).flatMap(([known, value]) =>
		known.type === 'task' && typeof value === 'string' ? [{ ...known, id: value }] : [],
	);
}

/** The options as the service gets them: what went up in the place of paths, and tasks in the place of jobs. */
export function sentOptions(
	spec: OperationSpec | undefined,
	{ request, tokens, taskIds }: Pick<PreparedRequest, 'request' | 'tokens' | 'taskIds'>,
): RequestOptions {
	return replaced(spec, request.options, (known, text) =>
		known.type === 'task' ? (taskIds?.get(text) ?? text) : (tokens.get(text) ?? ''),
	);
}

/** The options as others may read them: pictures by their names, without the folders of this machine. */
export function shownOptions(spec: OperationSpec | undefined, options: RequestOptions): RequestOptions {
	return replaced(spec, options, (known, text) =>
		known.type === 'task' ? text : text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1),
	);
}

/** The options that mean the same on another machine and at another time. */
export function portableOptions(spec: OperationSpec | undefined, options: RequestOptions): RequestOptions {
	const bound = new Set(referencesIn(spec, options).map(([{ name }]) => name));
	return Object.fromEntries(Object.entries(options).filter(([name]) => !bound.has(name)));
}

function replaced(
	spec: OperationSpec | undefined,
	options: RequestOptions,
	replace: (known: Reference, text: string) => string,
): RequestOptions {
	const changes = referencesIn(spec, options).map(([known, value]) => [
		known.name,
		typeof value === 'string'
			? replace(known, value)
			: (textsIn(value) ?? []).map((text) => replace(known, text)),
	]);
	return changes.length === 0 ? options : { ...options, ...Object.fromEntries(changes) };
}

function referencesIn(spec: OperationSpec | undefined, options: RequestOptions): [Reference, OptionValue][] {
	return (spec?.parameters ?? []).flatMap((known): [Reference, OptionValue][] => {
		const value = Object.hasOwn(options, known.name) ? options[known.name] : undefined;
		return isReference(known) && value !== undefined ? [[known, value]] : [];
	});
}

function isReference(known: ParameterSpec): known is Reference {
	return known.type === 'picture' || known.type === 'pictures' || known.type === 'task';
}

function textsIn(value: OptionValue): string[] | undefined {
	const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
	return texts.every((text) => typeof text === 'string') ? [...texts] : undefined;
}
