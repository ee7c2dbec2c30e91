import { exitWithTheRest } from './harness/lifetime';
import { buildStep } from './harness/steps/buildStep';
import { editorStep } from './harness/steps/editorStep';
import { mochaStep } from './harness/steps/mochaStep';
import { packageStep } from './harness/steps/packageStep';
import { runSteps } from './harness/steps/runSteps';
import { scriptStep } from './harness/steps/scriptStep';
import { selectSteps } from './harness/steps/selectSteps';
import { summary } from './harness/steps/summary';
import { toolsStep } from './harness/steps/toolsStep';

const steps = [
	scriptStep('types', 'typecheck'),
	scriptStep('lint', 'lint'),
	buildStep('build'),
	mochaStep('unit'),
	mochaStep('service', { beside: 'unit' }),
	mochaStep('engine', { folder: 'service/engine', beside: 'unit' }),
	mochaStep('crash', { beside: 'unit' }),
	toolsStep('tools'),
	editorStep('editor-newest', 'newest'),
	editorStep('editor-oldest', 'oldest', 'editor-newest'),
	mochaStep('ui', { needs: ['build'] }),
	packageStep('package'),
];

/** `npm test` runs all steps, `npm test -- unit editor` those that are named. */
async function main(names: string[]): Promise<void> {
	exitWithTheRest();
	const started = performance.now();
	const outcomes = await runSteps(selectSteps(steps, names));
	console.log(summary(outcomes, (performance.now() - started) / 1000));
	process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 2;
});
