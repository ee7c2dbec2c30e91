import type { ProviderId } from './account';
import type { JobError } from './errors';
import type { ModelFacts } from './modelFacts';
import type { AdoptedTask, JobRequest } from './request';
import type { Findings, TaskOwner } from './task';

/** The remote task of a job; a job has at most one at a time. */
export interface TaskRef extends TaskOwner {
	readonly id: string;
	/** Ms since the epoch: when the paid POST was written down, just before it left. */
	readonly submittedAt: number;
	/** Ms since the epoch at which the service forgets the task and its files, where it tells. */
	readonly expiresAt?: number;
}

/** A file on its way into the workspace: complete and checked, about to get its final name. */
export interface StagedFile {
	/** Which of the task's files it is. */
	readonly part: string;
	/** No other file of the task follows. */
	readonly last: boolean;
	readonly partPath: string;
	readonly path: string;
	readonly bytes: number;
	/** Lower-case hex. */
	readonly sha256: string;
	readonly facts?: ModelFacts;
	/** What the check found odd about it and kept, one short sentence each; absent where there is nothing. */
	readonly notes?: readonly string[];
	/** What the check found wrong with it; the user keeps it anyway. */
	readonly unchecked?: string;
}

/** A file in the workspace. */
export type AssetFile = Omit<StagedFile, 'partPath' | 'last'>;

/** Tells whether a file host still offers the object that a part file began with. */
export interface RemoteObject {
	/** A strong ETag. */
	readonly etag: string;
	readonly bytes: number;
}

/** Between two tries of a download, for trouble that passes by itself. */
export interface DownloadWait {
	readonly waitsFor: WaitsFor;
	/** Ms since the epoch of the next try. It comes sooner when the account is seen to work again. */
	readonly until: number;
	readonly error: JobError;
}

/** A whole file that the check refused. */
export interface RefusedFile {
	/** As it would be kept: its `unchecked` says what the check found. */
	readonly file: StagedFile;
	/** The same bytes came again, and wait in the part file for the user's word. */
	readonly again?: true;
	/** The user wants these bytes as they are. */
	readonly keep?: true;
}

/** Waits in our queue; nothing was sent, or the service made no task. */
export interface Waiting {
	readonly kind: 'waiting';
}

/** Has a slot; pictures go up. Nothing paid was sent. */
export interface Uploading {
	readonly kind: 'uploading';
}

/** The paid POST may have left at any moment since `since` (ms since the epoch). */
export interface Submitting extends TaskOwner {
	readonly kind: 'submitting';
	readonly since: number;
}

/** The POST left and its answer was lost: never sent again without looking, or without the user. */
export interface Uncertain extends TaskOwner {
	readonly kind: 'uncertain';
	readonly since: number;
	readonly error: JobError;
	/** The service is being asked for the task, so the user need not decide yet. */
	readonly looking?: true;
}

/** The service has the task. */
export interface Running {
	readonly kind: 'running';
	readonly task: TaskRef;
	/** 0 to 100 as the service says; 0 while queued there. */
	readonly progress: number;
}

/** The task is done and paid; its files are on the way. */
export interface Downloading {
	readonly kind: 'downloading';
	readonly task: TaskRef;
	readonly credits?: number;
	/** What the part file on disk is a beginning of. */
	readonly object?: RemoteObject;
	readonly staged?: StagedFile;
	/** Those of the task's files that are in the workspace already. */
	readonly landed?: readonly AssetFile[];
	readonly findings?: Findings;
	readonly wait?: DownloadWait;
	/** Tries in a row that brought nothing: the pauses grow with them. */
	readonly fruitless?: number;
	readonly refused?: RefusedFile;
}

/** Something outside must change first: a key, credits, the network, room on the disk. */
export interface Blocked {
	readonly kind: 'blocked';
	readonly error: JobError;
	readonly resume: Waiting | Running | Downloading;
}

/** The task is paid, and its files, where it has any that are wanted, are in the workspace. */
export interface Done {
	readonly kind: 'done';
	readonly task: TaskRef;
	readonly credits?: number;
	/** The first is the one that the user asked for. Empty where the result stays at the service, or has no file. */
	readonly files: readonly AssetFile[];
	readonly findings?: Findings;
}

/** The content check said no. Told apart from failure: sending the same again is no use. */
export interface Refused {
	readonly kind: 'refused';
	readonly error: JobError;
	readonly task?: TaskRef;
	readonly credits?: number;
}

/** Over without a result. With a `task`, it failed at the service. */
export interface Failed {
	readonly kind: 'failed';
	readonly error: JobError;
	readonly task?: TaskRef;
	readonly credits?: number;
}

/**
 * Stopped by the user. With a `task`, the service had it by then: Tripo has no cancel, so the task goes on
 * there, holds its slot and is charged if it succeeds. `outcome` is what became of it, once known.
 */
