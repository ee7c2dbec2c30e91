import type { ErrorCode } from '../model/errors';
import type { JobRequest, Operation } from '../model/request';

/** Accounts a job can run on. The sandbox speaks Tripo's protocol on this machine. */
export const providerIds = ['tripo', 'meshy', 'sandbox'] as const;
export type ProviderId = (typeof providerIds)[number];

/** Those that want a key, and credits. */
export const paidProviderIds = ['tripo', 'meshy'] as const satisfies readonly ProviderId[];
export type PaidProviderId = (typeof paidProviderIds)[number];

/** One file that a finished task offers. */
export interface Artifact {
	/** Names the file among the task's, the same at every renewal: `model`, `model-2`, `front`, `base_color`. */
	readonly part: string;
	/**
	 * A `companion` is of use only beside the model that refers to it. A `preview` comes with every task, a `thumbnail`
	 * only when it is asked for.
	 */
	readonly kind: 'model' | 'companion' | 'image' | 'preview' | 'thumbnail';
	/** What other files of the task call it (an OBJ its MTL, that its textures); it must keep this name. */
	readonly servedName?: string;
	/** A lease that may die within a minute: never stored, never logged. */
	readonly url: string;
	/**
	 * From the link's path, lower case and without the dot. A hint, for names that must be free: what the file is, its bytes
	 * tell.
	 */
	readonly extension: string;
}

/** A task as its service can be asked for it: some keep tasks of each operation apart. */
export interface TaskKey {
	readonly id: string;
	readonly operation: Operation;
}

/** What an operation without files tells, such as `riggable` and `rig_type`. */
export type Findings = Readonly<Record<string, string | number | boolean>>;

/** What the service says of a task at one moment. */
export type TaskSnapshot = {
	readonly taskId: string;
	/** What the task was made from, where the service tells it. */
	readonly prompt?: string;
} & (
	| {
			readonly status: 'queued' | 'running';
			/** 0 to 100. */
			readonly progress: number;
			/** Tasks that the service will take up before this one, where it tells. */
			readonly ahead?: number;
	  }
	| {
			readonly status: 'success';
			readonly credits?: number;
			readonly artifacts: readonly Artifact[];
			readonly findings?: Findings;
			/** Ms since the epoch at which the service forgets the task, where it tells. */
			readonly expiresAt?: number;
	  }
	| {
			readonly status: 'failed' | 'refused' | 'cancelled' | 'expired';
			readonly credits?: number;
			readonly detail?: string;
			/** Where the service says more of why it failed than that it did. */
			readonly code?: ErrorCode;
	  }
	/** A word that the service never documented, or its own `unknown`: neither success nor failure. */
	| { readonly status: 'unknown'; readonly word: string }
);

/** One of the account's newest tasks. */
export interface RecentTask {
	readonly taskId: string;
	/** Milliseconds since the epoch, by our own clock: the service's may be a day away. */
	readonly createdAt?: number;
	/** What it was made from, where the list tells it. */
	readonly prompt?: string;
}

/** One of the account's newest tasks, of any kind, as people choose among them. */
export interface ListedTask extends RecentTask {
	/** What made it, where that is known. */
	readonly operation?: Operation;
	readonly status?: TaskSnapshot['status'];
}

/** What an id alone leads to. */
export interface FoundTask {
	/** What made it, where the service tells. */
	readonly operation?: Operation;
	readonly snapshot: TaskSnapshot;
}

/** Credits: spendable, and reserved by unfinished tasks. May have two decimals. */
export interface Balance {
	readonly available: number;
	readonly frozen: number;
}

/** A motion that the service has ready for any rigged figure. */
export interface Motion {
	/** By which requests name it. */
	readonly id: number;
	/** As the service has it, such as `Patrol_Walk`. */
	readonly name: string;
	readonly category?: string;
	/** Finer than the category. */
	readonly kind?: string;
}

/** Which motions are asked for; all when nothing is said. */
export interface MotionQuery {
	/** A part of the name. */
	readonly search?: string;
	readonly category?: string;
}

/** A local file's stand-in at the service, good for a submit. Tokens are short-lived and never stored. */
export type FileToken = string;

/** What went up for a request. */
export interface Uploaded {
	/** By the path that the request names. */
	readonly tokens: ReadonlyMap<string, FileToken>;
	/** SHA-256 of the local files among it, by the path that the request names. */
	readonly digests?: Readonly<Record<string, string>>;
	/** What each of them is by its bytes, by its path: an extension, lower case. */
	readonly extensions?: ReadonlyMap<string, string>;
	/** Of the task that it goes on from, where the service takes no id of it. */
	readonly sourcePicture?: FileToken;
}

