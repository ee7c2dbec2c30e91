/** The bytes are no model that can be shown; the message says what is wrong with them. */
export class UnreadableModel extends Error {
	override readonly name = 'UnreadableModel';
}
