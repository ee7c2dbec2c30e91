import type { StepOutcome } from './runSteps';

/**
 * What stands at the end of `npm test`: what failed, once more, because it is far up by now; a table of the steps, what
 * was measured, and the sums as the last line. `seconds` is what the whole took.
 */
export function summary(outcomes: StepOutcome[], seconds: number): string {
	const figures: Record<string, number> = Object.assign(
		{},
		// What was measured on the newest VS Code counts, which comes before the oldest.
		...outcomes.map((outcome) => outcome.figures).reverse(),
	);
	const passed = sum(outcomes, (outcome) => outcome.passed);
	const failed = sum(outcomes, (outcome) => outcome.failed);
	return [
		...outcomes.flatMap(failureLines),
		'',
		row('step', 'seconds', 'passed', 'failed'),
		...outcomes.map((outcome) =>
			row(outcome.name, outcome.seconds.toFixed(1), String(outcome.passed), String(outcome.failed)),
		),
		'',
		...figureLines(figures),
		`Whole suite: ${seconds.toFixed(0)} s`,
		'',
		`${passed} passed, ${failed} failed`,
	].join('\n');
}

function failureLines({ name, failures = [] }: StepOutcome): string[] {
	return failures.flatMap(({ title, message }) => [
		'',
		`Failed in ${name}: ${title}`,
		message.replace(/^/gm, '  '),
	]);
}

function row(name: string, ...numbers: string[]): string {
	return name.padEnd(16) + numbers.map((text) => text.padStart(9)).join('');
}

function sum(outcomes: StepOutcome[], value: (outcome: StepOutcome) => number): number {
	return outcomes.reduce((total, outcome) => total + value(outcome), 0);
}

function figureLines(figures: Record<string, number>): string[] {
	const { startBytes, lateBytes, lateFiles, vsixBytes, vsixFiles, ...measured } = figures;
	const { activationMs, emptyActivationMs, activationOverMs, loadMs, longestBlockMs, ...others } = measured;
	const lines: string[] = [];
	if (startBytes !== undefined && lateBytes !== undefined) {
		const start = `${(startBytes / 1024).toFixed(1)} KB at the start`;
		lines.push(`Bundle: ${start}, ${kilobytes(lateBytes)} in ${lateFiles} files when needed`);
	}
	if (vsixBytes !== undefined) {
		lines.push(`VSIX: ${kilobytes(vsixBytes)} in ${vsixFiles} files`);
	}
	if (activationMs !== undefined && emptyActivationMs !== undefined && activationOverMs !== undefined) {
		const over = activationOverMs.toFixed(1);
		const both = `${activationMs.toFixed(1)} against ${emptyActivationMs.toFixed(1)} ms`;
		lines.push(`Activation: ${over} ms over an empty extension (${both}, medians of several windows)`);
	}
	if (loadMs !== undefined && longestBlockMs !== undefined) {
		const block = longestBlockMs.toFixed(0);
		lines.push(`Load of the rest: ${loadMs.toFixed(0)} ms, longest block of the event loop ${block} ms`);
	}
	return [...lines, ...Object.entries(others).map(([name, value]) => `${name}: ${Number(value.toFixed(2))}`)];
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1024).toFixed(0)} KB`;
}
