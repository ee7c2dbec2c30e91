/** What a step of `npm test` comes to. */
export interface StepResult {
	passed: number;
	failed: number;
	/** Things measured on the way. */
	figures?: Record<string, number>;
}

/** One step of `npm test`. */
export interface Step {
	/** What it is called on the command line and in the table; `editor` also selects `editor-oldest`. */
	name: string;
	/** Steps without which this one has nothing to work on. */
	needs?: string[];
	/** Rejects, or reports failures, when something is wrong; either way later steps still run. */
	run(): Promise<StepResult>;
}
