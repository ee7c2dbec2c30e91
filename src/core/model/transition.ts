import { doubted, kept, landed, opened, resumed, withoutWait } from './downloadState';
import type { JobError } from './errors';
import type {
	AssetFile,
	Cancelled,
	Downloading,
	DownloadWait,
	InputDigests,
	JobState,
	RemoteObject,
	Running,
	StagedFile,
	StateKind,
	Uncertain,
} from './jobRecord';
import type { Findings } from './task';
import { ownerIn, type TaskOwner } from './task';

/** Everything that can happen to a job. */
export type JobEvent =
	/** A slot is ours; pictures go up next. */
	| { readonly type: 'started' }
	/** Written just before the paid POST leaves. */
	| ({ readonly type: 'sending'; readonly at: number; readonly inputs?: InputDigests } & TaskOwner)
	/** Certain: the service made no task. Back into the queue. */
	| { readonly type: 'notMade' }
	/** The paid POST has no answer; or the looks for its task are over without one, and the user decides. */
	| { readonly type: 'answerLost'; readonly error: JobError }
	/** The service is asked for the task of a job in doubt. */
	| { readonly type: 'lookStarted' }
	/** The answer, or a look at the account, gave the task's id. */
	| { readonly type: 'accepted'; readonly taskId: string }
	| { readonly type: 'progressed'; readonly progress: number }
	| {
			readonly type: 'succeeded';
			readonly credits?: number;
			readonly findings?: Findings;
			/** Ms since the epoch. */
			readonly expiresAt?: number;
	  }
	/** The download began; the part file can be continued as long as the host has this object. */
	| { readonly type: 'opened'; readonly object?: RemoteObject }
	| { readonly type: 'staged'; readonly file: StagedFile }
	/** A file (an archive's files) is in the workspace, and others of the task follow. */
	| { readonly type: 'landed'; readonly files: readonly AssetFile[] }
	| { readonly type: 'delivered'; readonly files: readonly AssetFile[] }
	/** The download stopped for trouble that passes by itself; `fruitless` tries in a row brought nothing. */
	| { readonly type: 'delayed'; readonly wait: DownloadWait; readonly fruitless: number }
	/** The next try of a delayed download begins. */
	| { readonly type: 'resumed' }
	/** The check refused a whole file; `again`: the same bytes came before. */
	| { readonly type: 'doubted'; readonly file: StagedFile; readonly again: boolean }
	/** The user wants a file that the check refused, under this path. */
	| { readonly type: 'kept'; readonly path: string }
	/** The user wants the files of a result that was left at the service. */
	| { readonly type: 'wanted' }
	/** The content check said no, at the submit or later. */
	| { readonly type: 'refused'; readonly error: JobError; readonly credits?: number }
	| { readonly type: 'failed'; readonly error: JobError; readonly credits?: number }
	| { readonly type: 'blocked'; readonly error: JobError }
	| { readonly type: 'unblocked' }
	| { readonly type: 'cancelled' }
	/** A cancelled job's task came to its end at the service, or a failed one's credits came back. */
	| {
			readonly type: 'settled';
			readonly outcome: 'charged' | 'notCharged';
			readonly credits?: number;
			readonly failed?: true;
	  }
	/** The user wants it after all: a new try, or the old task taken up again. */
	| { readonly type: 'retried' }
	/** A new process found the job as the old one left it. */
	| { readonly type: 'restarted' };

/** An event that cannot happen in this state: a defect of the engine, not of the job. */
export class IllegalTransition extends Error {
	override readonly name = 'IllegalTransition';
	constructor(state: StateKind, event: JobEvent['type']) {
		super(`${event} cannot happen to a job that is ${state}`);
	}
}

/** The one function that says which state follows. Throws IllegalTransition for anything else. */
export function transition(state: JobState, event: JobEvent): JobState {
	const next = follow(state, event);
	if (!next) throw new IllegalTransition(state.kind, event.type);
	return next;
}

function follow(state: JobState, event: JobEvent): JobState | undefined {
	switch (state.kind) {
		case 'waiting':
			return fromWaiting(event);
		case 'uploading':
			return fromUploading(event);
		case 'submitting':
			return fromSubmitting(state, event);
		case 'uncertain':
			if (event.type === 'accepted') return running(event.taskId, state);
			if (event.type === 'notMade' || event.type === 'retried') return { kind: 'waiting' };
			if (event.type === 'answerLost') return doubtful(state, event.error);
			if (event.type === 'lookStarted') return { ...state, looking: true };
			if (event.type === 'failed') return { kind: 'failed', error: event.error };
			if (event.type === 'cancelled')
				return { kind: 'cancelled', doubt: { since: state.since, ...ownerIn(state) } };
			return event.type === 'restarted' ? state : undefined;
		case 'running':
			return fromRunning(state, event);
		case 'downloading':
			return fromDownloading(state, event);
		case 'blocked':
			if (event.type === 'unblocked' || event.type === 'retried') return resumed(state.resume);
			if (event.type === 'kept') return kept(state.resume, event.path);
			if (event.type === 'blocked') return { ...state, error: event.error };
			if (event.type === 'cancelled') return follow(state.resume, event);
			return event.type === 'restarted' ? state : undefined;
		case 'failed':
		case 'refused':
			if (event.type === 'settled')
				return { ...state, error: recharged(state.error, event), ...creditsIn(event) };
			// What the content check refused is never sent again unchanged.
			return event.type === 'retried' && state.kind === 'failed' ? { kind: 'waiting' } : undefined;
		case 'cancelled':
			return fromCancelled(state, event);
		case 'done':
			if (event.type !== 'wanted' || state.files.length > 0) return undefined;
			return { ...paid(state), kind: 'downloading', ...findingsIn(state) };
	}
}

