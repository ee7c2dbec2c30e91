import { toRetry } from '../../core/jobs/records/groupActions';
import { describeError } from '../../core/model/errors';
import { errorOf, type JobRecord } from '../../core/model/jobRecord';
import type { Formatter } from './formatter';
import { groupTitle, memberTitle } from './groupText';
import { jobStatus, jobTitle } from './jobText';
import { choicesFor, describeFaults, type Message } from './message';
import { needsUser } from './sections';

/** How a message names a file: by its path in the workspace. */
export type NamePath = (path: string) => string;

/** One message for all jobs that are done; the file of a single one can be opened from it. */
export function doneMessage(
	jobs: readonly JobRecord[],
	formatter: Formatter,
	namePath: NamePath,
): Message | undefined {
	const [job] = jobs;
	if (job?.state.kind !== 'done') return undefined;
	if (jobs.length > 1) return assetsMessage(`${jobs.length} assets are ready.`);
	const [file] = job.state.files;
	const ready = { severity: 'information', jobId: job.id } as const;
	if (file) return { ...ready, text: `${namePath(file.path)} is ready.`, actions: ['Reveal', 'Open'] };
	// What has no file tells something, or stayed at the service.
	return { ...ready, text: `${jobTitle(job)}: ${jobStatus(job, formatter)}`, actions: ['Do Next…'] };
}

function assetsMessage(text: string): Message {
	return { severity: 'information', text, actions: ['Show Assets'] };
}

/** How jobs that were asked for together ended; undefined where there is nothing to say. */
export function groupMessage(
	jobs: readonly JobRecord[],
	formatter: Formatter,
	namePath: NamePath,
): Message | undefined {
	if (jobs.some(needsUser)) return groupTroubleMessage(jobs);
	const done = withFiles(jobs);
	if (done.length === 1) return doneMessage(done, formatter, namePath);
	if (done.length === 0) return undefined;
	return assetsMessage(`“${groupTitle(jobs)}”: ${done.length} assets are ready.`);
}

function groupTroubleMessage(jobs: readonly JobRecord[]): Message | undefined {
	const troubled = jobs.filter(needsUser);
	const [first, ...others] = troubled;
	if (!first) return undefined;
	const isChain = first.group?.kind === 'chain';
	return {
		severity: 'warning',
		text: `“${groupTitle(jobs)}”: ${isChain ? formatStop(jobs, first) : formatCounts(jobs, troubled)}`,
		actions: [
			...(toRetry(jobs).length > 0 ? ['Retry' as const] : []),
			...(others.length === 0 ? choicesFor(first) : []),
			'Show Jobs',
		],
		jobId: first.id,
		...(first.group ? { groupId: first.group.id } : {}),
	};
}

/** Where a chain stopped, and why. */
function formatStop(jobs: readonly JobRecord[], stopped: JobRecord): string {
	const error = errorOf(stopped.state);
	const place = `stopped at step ${jobs.indexOf(stopped) + 1} of ${jobs.length}, ${memberTitle(stopped)}.`;
	return error ? `${place} ${describeError(error)}` : place;
}

function formatCounts(jobs: readonly JobRecord[], troubled: readonly JobRecord[]): string {
	const ready = `${withFiles(jobs).length} of ${jobs.length} are ready`;
	const attention = `${troubled.length} need${troubled.length === 1 ? 's' : ''} attention`;
	return `${ready}, ${attention}. ${describeFaults(troubled, memberTitle)}`;
}

function withFiles(jobs: readonly JobRecord[]): JobRecord[] {
	return jobs.filter(({ state }) => state.kind === 'done' && state.files.length > 0);
}
