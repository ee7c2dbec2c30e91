import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { type JobRecord, resultOf } from '../../core/model/jobRecord';
import { madeBy, type Operation } from '../../core/model/request';
import { Formatter } from '../text/formatter';
import { jobStatus, jobTitle } from '../text/jobText';
import { jobIcon } from '../views/icons';
import type { PickItem } from './steps';

/** What one account has made that an option may name. */
export interface AccountResults {
	/** Results of these operations that the service still has, newest first. */
	list(from: readonly Operation[]): PickItem<string>[];
	/** What a job of that id makes; undefined for the id of a task. */
	titleOf(id: string): string | undefined;
}

/** The results in the list, for options that name one. */
export class Results {
	constructor(private readonly queue: Pick<JobQueue, 'list' | 'find'>) {}

	of(provider: ProviderId): AccountResults {
		return {
			list: (from) =>
				this.queue
					.list()
					.reverse()
					.filter((job) => job.provider === provider && from.includes(madeBy(job.request)) && isThere(job))
					.map((job) => resultItem(job, job.id)),
			titleOf: (id) => {
				const job = this.queue.find(id);
				return job && jobTitle(job);
			},
		};
	}
}

/** Whether a job has a result that the service still has. */
export function isThere({ state }: JobRecord): boolean {
	const task = resultOf(state);
	return task !== undefined && (task.expiresAt ?? Number.POSITIVE_INFINITY) > Date.now();
}

export function resultItem<T>(job: JobRecord, value: T): PickItem<T> {
	return {
		label: jobTitle(job),
		description: jobStatus(job, new Formatter(vscode.env.language)) || madeBy(job.request),
		iconPath: jobIcon(job.state),
		value,
	};
}
