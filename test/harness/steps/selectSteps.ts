import type { Step } from './step';

/** The steps that the names select, in their usual order, with the steps that those need. No name selects all. */
export function selectSteps(steps: Step[], names: string[]): Step[] {
	if (names.length === 0) {
		return steps;
	}
	const unknown = names.filter((name) => !steps.some((step) => isCalled(step, name)));
	if (unknown.length > 0) {
		throw new Error(
			`No step is called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}`,
		);
	}
	const chosen = steps.filter((step) => names.some((name) => isCalled(step, name)));
	const needed = new Set(chosen.flatMap((step) => [step.name, ...(step.needs ?? [])]));
	return steps.filter((step) => needed.has(step.name));
}

function isCalled(step: Step, name: string): boolean {
	return step.name === name || step.name.startsWith(`${name}-`);
}
