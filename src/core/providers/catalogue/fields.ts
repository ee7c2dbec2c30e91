import type { OptionValue, RequestOptions } from '../../model/request';
import type { OperationSpec } from './operationSpec';

/**
 * Catalogues are flat: `post_process.fps` is the field `fps` of what the service calls `post_process`. Who asks for
 * something may say either; this writes objects out field by field, where the operation's parameters are such fields.
 */
export function unfolded({ parameters }: OperationSpec, options: RequestOptions): RequestOptions {
	const entries = Object.entries(options).flatMap(([name, value]): [string, OptionValue][] =>
		isObject(value) && parameters.some((known) => known.name.startsWith(`${name}.`))
			? Object.entries(value).map(([field, own]) => [`${name}.${field}`, own])
			: [[name, value]],
	);
	return Object.fromEntries(entries);
}

/** The options as the service wants them, fields in their objects. */
export function folded(options: RequestOptions): RequestOptions {
	const objects: Record<string, OptionValue> = {};
	for (const [name, value] of Object.entries(options)) {
		const [object = '', field] = name.split('.', 2);
		const before = objects[object];
		objects[object] = field === undefined ? value : { ...(isObject(before) ? before : {}), [field]: value };
	}
	return objects;
}

function isObject(value: OptionValue | undefined): value is RequestOptions {
	return typeof value === 'object' && !Array.isArray(value);
}
