import type { TestFailure } from '../testReport';

/** What a step of `npm test` comes to. */
export interface StepResult {
	passed: number;
	failed: number;
	/** The tests among those that failed, where the step has tests. */
	failures?: TestFailure[];
	/** Things measured on the way. */
	figures?: Record<string, number>;
}

/** One step of `npm test`. */
export interface Step {
	/** What it is called on the command line and in the table; `editor` also selects `editor-oldest`. */
	name: string;
	/** Steps without which this one has nothing to work on. */
	needs?: string[];
	/** The step before it, if it runs at the same time as that: both wait more than they work. */
	beside?: string;
	/** Rejects, or reports failures, when something is wrong; either way later steps still run. */
	run(): Promise<StepResult>;
}
