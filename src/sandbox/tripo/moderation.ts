import { Refusal } from './refusal';
import type { Ending } from './task';

/** The words that make the sandbox behave like a service that objects or breaks. */
const magicWords = {
	/** In a prompt or an uploaded file's name: the request is refused at once, code 2008. */
	refuse: 'sandbox-refuse',
	/** There too: the task is taken and fails in the end, code 2008. */
	ban: 'sandbox-ban',
	/** There too: the task is taken and fails in the end with a server error, code 1001. */
	fail: 'sandbox-fail',
} as const;

/**
 * The end that the words and file names of a request lead to, if it is a bad one. Throws the refusal when they
 * are refused at once.
 */
export function endingBy(texts: readonly string[]): Ending | undefined {
	const all = texts.join('\n').toLowerCase();
	const objection = 'The input was refused by content moderation.';
	if (all.includes(magicWords.refuse)) {
		throw new Refusal('contentPolicy', objection);
	}
	if (all.includes(magicWords.ban)) {
		return { status: 'failed', errorCode: 2008, errorMessage: objection };
	}
	return all.includes(magicWords.fail)
		? { status: 'failed', errorCode: 1001, errorMessage: 'The task broke down on the server.' }
		: undefined;
}
