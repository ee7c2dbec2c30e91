import type { Balance } from '../model/account';
import type { JobRequest, Operation } from '../model/request';
import type { FoundTask, ListedTask, Motion, RecentTask, TaskKey, TaskSnapshot } from '../model/task';

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
