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

/** Does a piece of a step's work when there is a place for it: few go on at the same time. */
export type InPlace = <T>(work: () => Promise<T>) => Promise<T>;

/** One step of `npm test`. */
export interface Step {
	/** What it is called on the command line and in the table; `editor` also selects `editor-oldest`. */
	name: string;
	/** Steps before it without which this one has nothing to work on. */
	needs?: string[];
	/** Rejects, or reports failures, when something is wrong; either way other steps still run. */
	run(inPlace: InPlace): Promise<StepResult>;
}

/** What pieces of a step come to together. */
export function sumOf(results: readonly StepResult[]): StepResult {
	return {
		passed: results.reduce((sum, { passed }) => sum + passed, 0),
		failed: results.reduce((sum, { failed }) => sum + failed, 0),
		failures: results.flatMap(({ failures = [] }) => failures),
		figures: Object.assign({}, ...results.map(({ figures }) => figures)),
	};
}

/** A suite in which no test ran has failed: its files were not found. */
export function countAtLeastOne<T extends StepResult>(result: T): T {
	return result.passed + result.failed > 0 ? result : { ...result, failed: 1 };
}
