import { exitWithTheRest } from './harness/lifetime';
import { buildStep } from './harness/steps/buildStep';
import { editorStep } from './harness/steps/editorStep';
import { mochaStep } from './harness/steps/mochaStep';
import { packageStep } from './harness/steps/packageStep';
import { runSteps } from './harness/steps/runSteps';
import { scriptStep } from './harness/steps/scriptStep';
import { selectSteps } from './harness/steps/selectSteps';
import { startStep } from './harness/steps/startStep';
import { summary } from './harness/steps/summary';
import { toolsStep } from './harness/steps/toolsStep';

/** Twice the cores of the smallest machine: tests wait as much as they work. */
const places = 4;

/** What takes longest comes first, after what it needs. */
const steps = [
	buildStep('build'),
	toolsStep('tools'),
	scriptStep('types', 'typecheck'),
	scriptStep('lint', 'lint'),
	mochaStep('ui', { filesAtOnce: 1, processes: 2, needs: ['build', 'tools'] }),
	editorStep('editor-newest', 'newest', ['build', 'tools']),
	editorStep('editor-oldest', 'oldest', ['build', 'tools']),
	packageStep('package', ['build', 'tools']),
	mochaStep('engine', { folder: 'service/engine', filesAtOnce: 8, processes: 2 }),
	mochaStep('crash'),
	mochaStep('service', { except: 'engine', filesAtOnce: 8, processes: 2 }),
	mochaStep('unit', { filesAtOnce: 30, processes: 2 }),
];

/** What is measured with nothing beside it. */
const lastStep = startStep('start', ['build', 'tools']);

/** `npm test` runs all steps, `npm test -- unit editor` those that are named. */
async function main(names: string[]): Promise<void> {
	exitWithTheRest();
	const started = performance.now();
	const selected = selectSteps([...steps, lastStep], names);
	const outcomes = await runSteps(
		selected.filter((step) => step !== lastStep),
		places,
	);
	if (selected.includes(lastStep)) outcomes.push(...(await runSteps([lastStep], 1)));
	console.log(summary(outcomes, (performance.now() - started) / 1000));
	process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 2;
});
