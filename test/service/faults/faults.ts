import type { Fault } from './fault';

const day = 86_400;
const half = '{"code":0,"status":"success","data":{"task_id":';

function status(code: number, extra: Record<string, unknown> = {}): Fault {
	const action = { type: 'status', status: code, ...extra };
	return { action, taken: { ...action, taken: true } };
}

/** The true answer, spoilt. */
function bent(action: unknown): Fault {
	return { action, taken: action };
}

/** The service refuses for now and, by a header, says for how long: longer than we would wait, even if we are slow. */
function later(code: number, extra: Record<string, unknown>, wait: string): Fault {
	const { action, taken } = status(code, { ...extra, headers: { 'Retry-After': wait } });
	return { action, taken, asksFor: [31_000, 40_000] };
}

/** The same, as a date by a clock that is wrong. The date is fixed, so the waits become shorter as the job goes on. */
function laterByDate(skewSeconds: number): Fault {
	const date = (): string => new Date(Date.now() + 1000 * (skewSeconds + 58)).toUTCString();
	return {
		action: () => ({ type: 'status', status: 429, code: 1007, headers: { 'Retry-After': date() } }),
		skewSeconds,
		asksFor: [31_000, 58_000],
	};
}

/** Everything that can go wrong with any request, by the name that the table has for it. */
export const faults: Readonly<Record<string, Fault>> = {
	'connection refused': { refused: true },
	'connection reset': { action: 'reset', taken: 'resetAfterTaken' },
	'no answer': { action: 'hang', taken: { type: 'hang', taken: true }, impatient: true },
	'408': status(408),
	'425': status(425),
	'429, no word why': status(429, { body: '' }),
	'429/1007': status(429, { code: 1007 }),
	'429/1007, Retry-After': later(429, { code: 1007 }, '40'),
	'429/2000': status(429, { code: 2000 }),
	// A full account is left alone longer and longer: the service's word is the least.
	'429/2000, Retry-After': {
		...later(429, { code: 2000 }, '40'),
		asksFor: [31_000, Number.POSITIVE_INFINITY],
	},
	'500': status(500),
	'502': status(502),
	'503': status(503),
	'503, Retry-After': later(503, {}, '40'),
	'504': status(504),
	'page with 200': {
		action: { type: 'html', status: 200 },
		taken: { type: 'html', status: 200, taken: true },
	},
	'page with 502': {
		action: { type: 'html', status: 502 },
		taken: { type: 'html', status: 502, taken: true },
	},
	// Unlike the service's own 503, it says nothing of what was taken.
	'page with 503': {
		action: { type: 'html', status: 503 },
		taken: { type: 'html', status: 503, taken: true },
	},
	'cut in mid-answer': bent({ type: 'cutAfter', bytes: 20 }),
	'truncated JSON': bent('badJson'),
	'malformed JSON': status(200, { body: `${half}}}` }),
	'empty body': status(200, { body: '' }),
	'JSON without data': status(200, { body: '{"code":0,"status":"success"}' }),
	'200, code 4242': status(200, { code: 4242 }),
	'200, code 2000': status(200, { code: 2000 }),
	'wrong task id': bent('wrongTaskId'),
	'gzip unasked': bent({ type: 'encode', coding: 'gzip' }),
	'deflate unasked': bent({ type: 'encode', coding: 'deflate' }),
	'br unasked': bent({ type: 'encode', coding: 'br' }),
	'a day ahead': { skewSeconds: day, taken: 'resetAfterTaken' },
	'a day behind': { skewSeconds: -day, taken: 'resetAfterTaken' },
	'429, date, a day ahead': laterByDate(day),
	'429, date, a day behind': laterByDate(-day),
};
