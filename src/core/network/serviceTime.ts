/**
 * When an answer was made, by the service's own clock, in ms since the epoch; `now` where it does not tell.
 * Times that a service names are compared with this and not with our clock: either may be a day wrong.
 */
export function answeredAt(headers: Readonly<Record<string, string>>, now: number): number {
	const date = Date.parse(headers.date ?? '');
	return Number.isNaN(date) ? now : date;
}
