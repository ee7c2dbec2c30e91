import type { Step, StepResult } from './step';

/** A step that has run. */
export interface StepOutcome extends StepResult {
	name: string;
	seconds: number;
}

/**
 * Runs the steps one after another, or side by side where they say so; one that fails stops only those that need it, which
 * then count as failed.
 */
export async function runSteps(steps: Step[]): Promise<StepOutcome[]> {
	const outcomes: StepOutcome[] = [];
	for (const row of inRows(steps)) {
		const names = row.map(({ name }) => name).join(', ');
		console.log(`\n── ${names} ${'─'.repeat(60 - names.length)}`);
		outcomes.push(...(await Promise.all(row.map((step) => outcomeOf(step, outcomes)))));
	}
	return outcomes;
}

/** The steps by when they run: those of a row at the same time. */
function inRows(steps: Step[]): Step[][] {
	const rows: Step[][] = [];
	for (const step of steps) {
		const row = rows.at(-1);
		if (row?.some(({ name }) => name === step.beside)) row.push(step);
		else rows.push([step]);
	}
	return rows;
}

async function outcomeOf(step: Step, before: readonly StepOutcome[]): Promise<StepOutcome> {
	const started = performance.now();
	const broken = before.find((outcome) => step.needs?.includes(outcome.name) && outcome.failed > 0);
	const result = broken ? skipped(broken.name) : await attempt(step);
	return { ...result, name: step.name, seconds: (performance.now() - started) / 1000 };
}

async function attempt(step: Step): Promise<StepResult> {
	try {
		return await step.run();
	} catch (error) {
		console.error(error instanceof Error ? (error.stack ?? error.message) : error);
		return { passed: 0, failed: 1 };
	}
}

function skipped(reason: string): StepResult {
	console.error(`Not run, because ${reason} failed.`);
	return { passed: 0, failed: 1 };
}
