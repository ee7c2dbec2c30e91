/** Days and months are local: a limit “per day” means the day of the person who set it. Times are ms since the epoch. */
export function startOfDay(at: number): number {
	return new Date(at).setHours(0, 0, 0, 0);
}

/** The first moment of the local month that `at` is in. */
export function startOfMonth(at: number): number {
	const day = new Date(startOfDay(at));
	return day.setDate(1);
}

/** Such as `2026-11-22`; sorts by time. */
export function dayOf(at: number): string {
	const day = new Date(at);
	const two = (number: number): string => String(number).padStart(2, '0');
	return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
