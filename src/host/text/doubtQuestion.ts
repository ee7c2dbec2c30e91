import type { Balance } from '../../core/model/account';
import { errorOf, type JobRecord } from '../../core/model/jobRecord';
import type { Formatter } from './formatter';
import { jobTitle } from './jobText';
import type { ModalText } from './modalText';

/** Asked when the service shows no task for a job in doubt: the facts, and what each way may cost. */
export function doubtQuestion(job: JobRecord, balance: Balance | undefined, formatter: Formatter): ModalText {
	const { state, estimate, provider } = job;
	const cost =
		estimate === undefined
			? 'a second task'
			: `about ${formatter.credits(estimate, provider)} for a second task`;
	const facts = [
		`Its answer was lost, so the service may have it: ${errorOf(state)?.detail ?? 'it was not found'}.`,
		// What the account has reserved tells whether something may be under way there.
		...(balance
			? [
					`Your account has ${formatter.credits(balance.available, provider)}, and ${formatter.credits(balance.frozen)} reserved by unfinished tasks.`,
				]
			: []),
		`Submitting again may cost ${cost}. Giving up sends nothing; “Retry” looks for it again.`,
	];
	return { message: `The service shows no task for “${jobTitle(job)}” yet.`, detail: facts.join('\n') };
}
