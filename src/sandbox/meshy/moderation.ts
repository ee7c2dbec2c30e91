import type { Ending } from './task';
import { failureNames, taskError } from './taskErrors';

/** The words in a prompt that make the sandbox behave like a service that objects or breaks. */
const magicWords = {
	/** The task does not get further than the queue: blocked by moderation. */
	refuse: 'sandbox-refuse',
	/** The task runs, and is blocked in the end. */
	ban: 'sandbox-ban',
	/** The task runs and fails in the end; `sandbox-fail-` and the name of a failure choose another one. */
	fail: 'sandbox-fail',
} as const;

/** What the words of a request lead to. `early` is an end without a run. */
export function omenIn(texts: readonly string[]): { ending: Ending; early: boolean } {
	const all = texts.join('\n').toLowerCase();
	if (all.includes(magicWords.refuse) || all.includes(magicWords.ban)) {
		const ending: Ending = { status: 'FAILED', error: taskError('moderation_blocked') };
		return { ending, early: all.includes(magicWords.refuse) };
	}
	if (all.includes(magicWords.fail)) {
		const name = failureNames.find((one) => all.includes(`${magicWords.fail}-${one.replaceAll('_', '-')}`));
		return { ending: { status: 'FAILED', error: taskError(name ?? 'server_error') }, early: false };
	}
	return { ending: { status: 'SUCCEEDED' }, early: false };
}