export interface Cancelled {
	readonly kind: 'cancelled';
	readonly task?: TaskRef;
	readonly outcome?: 'charged' | 'notCharged';
	readonly credits?: number;
	/** The task came to nothing: what it was charged, if anything, is due back. */
	readonly failed?: true;
	/** Given up while nobody could tell whether the service has the task: it may still be charged. */
	readonly doubt?: Pick<Uncertain, 'since' | keyof TaskOwner>;
}

/** Where a job is; `transition` says what can follow. */
export type JobState =
	| Waiting
	| Uploading
	| Submitting
	| Uncertain
	| Running
	| Downloading
	| Blocked
	| Done
	| Refused
	| Failed
	| Cancelled;

export type StateKind = JobState['kind'];

/** Where the files of a job go. */
export interface Destination {
	/** Absolute path. */
	readonly folder: string;
	/** File name without extension; a number is added when it is taken. */
	readonly name: string;
}

/** Jobs that were asked for together, shown as one row. */
export interface Group {
	readonly id: string;
	/** A `chain`'s jobs go on from each other; a `batch`'s only share the asking. */
	readonly kind: 'chain' | 'batch';
	readonly title: string;
}

/** The durable record of one request, from the click to the file on disk. */
export interface JobRecord {
	readonly schema: 2;
	/** Sorts by creation. */
	readonly id: string;
	/** Ms since the epoch. */
	readonly createdAt: number;
	/** Ms since the epoch of the last transition. */
	readonly changedAt: number;
	readonly provider: ProviderId;
	readonly request: JobRequest | AdoptedTask;
	readonly destination: Destination;
	/** The workspace folder that it is made for, by its absolute path: whose limit it counts against. */
	readonly workspace?: string;
	/** Credits; absent for a model whose price is not known. */
	readonly estimate?: number;
	/** What the request's local files held when it was sent; absent where it has none, or was not sent. */
	readonly inputs?: InputDigests;
	readonly group?: Group;
	/** False: a step whose result stays at the service for the next one, until somebody wants it. */
	readonly deliver?: false;
	/** 0 unless the user raised (above) or lowered (below) it. */
	readonly priority?: number;
	readonly state: JobState;
}

/** Whether the job's files are wanted; otherwise its result stays at the service, where the next step takes it up. */
export function keepsFiles({ deliver }: Pick<JobRecord, 'deliver'>): boolean {
	return deliver !== false;
}

/** The same as a record says it. */
export function deliverField(keep: boolean): Pick<JobRecord, 'deliver'> {
	return keep ? {} : { deliver: false };
}

/** The job's present task, if the service has or had one. */
export function taskOf(state: JobState): TaskRef | undefined {
	if (state.kind === 'blocked') return taskOf(state.resume);
	return 'task' in state ? state.task : undefined;
}

/** Who has, or may have, the job's task. */
export function ownerOf(state: JobState): TaskOwner | undefined {
	return taskOf(state) ?? ('account' in state ? state : undefined);
}

/** Credits that the service says the task cost; undefined while it is not known. */
export function creditsOf(state: JobState): number | undefined {
	if (state.kind === 'blocked') return creditsOf(state.resume);
	return 'credits' in state ? state.credits : undefined;
}

/** What holds the job up or ended it; undefined where nothing did. */
export function errorOf(state: JobState): JobError | undefined {
	return 'error' in state ? state.error : undefined;
}

/** The task whose result another job may go on from: it succeeded, wherever its files are by now. */
export function resultOf(state: JobState): TaskRef | undefined {
	if (state.kind === 'blocked') return resultOf(state.resume);
	return state.kind === 'downloading' || state.kind === 'done' ? state.task : undefined;
}

/** True when nothing will happen to the job without the user: it is final, or it needs them. */
export function isSettled(state: JobState): boolean {
	switch (state.kind) {
		case 'waiting':
		case 'uploading':
		case 'submitting':
		case 'running':
		case 'downloading':
			return false;
		case 'uncertain':
			return !isLookedUp(state);
		case 'blocked':
		case 'done':
		case 'refused':
		case 'failed':
		case 'cancelled':
			return true;
	}
}

/** In doubt, and nothing for the user to decide yet: the service is asked for the task. */
export function isLookedUp(state: JobState): boolean {
	return state.kind === 'uncertain' && state.looking === true;
}

/** True when the job counts as one of the account's concurrent tasks, as far as we know. */
export function holdsSlot(state: JobState): boolean {
	switch (state.kind) {
		case 'uploading':
		case 'submitting':
		case 'uncertain':
		case 'running':
			return true;
		case 'blocked':
			return state.resume.kind === 'running';
		case 'cancelled':
			return state.task !== undefined && state.outcome === undefined;
		default:
			return false;
	}
}

/** What local files hold, by their paths: lower-case hex of SHA-256. */
export type InputDigests = Readonly<Record<string, string>>;

/** What a download waits for between two tries. */
export type WaitsFor = 'fileHost' | 'service' | 'folder' | 'disk';

/** A job that is new, changed or (with `removed`) gone. */
export interface JobChange {
	readonly job: JobRecord;
	readonly removed: boolean;
}
