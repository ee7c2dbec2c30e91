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

export interface GenerateRequest {
	/** The account; the chosen one when absent. */
	readonly provider?: 'tripo' | 'meshy' | 'sandbox';
	/** `textToModel`, `imageToModel` or `multiviewToModel`. */
	readonly operation: string;
	readonly prompt?: string;
	/**
	 * One picture for `imageToModel`. For `multiviewToModel` two to four: views are told by names such as
	 * `robot_front.png`, and by the order front, left, back, right where names tell nothing.
	 */
	readonly images?: readonly vscode.Uri[];
	/** A job id or task id to start from. No operation of this version takes one. */
	readonly source?: string;
	/** Under the provider's own parameter names, such as `face_limit`. */
	readonly options?: Readonly<Record<string, unknown>>;
	/** A folder. */
	readonly output?: vscode.Uri;
}

export interface JobHandle {
	readonly id: string;
	/** Settles when the job is final or needs the user; never rejects. */
	readonly done: Promise<JobInfo>;
}

export interface JobInfo {
	readonly id: string;
	readonly operation: string;
	/** One word of the state machine; the good end is `done`. */
	readonly state: string;
	readonly taskId?: string;
	/** 0 to 100. */
	readonly progress?: number;
	readonly files: vscode.Uri[];
	/** Credits. */
	readonly estimate?: number;
	/** Credits that the service says it took. */
	readonly credits?: number;
	readonly error?: { readonly code: string; readonly message: string };
}
