import type { JobRecord } from '../../core/model/jobRecord';
import type { Formatter } from './formatter';
import { groupStatus, groupTitle, memberTitle } from './groupText';
import { jobStatus } from './jobText';
import type { RowText } from './rowText';

/** The row of a job, below its group where it has one; `before` is like that of `jobStatus`. */
export function jobRowText(job: JobRecord, formatter: Formatter, before?: JobRecord): RowText {
	const label = memberTitle(job);
	const description = jobStatus(job, formatter, before);
	return { label, description, spoken: `${label}, ${job.state.kind}, ${description}` };
}

/** The row of jobs that were asked for together. */
export function groupRowText(jobs: readonly JobRecord[], formatter: Formatter): RowText {
	const label = groupTitle(jobs);
	const description = groupStatus(jobs, formatter);
	return { label, description, spoken: `${label}, ${jobs.length} jobs, ${description}` };
}
