import * as vscode from 'vscode';
import { inTurn } from '../../core/jobs/drafts/severalFaults';
import { canCancel } from '../../core/jobs/records/actions';
import { toCancel } from '../../core/jobs/records/groupActions';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import type { JobRecord } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import { groupTitle, memberTitle } from '../views/groupPresentation';
import { jobTitle } from '../views/jobPresentation';
import type { Command } from './command';
import { groupArgument, jobArgument } from './jobArgument';

/** Stops a job, or what of a group can be stopped, after saying what that means for credits already at stake. */
export function cancel(queue: JobQueue): Command {
	return {
		id: commandIds.cancel,
		run: async (argument) => {
			const group = groupArgument(queue, argument);
			if (group) {
				if (await confirmGroup(group))
					await inTurn(toCancel(group), memberTitle, ({ id }) => queue.call('cancel', id));
				return;
			}
			const job = await jobArgument(queue, argument, ({ state }) => canCancel(state), 'cancel');
			if (job && (await confirmOne(job))) await queue.call('cancel', job.id);
		},
	};
}

async function confirmOne(job: JobRecord): Promise<boolean> {
	if (!isAtStake(job)) return true;
	const detail =
		job.state.kind === 'running'
			? `${goesOn(job.provider)} goes on there and is charged if it succeeds. “Retry” takes it up again later without a new charge.`
			: 'The task is finished and paid. “Retry” fetches its file later without a new charge.';
	return confirm(`Stop “${jobTitle(job)}”?`, detail, 'Stop Waiting for It');
}

/** Meshy takes back what it has not begun; see `takeBack.ts`. */
function goesOn(provider: ProviderId): string {
	return provider === 'meshy'
		? 'Meshy takes a task back only while it waits there: one that was begun'
		: 'The service cannot cancel a task: it';
}

async function confirmGroup(jobs: readonly JobRecord[]): Promise<boolean> {
	const { length } = toCancel(jobs);
	const atStake = jobs.filter(isAtStake).length;
	const cost =
		atStake === 0
			? 'None of them is paid or running at a service that charges.'
			: `${atStake} of them ${atStake === 1 ? 'is' : 'are'} at the service already, which cannot cancel a task that has begun: it goes on there and is charged if it succeeds. “Retry” takes it up again later without a new charge.`;
	const stop = length === 1 ? 'Stop 1 Job' : `Stop ${length} Jobs`;
	return length > 0 && confirm(`Stop “${groupTitle(jobs)}”?`, cost, stop);
}

async function confirm(message: string, detail: string, stop: string): Promise<boolean> {
	return (await vscode.window.showWarningMessage(message, { modal: true, detail }, stop)) === stop;
}

/** Credits were or will be taken for it. */
function isAtStake({ state, provider }: JobRecord): boolean {
	return provider !== 'sandbox' && (state.kind === 'running' || state.kind === 'downloading');
}
