import type { Dice } from '../dice';

/** A UUID of version 7 for a moment (ms since 1970). Of two in the same ms, the one with the larger `count` is later. */
export function taskId(ms: number, count: number, dice: Dice): string {
	const time = Math.floor(ms).toString(16).padStart(12, '0');
	const order = (count % 0x1000).toString(16).padStart(3, '0');
	return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${dice.uuid().slice(19)}`;
}

/** Ids are UUIDs; anything else is a mistake of another kind than one that nobody has. */
export function isTaskId(text: unknown): text is string {
	return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
