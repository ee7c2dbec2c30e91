import { oddities } from '../files/oddFile';
import { type FaultStep, patternOf } from './faultBook';
import type { FaultAction } from './faults';
import { BadControl, Fields } from './fields';

/** Reads `[step, …]` or `{"steps": [step, …]}`. Throws `BadControl` naming the step that is wrong. */
export function readFaults(body: unknown): FaultStep[] {
	const list = Array.isArray(body) ? (body as unknown[]) : wrapped(body);
	return list.map((step, index) => readStep(step, `step ${index + 1}`));
}

function wrapped(body: unknown): unknown[] {
	const fields = new Fields(body, 'the body');
	const steps = fields.raw('steps');
	fields.end();
	if (!Array.isArray(steps)) {
		throw fields.bad('steps', 'must be a list');
	}
	return steps;
}

function readStep(value: unknown, where: string): FaultStep {
	const fields = new Fields(value, where);
	const origin = fields.choice('origin', ['api', 'files']);
	const method = fields.text('method');
	const path = fields.text('path');
	const times = fields.raw('times') === 'always' ? 'always' : (fields.number('times', 1) ?? 1);
	const after = fields.number('after', 0) ?? 0;
	const action = fields.raw('action');
	fields.end();
	if (path !== undefined) {
		checkPattern(path, where);
	}
	return {
		...(origin === undefined ? {} : { origin }),
		...(method === undefined ? {} : { method }),
		...(path === undefined ? {} : { path }),
		times,
		after,
		actions: (Array.isArray(action) ? (action as unknown[]) : [action]).map((one) => readAction(one, where)),
	};
}

function checkPattern(path: string, where: string): void {
	try {
		patternOf(path);
	} catch {
		throw new BadControl(`${where}: path is not a regular expression`);
	}
}

/** An action may be written as its bare name when it needs nothing else. */
function readAction(value: unknown, where: string): FaultAction {
	const fields = new Fields(typeof value === 'string' ? { type: value } : value, `${where}, action`);
	const action = readType(fields);
	fields.end();
	return action;
}

function readType(fields: Fields): FaultAction {
	const type = fields.text('type');
	switch (type) {
		case 'status':
			return readStatus(fields);
		case 'html':
			return { type, status: fields.needNumber('status', 200, 599), ...taken(fields) };
		case 'hang':
			return { type, ...taken(fields) };
		case 'delay':
			return { type, ms: fields.needNumber('ms', 0, 600_000), ...taken(fields) };
		case 'truncate':
		case 'cutAfter':
			return { type, bytes: fields.needNumber('bytes', 0) };
		case 'drip':
			return {
				type,
				bytesPerTick: fields.needNumber('bytesPerTick', 1),
				ms: fields.needNumber('ms', 0, 60_000),
			};
		case 'pause':
			return {
				type,
				ms: fields.needNumber('ms', 0, 600_000),
				afterBytes: fields.number('afterBytes', 0) ?? 0,
			};
		case 'expireLink': {
			const afterBytes = fields.number('afterBytes', 0);
			return afterBytes === undefined ? { type } : { type, afterBytes };
		}
		case 'noLength': {
			const bytes = fields.number('bytes', 0);
			return bytes === undefined ? { type } : { type, bytes };
		}
		case 'encode':
			return { type, coding: fields.choice('coding', ['gzip', 'deflate', 'br']) ?? 'gzip' };
		case 'corrupt':
			return { type, at: fields.number('at', 0) ?? 0, ...(fields.flag('vary') ? { vary: true } : {}) };
		case 'redirect': {
			const to = fields.text('to');
			const status = fields.number('status', 300, 399) ?? 302;
			return to === undefined ? { type, status } : { type, status, to };
		}
		case 'wrongLength':
			return { type, by: fields.number('by', -1_000_000_000) ?? 1 };
		case 'oddFile': {
			const how = fields.choice('how', [...oddities]);
			if (how === undefined) {
				throw fields.bad('how', `must be one of ${oddities.join(', ')}`);
			}
			return { type, how };
		}
		case 'nameLinks':
			return { type, name: fields.needText('name') };
		case 'okWithErrorCode':
			return { type, code: fields.needNumber('code', 1) };
		case 'setField':
			return { type, field: fields.needText('field'), value: fields.raw('value') ?? null };
		case 'dropField':
			return { type, field: fields.needText('field') };
		case 'errorEvent':
			return {
				type,
				status: fields.needNumber('status', 400, 599),
				message: fields.text('message') ?? 'A scripted error.',
				afterEvents: fields.number('afterEvents', 0) ?? 0,
			};
		case 'reset':
		case 'resetAfterTaken':
		case 'noRange':
		case 'partial':
		case 'otherETag':
		case 'badJson':
		case 'wrongTaskId':
			return { type };
		default:
			throw fields.bad('type', `is not a known fault: ${String(type)}`);
	}
}

function readStatus(fields: Fields): FaultAction {
	const code = fields.number('code', 1);
	const message = fields.text('message');
	const body = fields.text('body');
	const headers = fields.raw('headers');
	if (headers !== undefined && !isHeaders(headers)) {
		throw fields.bad('headers', 'must be an object of texts');
	}
	return {
		type: 'status',
		status: fields.needNumber('status', 200, 599),
		...(code === undefined ? {} : { code }),
		...(message === undefined ? {} : { message }),
		...(body === undefined ? {} : { body }),
		...(headers === undefined ? {} : { headers }),
		...taken(fields),
	};
}

function isHeaders(value: unknown): value is Record<string, string> {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.values(value).every((one) => typeof one === 'string')
	);
}

function taken(fields: Fields): { taken?: boolean } {
	return fields.flag('taken') ? { taken: true } : {};
}
