import { isHeldUp } from '../../core/jobs/records/groupActions';
import type { JobRecord, JobState } from '../../core/model/jobRecord';

/** The sections of the Jobs view, in their order. */
export const jobSections = ['running', 'waiting', 'needsAttention', 'done'] as const;
export type JobSection = (typeof jobSections)[number];

export const sectionLabels: Readonly<Record<JobSection, string>> = {
	running: 'Running',
	waiting: 'Waiting',
	needsAttention: 'Needs Attention',
	done: 'Done',
};

/** Where a job stands that is in no group. */
export function sectionOf(state: JobState): JobSection {
	switch (state.kind) {
		case 'waiting':
			return 'waiting';
		case 'uploading':
		case 'submitting':
		case 'running':
		case 'downloading':
			return 'running';
		case 'uncertain':
			return state.looking ? 'running' : 'needsAttention';
		case 'blocked':
		case 'refused':
		case 'failed':
			return 'needsAttention';
		case 'done':
		case 'cancelled':
			return 'done';
	}
}

/** Where a group stands: what is being worked on counts first, then what needs the user. */
export function groupSection(jobs: readonly JobRecord[]): JobSection {
	const sections = new Set(jobs.map(({ state }) => sectionOf(state)));
	const order = ['running', 'needsAttention', 'waiting'] as const;
	return order.find((section) => sections.has(section)) ?? 'done';
}

/** Something is for the user to do, and not only for a step before it. */
export function needsUser(job: JobRecord): boolean {
	return sectionOf(job.state) === 'needsAttention' && !isHeldUp(job);
}

/** Such as “2 jobs need your attention”. */
export function formatAttention(jobs: number): string {
	return `${jobs} job${jobs === 1 ? ' needs' : 's need'} your attention`;
}
