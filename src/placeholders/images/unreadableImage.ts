/** The bytes are no picture that can be shown; the message says what is wrong with them. */
export class UnreadableImage extends Error {
	override readonly name = 'UnreadableImage';
}
