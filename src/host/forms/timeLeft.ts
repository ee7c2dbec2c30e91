const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Such as “in 2 days”, in the language of the user. */
export function timeLeft(ms: number, language: string): string {
	const words = new Intl.RelativeTimeFormat(language);
	if (ms < 2 * hourMs) return words.format(Math.max(Math.round(ms / minuteMs), 1), 'minute');
	if (ms < 2 * dayMs) return words.format(Math.round(ms / hourMs), 'hour');
	return words.format(Math.round(ms / dayMs), 'day');
}
