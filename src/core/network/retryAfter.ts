import { answeredAt } from './serviceTime';

const longestWaitMs = 10 * 60_000;

/**
 * Milliseconds to wait as the answer says: `Retry-After` in seconds or as an HTTP date, else
 * `X-RateLimit-Reset` in Unix seconds (Tripo), both by the clock behind the answer. Never negative, at most ten
 * minutes; undefined when neither header makes sense.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>, now: number): number | undefined {
	const then = answeredAt(headers, now);
	const wait = fromRetryAfter(headers['retry-after'], then) ?? fromReset(headers['x-ratelimit-reset'], then);
	return wait === undefined ? undefined : Math.min(Math.max(wait, 0), longestWaitMs);
}

function fromRetryAfter(value: string | undefined, now: number): number | undefined {
	const text = value?.trim();
	if (!text) return undefined;
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
	// Only the forms of an HTTP date start with a week day; Date.parse alone would also take "-5" or "12x".
	if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
	const date = Date.parse(text);
	return Number.isNaN(date) ? undefined : date - now;
}

function fromReset(value: string | undefined, now: number): number | undefined {
	return value && /^\d{9,11}$/.test(value.trim()) ? Number(value) * 1000 - now : undefined;
}