function fromWaiting(event: JobEvent): JobState | undefined {
	switch (event.type) {
		case 'started':
			return { kind: 'uploading' };
		case 'blocked':
			return { kind: 'blocked', error: event.error, resume: { kind: 'waiting' } };
		case 'cancelled':
			return { kind: 'cancelled' };
		case 'failed':
			return { kind: 'failed', error: event.error };
		case 'restarted':
			return { kind: 'waiting' };
		default:
			return undefined;
	}
}

function fromUploading(event: JobEvent): JobState | undefined {
	switch (event.type) {
		case 'sending':
			return { kind: 'submitting', since: event.at, ...ownerIn(event) };
		// Nothing paid has been sent yet.
		case 'notMade':
		case 'restarted':
			return { kind: 'waiting' };
		case 'refused':
			return { kind: 'refused', error: event.error };
		default:
			return fromWaiting(event);
	}
}

function fromSubmitting(state: JobState & { kind: 'submitting' }, event: JobEvent): JobState | undefined {
	switch (event.type) {
		case 'accepted':
			return running(event.taskId, state);
		case 'notMade':
			return { kind: 'waiting' };
		case 'answerLost':
			return { ...doubtful(state, event.error), looking: true };
		case 'restarted':
			return { ...doubtful(state, { code: 'answerLost' }), looking: true };
		case 'blocked':
			return { kind: 'blocked', error: event.error, resume: { kind: 'waiting' } };
		case 'refused':
			return { kind: 'refused', error: event.error };
		case 'failed':
			return { kind: 'failed', error: event.error };
		default:
			return undefined;
	}
}

function fromRunning(state: Running, event: JobEvent): JobState | undefined {
	const { task } = state;
	switch (event.type) {
		case 'progressed':
			// The service's progress may pause; going back would only be noise.
			return { ...state, progress: Math.max(state.progress, event.progress) };
		case 'succeeded':
			return {
				kind: 'downloading',
				task: event.expiresAt === undefined ? task : { ...task, expiresAt: event.expiresAt },
				...creditsIn(event),
				...findingsIn(event),
			};
		case 'refused':
			return { kind: 'refused', task, error: event.error, ...creditsIn(event) };
		case 'failed':
			return { kind: 'failed', task, error: event.error, ...creditsIn(event) };
		case 'blocked':
			return { kind: 'blocked', error: event.error, resume: state };
		case 'cancelled':
			return { kind: 'cancelled', task };
		case 'restarted':
			return state;
		default:
			return undefined;
	}
}

function fromDownloading(state: Downloading, event: JobEvent): JobState | undefined {
	switch (event.type) {
		case 'opened':
			return opened(state, event.object);
		case 'staged':
			return { ...state, staged: event.file };
		case 'landed':
			return landed(state, event.files);
		case 'delivered':
			return { ...paid(state), kind: 'done', files: event.files, ...findingsIn(state) };
		case 'delayed':
			return { ...state, wait: event.wait, fruitless: event.fruitless };
		case 'doubted':
			return doubted(state, event.file, event.again);
		case 'blocked':
			return { kind: 'blocked', error: event.error, resume: withoutWait(state) };
		case 'failed':
			return { ...paid(state), kind: 'failed', error: event.error };
		case 'cancelled':
			return { ...paid(state), kind: 'cancelled', outcome: 'charged' };
		// A new process tries at once: the network may be another one.
		case 'resumed':
		case 'restarted':
			return withoutWait(state);
		default:
			return undefined;
	}
}

function fromCancelled(state: Cancelled, event: JobEvent): JobState | undefined {
	switch (event.type) {
		case 'retried':
			// A task that the service has is taken up again: its result is free, or paid already.
			if (state.task) return { kind: 'running', task: state.task, progress: 0 };
			if (state.doubt) return { ...doubtful(state.doubt, { code: 'answerLost' }), looking: true };
			return { kind: 'waiting' };
		case 'settled':
			return (
				state.task && {
					...state,
					outcome: event.outcome,
					...creditsIn(event),
					...(event.failed ? { failed: true } : {}),
				}
			);
		case 'restarted':
			return state;
		default:
			return undefined;
	}
}

/** Nobody knows whether the service has the task. */
function doubtful(sent: Pick<Uncertain, 'since'> & TaskOwner, error: JobError): Uncertain {
	return { kind: 'uncertain', since: sent.since, ...ownerIn(sent), error };
}

function running(taskId: string, sent: { since: number } & TaskOwner): Running {
	return {
		kind: 'running',
		task: { id: taskId, submittedAt: sent.since, ...ownerIn(sent) },
		progress: 0,
	};
}

/** What was said of the charge when the task ended is no longer true once its credits came back. */
function recharged(error: JobError, { outcome }: JobEvent & { type: 'settled' }): JobError {
	return { ...error, charge: outcome === 'charged' ? 'possible' : 'none' };
}

function creditsIn(from: { readonly credits?: number }): { credits?: number } {
	return from.credits === undefined ? {} : { credits: from.credits };
}

function findingsIn(from: { readonly findings?: Findings }): { findings?: Findings } {
	return from.findings === undefined ? {} : { findings: from.findings };
}

function paid(state: JobState & { kind: 'downloading' | 'done' }): Pick<typeof state, 'task' | 'credits'> {
	return { task: state.task, ...creditsIn(state) };
}
