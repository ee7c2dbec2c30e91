import { isUuid } from '../../seededRandom';
import { invalid } from '../tripoRefusal';

/** What a request names as its input. */
export type Reference =
	| { kind: 'task'; id: string }
	| { kind: 'token'; token: string }
	| { kind: 'url'; url: string };

/**
 * Reads one reference: text, told apart by its looks, or the older object `{file_token}` or `{url}`. Throws the
 * refusal that names `field` for everything else.
 */
export function referenceIn(field: string, value: unknown): Reference {
	if (isRecord(value)) return objectIn(field, value);
	if (typeof value !== 'string' || value === '')
		throw invalid(field, 'must be a file token, a URL or a task id');
	if (value.startsWith('data:'))
		throw invalid(field, 'must not be a data URI: upload the file and send its file token');
	if (/^https?:/i.test(value)) return { kind: 'url', url: value };
	return isUuid(value) ? { kind: 'task', id: value } : { kind: 'token', token: value };
}

/** The reference of a call that has one input, under its own name or those it used to have. */
export function inputIn(body: Readonly<Record<string, unknown>>): Reference {
	const { input, file, original_model_task_id: modelTask, original_task_id: task } = body;
	return referenceIn('input', input ?? file ?? modelTask ?? task);
}

function objectIn(field: string, { file_token: token, url }: Record<string, unknown>): Reference {
	if (typeof token === 'string' && token !== '') return { kind: 'token', token };
	if (typeof url === 'string' && /^https?:/i.test(url)) return { kind: 'url', url };
	throw invalid(field, 'must have a file_token or a url');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
