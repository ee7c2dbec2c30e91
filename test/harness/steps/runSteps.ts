import { Places } from './places';
import type { Step, StepResult } from './step';

/** A step that has run. */
export interface StepOutcome extends StepResult {
	name: string;
	/** From the begin of its first piece of work to the end of its last, other steps beside it. */
	seconds: number;
}

/**
 * Runs the steps side by side, as far as there are places and as what they need is done. Their order is their rank. One
 * that fails stops only those that need it, which then count as failed.
 */
export async function runSteps(steps: Step[], places: number): Promise<StepOutcome[]> {
	const shared = new Places(places);
	const running = new Map<string, Promise<StepOutcome>>();
	for (const [rank, step] of steps.entries()) {
		const before = (step.needs ?? []).flatMap((name) => running.get(name) ?? []);
		running.set(step.name, outcomeOf(step, before, shared, rank));
	}
	return Promise.all(running.values());
}

async function outcomeOf(
	step: Step,
	before: readonly Promise<StepOutcome>[],
	places: Places,
	rank: number,
): Promise<StepOutcome> {
	const broken = (await Promise.all(before)).find(({ failed }) => failed > 0);
	let begun: number | undefined;
	const inPlace = <T>(work: () => Promise<T>): Promise<T> =>
		places.within(rank, () => {
			if (begun === undefined) console.log(`── ${step.name} ${'─'.repeat(60 - step.name.length)}`);
			begun ??= performance.now();
			return work();
		});
	const result = broken ? skipped(step.name, broken.name) : await attempt(() => step.run(inPlace));
	return { ...result, name: step.name, seconds: begun ? (performance.now() - begun) / 1000 : 0 };
}

async function attempt(run: () => Promise<StepResult>): Promise<StepResult> {
	try {
		return await run();
	} catch (error) {
		console.error(error instanceof Error ? (error.stack ?? error.message) : error);
		return { passed: 0, failed: 1 };
	}
}

function skipped(name: string, reason: string): StepResult {
	console.error(`${name} was not run, because ${reason} failed.`);
	return { passed: 0, failed: 1 };
}
