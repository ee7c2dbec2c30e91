import { toCancel } from '../../core/jobs/records/groupActions';
import type { JobRecord } from '../../core/model/jobRecord';
import { groupTitle } from './groupText';
import { jobTitle } from './jobText';
import type { ModalText } from './modalText';

/** Asked before a job is stopped; undefined where no credits are at stake. */
export function stopQuestion(job: JobRecord): ModalText | undefined {
	if (!isAtStake(job)) return undefined;
	const detail =
		job.state.kind === 'running'
			? `${formatGoesOn(job)} goes on there and is charged if it succeeds. “Retry” takes it up again later without a new charge.`
			: 'The task is finished and paid. “Retry” fetches its file later without a new charge.';
	return { message: `Stop “${jobTitle(job)}”?`, detail };
}

/** Asked before a group is stopped, with the button that does it; undefined where there is nothing to stop. */
export function stopGroupQuestion(
	jobs: readonly JobRecord[],
): (ModalText & { readonly stop: string }) | undefined {
	const { length } = toCancel(jobs);
	if (length === 0) return undefined;
	const atStake = jobs.filter(isAtStake).length;
	const detail =
		atStake === 0
			? 'None of them is paid or running at a service that charges.'
			: `${atStake} of them ${atStake === 1 ? 'is' : 'are'} at the service already, which cannot cancel a task that has begun: it goes on there and is charged if it succeeds. “Retry” takes it up again later without a new charge.`;
	return {
		message: `Stop “${groupTitle(jobs)}”?`,
		detail,
		stop: length === 1 ? 'Stop 1 Job' : `Stop ${length} Jobs`,
	};
}

/** Meshy takes back what it has not begun; see `cancelRemoteTask`. */
function formatGoesOn({ provider }: JobRecord): string {
	return provider === 'meshy'
		? 'Meshy takes a task back only while it waits there: one that was begun'
		: 'The service cannot cancel a task: it';
}

/** Credits were or will be taken for it. */
function isAtStake({ state, provider }: JobRecord): boolean {
	return provider !== 'sandbox' && (state.kind === 'running' || state.kind === 'downloading');
}
