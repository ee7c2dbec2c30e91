import type { JobRecord, JobState, StateKind, TaskRef } from '../../../../src/core/model/jobRecord';
import type { JobEvent } from '../../../../src/core/model/transition';

export const task: TaskRef = { id: 'task-1', submittedAt: 5000, account: 'acct' };
export const staged = {
	part: 'model',
	last: true,
	partPath: '/out/.j.part',
	path: '/out/a.glb',
	bytes: 10,
	sha256: 'ab',
} as const;
const { partPath: _, last: __, ...file } = staged;
const uncheckedFile = { ...staged, path: '/out/a.unchecked.glb', unchecked: 'cut short' } as const;
const wait = { waitsFor: 'fileHost', until: 9000, error: { code: 'downloadBroken' } } as const;
const error = { code: 'serviceDown' } as const;

/** One job state of each kind and, where it matters, of each shape. */
export const sampleStates = {
	waiting: { kind: 'waiting' },
	uploading: { kind: 'uploading' },
	submitting: { kind: 'submitting', since: 5000, account: 'acct' },
	uncertain: { kind: 'uncertain', since: 5000, account: 'acct', error: { code: 'answerLost' } },
	'uncertain/looking': {
		kind: 'uncertain',
		since: 5000,
		account: 'acct',
		error: { code: 'answerLost' },
		looking: true,
	},
	running: { kind: 'running', task, progress: 40 },
	downloading: { kind: 'downloading', task, credits: 20 },
	'downloading/delayed': { kind: 'downloading', task, credits: 20, wait, fruitless: 2 },
	'blocked/waiting': { kind: 'blocked', error, resume: { kind: 'waiting' } },
	'blocked/running': { kind: 'blocked', error, resume: { kind: 'running', task, progress: 40 } },
	'blocked/refused file': {
		kind: 'blocked',
		error: { code: 'fileInvalid' },
		resume: { kind: 'downloading', task, credits: 20, refused: { file: uncheckedFile, again: true } },
	},
	'blocked/downloading': { kind: 'blocked', error, resume: { kind: 'downloading', task, credits: 20 } },
	done: { kind: 'done', task, credits: 20, files: [file] },
	'done/left at the service': { kind: 'done', task, credits: 20, files: [] },
	refused: { kind: 'refused', error: { code: 'contentRefused' } },
	failed: { kind: 'failed', error: { code: 'taskFailed' }, task },
	'cancelled/no task': { kind: 'cancelled' },
	'cancelled/in doubt': { kind: 'cancelled', doubt: { since: 5000, account: 'acct' } },
	'cancelled/task goes on': { kind: 'cancelled', task },
	'cancelled/task ended': { kind: 'cancelled', task, outcome: 'charged', credits: 20 },
} as const satisfies Record<string, JobState>;

export type SampleName = keyof typeof sampleStates;

/** One event of each type. */
export const sampleEvents: { readonly [Type in JobEvent['type']]: JobEvent & { type: Type } } = {
	started: { type: 'started' },
	sending: { type: 'sending', at: 5000, account: 'acct' },
	notMade: { type: 'notMade' },
	answerLost: { type: 'answerLost', error: { code: 'answerLost' } },
	lookStarted: { type: 'lookStarted' },
	accepted: { type: 'accepted', taskId: 'task-1' },
	progressed: { type: 'progressed', progress: 60 },
	succeeded: { type: 'succeeded', credits: 20 },
	opened: { type: 'opened', object: { etag: '"abc"', bytes: 5_000_000 } },
	staged: { type: 'staged', file: staged },
	landed: { type: 'landed', files: [file] },
	delivered: { type: 'delivered', files: [file] },
	delayed: { type: 'delayed', wait, fruitless: 3 },
	resumed: { type: 'resumed' },
	doubted: { type: 'doubted', file: uncheckedFile, again: false },
	kept: { type: 'kept', path: '/out/a.unchecked-2.glb' },
	wanted: { type: 'wanted' },
	refused: { type: 'refused', error: { code: 'contentRefused' } },
	failed: { type: 'failed', error: { code: 'taskFailed' } },
	blocked: { type: 'blocked', error },
	unblocked: { type: 'unblocked' },
	cancelled: { type: 'cancelled' },
	settled: { type: 'settled', outcome: 'charged', credits: 20 },
	retried: { type: 'retried' },
	restarted: { type: 'restarted' },
};

export function jobIn(state: JobState, id = 'job-1'): JobRecord {
	return {
		schema: 2,
		id,
		createdAt: 1000,
		changedAt: 1000,
		provider: 'tripo',
		request: { operation: 'textToModel', prompt: 'an oak barrel', options: {} },
		destination: { folder: '/out', name: 'an-oak-barrel' },
		estimate: 20,
		state,
	};
}

export const stateKinds: readonly StateKind[] = [
	...new Set(Object.values(sampleStates).map(({ kind }) => kind)),
];
