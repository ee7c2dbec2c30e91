import type { Step, StepResult } from './step';

/** A step that has run. */
export interface StepOutcome extends StepResult {
	name: string;
	seconds: number;
}

/** Runs the steps one after another; one that fails stops only those that need it, which then count as failed. */
export async function runSteps(steps: Step[]): Promise<StepOutcome[]> {
	const outcomes: StepOutcome[] = [];
	for (const step of steps) {
		console.log(`\n── ${step.name} ${'─'.repeat(60 - step.name.length)}`);
		const started = performance.now();
		const broken = outcomes.find((outcome) => step.needs?.includes(outcome.name) && outcome.failed > 0);
		const result = broken ? skipped(broken.name) : await attempt(step);
		outcomes.push({ ...result, name: step.name, seconds: (performance.now() - started) / 1000 });
	}
	return outcomes;
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
