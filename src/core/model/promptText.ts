/** White space, control characters, and what Unicode calls ignorable: zero-width characters, fillers, byte order marks. */
const invisible = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800\uFFF9-\uFFFB]$/u;

/** Invisible, and part of the character before it: variation selectors, emoji tags, joiners. */
const attached = /^(?:\p{Variation_Selector}|\u034F|\u1160|\u17B4|\u17B5|\u200D|[\u{E0020}-\u{E007F}])$/u;

/** After these a joiner at the end of a text still shapes the letter: marks, and scripts whose letters join. */
const joining = /^[\p{M}\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Syriac}]$/u;

/** U+0A00 means nothing: it is the line feed of a UTF-16 whose bytes were swapped. */
const suspicious =
	/[\uFFFD\u0A00\p{Noncharacter_Code_Point}\p{Surrogate}\u202D\u202E]|(?![\t\n\r\u0085])\p{Cc}/u;

/** True when a reader sees nothing of the text. */
export function isBlank(text: string): boolean {
	for (const character of text) if (!invisible.test(character)) return false;
	return true;
}

/** The text without what cannot be seen at its ends; what joins emoji and letters stays, and what `textProblem` names. */
export function trimmed(text: string): string {
	if (isBlank(text)) return '';
	const characters = [...text];
	const start = characters.findIndex((character) => !isTrimmed(character));
	let end = characters.length;
	for (let index = end - 1; index > start && isTrimmed(characters[index] ?? ''); index--)
		if (!belongsToBefore(characters, index)) end = index;
	return characters.slice(start, end).join('');
}

function isTrimmed(character: string): boolean {
	return invisible.test(character) && !suspicious.test(character);
}

function belongsToBefore(characters: readonly string[], index: number): boolean {
	const character = characters[index] ?? '';
	if (!attached.test(character)) return false;
	return character !== '\u200D' || joining.test(characters[index - 1] ?? '');
}

/**
 * Why a text must not be sent, as a phrase such as “has a character that could not be read (U+FFFD)”; undefined for
 * one that may. Such characters come from a file that was read in a wrong encoding, or make a text look like another.
 */
export function textProblem(text: string): string | undefined {
	const character = suspicious.exec(text)?.[0];
	if (character === undefined) return undefined;
	const [, reason = 'has a control character'] = reasons.find(([pattern]) => pattern.test(character)) ?? [];
	return `${reason} (${codePoint(character)})`;
}

const reasons: readonly (readonly [pattern: RegExp, reason: string])[] = [
	[/\uFFFD/, 'has a character that could not be read'],
	[/[\u0A00\p{Noncharacter_Code_Point}]/u, 'has a character that means nothing'],
	[/\p{Surrogate}/u, 'has half of a character'],
	[/[\u202D\u202E]/, 'has a character that turns the direction of the text'],
];

function codePoint(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
