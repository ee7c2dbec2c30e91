import { errorOfSeveral } from '../../core/jobs/drafts/severalFaults';
import { canEdit, canRetry, refusedFileOf } from '../../core/jobs/records/actions';
import { describeError, type ErrorCode, type JobError } from '../../core/model/errors';
import { errorOf, type JobRecord } from '../../core/model/jobRecord';
import { isAccountWide, isUnreachable } from '../../core/network/failure';
import { jobTitle } from './jobText';

/** Titles of the buttons of messages; views/messages.ts says which command each runs. */
export type MessageAction =
	| 'Choose Account…'
	| 'Do Next…'
	| 'Edit and Generate Again…'
	| 'Keep Anyway'
	| 'Open Billing'
	| 'Open Task History'
	| 'Open'
	| 'Retry'
	| 'Reveal'
	| 'Set API Key…'
	| 'Show Assets'
	| 'Show Balance'
	| 'Show Jobs'
	| 'Show Log';

/** What a message says, and the next steps that it offers. */
export interface Message {
	readonly severity: 'information' | 'warning';
	readonly text: string;
	readonly actions: readonly MessageAction[];
	/** What the actions are about, as commands take it. */
	readonly jobId?: string;
	/** With Retry, all jobs of this group are tried again. */
	readonly groupId?: string;
}

/** One message for each kind of trouble: what holds up a whole account is told once. */
export function troubleMessages(jobs: readonly JobRecord[]): Message[] {
	const byCode = new Map<ErrorCode, JobRecord[]>();
	for (const job of jobs) {
		const code = errorOf(job.state)?.code;
		if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), job]);
	}
	return [...byCode].flatMap(([code, alike]) => troubleMessage(code, alike));
}

function troubleMessage(code: ErrorCode, jobs: readonly JobRecord[]): Message[] {
	const [job] = jobs;
	if (!job) return [];
	const who = jobs.length === 1 ? `“${jobTitle(job)}”` : `${jobs.length} jobs`;
	return [
		{
			severity: 'warning',
			text: `${who}: ${describeFaults(jobs, jobTitle)}`,
			actions: isAccountWide(code) ? accountActions(code) : jobActions(jobs),
			// Billing and balance are those of the job's account, which need not be the one in use.
			jobId: job.id,
		},
	];
}

function jobActions(jobs: readonly JobRecord[]): MessageAction[] {
	const [job, ...others] = jobs;
	const choices = job && others.length === 0 ? choicesFor(job) : [];
	return choices.includes('Keep Anyway')
		? ['Retry', ...choices, 'Show Jobs']
		: [...choices, 'Show Jobs', 'Show Log'];
}

function accountActions(code: ErrorCode): MessageAction[] {
	if (code === 'creditsExhausted') return ['Open Billing', 'Show Balance'];
	if (isUnreachable(code)) return ['Show Log', 'Show Jobs'];
	return ['Set API Key…', 'Choose Account…'];
}

/** What one job alone leaves for the user to choose. */
export function choicesFor(job: JobRecord): MessageAction[] {
	return [
		...(job.state.kind === 'refused' && canEdit(job) ? ['Edit and Generate Again…' as const] : []),
		...(refusedFileOf(job.state) ? ['Keep Anyway' as const] : []),
	];
}

/** What is wrong with some jobs: once where it is the same, else under the name of each. */
export function describeFaults(jobs: readonly JobRecord[], nameOf: (job: JobRecord) => string): string {
	const faults = jobs.flatMap((job) => {
		const error = errorOf(job.state);
		return error ? [{ of: `“${nameOf(job)}”`, error }] : [];
	});
	const [first] = faults;
	if (!first) return '';
	const isSame = faults.every(
		({ error }) => error.code === first.error.code && error.detail === first.error.detail,
	);
	return isSame ? describeError(first.error) : errorOfSeveral(faults).message;
}

/** What happened to one job, and what can be done about it. */
export function explanation(job: JobRecord, error: JobError): Message {
	return {
		severity: 'information',
		text: `“${jobTitle(job)}”: ${describeError(error)}`,
		actions: [...(canRetry(job) ? ['Retry' as const] : []), ...choicesFor(job), 'Show Log'],
		jobId: job.id,
	};
}

/** Records that could not be read hold jobs that may be paid: nobody must have to find that in a log. */
export function setAsideMessage(files: readonly string[]): Message | undefined {
	const [file] = files;
	if (file === undefined) return undefined;
	const what = files.length === 1 ? 'A job record' : `${files.length} job records`;
	return {
		severity: 'warning',
		text: `${what} could not be read and was set aside, not deleted: ${file}. If it held a running job, “Propsmith: Adopt Task…” brings its result back without a charge.`,
		actions: ['Open Task History', 'Show Log'],
	};
}
