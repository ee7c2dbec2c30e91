import type { Thing } from '../thing';

/**
 * The rigged thing with these clips, in this order, named as asked. The word after a name's last colon says what moves
 * (`idle`, `walk`, `run`, `jump`, …); a word that is not known gets a small sway. Things without a skeleton are rigged first.
 * @param travels Walks and runs move on; otherwise they stay in place.
 */
export function animated(_thing: Thing, _clips: readonly string[], _travels = false): Thing {
	throw new Error('not made yet');
}
