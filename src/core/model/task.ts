import type { ErrorCode } from './errors';
import type { Operation } from './request';

/** Whose a task is. */
export interface TaskOwner {
	/** Names the key that made the task without telling it; only that key can read the task. */
	readonly account: string;
	/** Where the key works, such as `openapi.tripo3d.ai`; absent where nobody noted it. */
	readonly region?: string;
}

/** The owner alone, of something that has one. */
export function ownerIn({ account, region }: TaskOwner): TaskOwner {
	return region === undefined ? { account } : { account, region };
}

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