/** A request whose files are uploaded and whose source is known: everything the paid POST needs. */
export interface PreparedRequest extends Uploaded {
	readonly request: JobRequest;
	/** The task that it goes on from, where the service takes its id. */
	readonly sourceTaskId?: string;
	/** The tasks of jobs that options name, by the jobs' ids. */
	readonly taskIds?: ReadonlyMap<string, string>;
}

/** Makes one of several calls that a method needs, when it is that call's turn. */
export type InTurn = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * One account at one service. Each method is one call, sent once: the engine repeats the free ones, at the account's
 * pace. All reject with a ServiceError, a TransportError, the signal's reason, or, for what need not even be sent, a
 * PropsmithError.
 */
export interface Provider {
	/** The service is reached over plain HTTP, as one on this machine or in a lab: its links may be as well. */
	readonly overHttp?: boolean;
	/** Uploads a picture or a model file; free. */
	upload(bytes: Uint8Array, fileName: string, signal: AbortSignal): Promise<FileToken>;
	/** The paid POST, once; answers the new task's id. */
	submit(prepared: PreparedRequest, signal: AbortSignal): Promise<string>;
	task(task: TaskKey, signal: AbortSignal): Promise<TaskSnapshot>;
	/**
	 * Up to 100 tasks in one call, by id; one that the service does not know is missing. Absent where the service has
	 * no such call.
	 */
	tasks?(tasks: readonly TaskKey[], signal: AbortSignal): Promise<ReadonlyMap<string, TaskSnapshot>>;
	/**
	 * The task's snapshots as the service sends them, the last with its result; lost connections are made anew inside.
	 * Absent where the service only answers questions.
	 */
	watch?(task: TaskKey, signal: AbortSignal, inTurn?: InTurn): AsyncIterable<TaskSnapshot>;
	/**
	 * Takes a task back that the service has not begun, with its credits; false when it is too late. Absent where the
	 * service has no such call.
	 */
	takeBack?(task: TaskKey, signal: AbortSignal, inTurn?: InTurn): Promise<boolean>;
	balance(signal: AbortSignal): Promise<Balance>;
	/** The service's library of motions, in its order; free. Absent where requests name motions otherwise. */
	motions?(query: MotionQuery, signal: AbortSignal): Promise<readonly Motion[]>;
	/** The task that has an id, whatever made it; free. Absent where nobody can tell. */
	find?(taskId: string, signal: AbortSignal, inTurn?: InTurn): Promise<FoundTask>;
	/** The account's newest tasks of all operations, newest first; free. Absent where there is no such list. */
	history?(signal: AbortSignal, inTurn?: InTurn): Promise<readonly ListedTask[]>;
	/** The newest tasks of an operation, newest first, to look through for one whose id was lost. */
	recentTasks(operation: Operation, signal: AbortSignal): Promise<readonly RecentTask[]>;
}

/** What a refusal means for the engine; the words for the user follow from `code`. */
export type ServiceErrorKind =
	/** Too many requests a second: wait and send again. */
	| 'rate'
	/** The account's tasks are at their limit: wait for one to end. */
	| 'busy'
	/** The service says that it is not there at the moment and took nothing (503). */
	| 'unavailable'
	/** Anything that repeating does not mend; see `code`. */
	| 'refused'
	/** An answer that leaves open whether the request was carried out (500, 502, 504, not JSON, …). */
	| 'unclear';

/** The service answered, and not with what was asked for. */
export class ServiceError extends Error {
	override readonly name = 'ServiceError';
	readonly detail?: string;
	readonly requestId?: string;
	/** Ms that the service asks us to wait. */
	readonly retryAfterMs?: number;

	constructor(
		readonly kind: ServiceErrorKind,
		readonly code: ErrorCode,
		/** HTTP status. */
		readonly status: number,
		extra: {
			detail?: string | undefined;
			requestId?: string | undefined;
			retryAfterMs?: number | undefined;
		} = {},
	) {
		super(`${status} ${code}${extra.detail ? `: ${extra.detail}` : ''}`);
		if (extra.detail) this.detail = extra.detail;
		if (extra.requestId) this.requestId = extra.requestId;
		if (extra.retryAfterMs !== undefined) this.retryAfterMs = extra.retryAfterMs;
	}
}
