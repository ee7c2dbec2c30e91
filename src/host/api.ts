import type * as vscode from 'vscode';

/** What `activate()` returns: for other extensions, scripts and tests. */
export interface PropsmithApi {
	readonly apiVersion: 1;
	/** Rejects when the request cannot be made or is not confirmed; nothing is sent then. */
	generate(request: GenerateRequest): Promise<JobHandle>;
	readonly jobs: {
		list(): JobInfo[];
		get(id: string): JobInfo | undefined;
		readonly onDidChange: vscode.Event<JobInfo>;
	};
}

/** What another extension or a script asks for. */
export interface GenerateRequest {
	/** The account; that of the source, else the chosen one, when absent. */
	readonly provider?: 'tripo' | 'meshy' | 'sandbox';
	/** Such as `textToModel`; README has the table of what each provider offers. */
	readonly operation: string;
	readonly prompt?: string;
	/**
	 * Pictures in the order in which they count. Where an operation takes views (`multiviewToModel`), those are told by
	 * names such as `robot_front.png`, and by the order front, left, back, right where names tell nothing.
	 */
	readonly images?: readonly vscode.Uri[];
	/**
	 * What to go on from: a job's id, a task's id, or a model file of this machine. A file with a sidecar stands for the
	 * task that made it, and is uploaded otherwise.
	 */
	readonly source?: string | vscode.Uri;
	/**
	 * Under the provider's own parameter names, such as `face_limit`. A picture is a Uri or an absolute path; where a
	 * parameter names a task (`motion_task_id`), a job's id will do.
	 */
	readonly options?: Readonly<Record<string, unknown>>;
	/** The title of a preset: its options and steps, where this request says nothing else. */
	readonly preset?: string;
	/** Steps that follow, each on the result of the one before it. Only files of the last one are fetched. */
	readonly then?: readonly GenerateStep[];
	/** So many variants, 1 to 100; each gets a seed of its own where the provider has seeds. */
	readonly count?: number;
	/** A folder; that of the source, else the one of the settings, when absent. */
	readonly output?: vscode.Uri;
}

/** A step that goes on from the result before it. */
export interface GenerateStep {
	readonly operation: string;
	readonly prompt?: string;
	readonly options?: Readonly<Record<string, unknown>>;
	/** Fetch the files of this step as well. */
	readonly keep?: boolean;
}

/** What a request became. */
export interface JobHandle {
	/** Of the last job: the end of a chain, the last variant. */
	readonly id: string;
	/** All jobs that the request became, in their order. */
	readonly jobs: readonly string[];
	/** Settles when all of them are final or need the user, with the last one; never rejects. */
	readonly done: Promise<JobInfo>;
}

/** A job as others see it. */
export interface JobInfo {
	readonly id: string;
	readonly operation: string;
	/** One word of the state machine; the good end is `done`. */
	readonly state: string;
	readonly taskId?: string;
	/** The same for all jobs that were asked for together. */
	readonly group?: string;
	/** 0 to 100. */
	readonly progress?: number;
	readonly files: vscode.Uri[];
	/** What an operation without files tells, such as `riggable`. */
	readonly findings?: Readonly<Record<string, string | number | boolean>>;
	/** Credits. */
	readonly estimate?: number;
	/** Credits that the service says it took. */
	readonly credits?: number;
	readonly error?: { readonly code: string; readonly message: string };
}
