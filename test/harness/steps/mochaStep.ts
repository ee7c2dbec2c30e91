import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../eventually';
import { runVariable } from '../namedLines';
import { type ProcessTree, spawnTree } from '../processTree';
import { projectRoot } from '../projectPaths';
import { readReport, reportVariable } from '../testReport';
import { within } from '../within';
import type { Step, StepResult } from './step';

const suiteLimitMs = 15 * 60_000;
const endLimitMs = 10_000;

/** The tests of a folder under `test/`, by default that of the step's name, run by mocha in plain Node. */
export function mochaStep(
	name: string,
	{ folder = name, ...options }: Pick<Step, 'needs' | 'beside'> & { folder?: string } = {},
): Step {
	return { name, ...options, run: () => runMocha(name, folder) };
}

async function runMocha(name: string, testFolder: string): Promise<StepResult> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-report-'));
	const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
	const reporter = path.join(projectRoot, 'test', 'harness', 'specWithReport.ts');
	const config = path.join(projectRoot, 'test', testFolder, '.mocharc.json');
	const tree = spawnTree(process.execPath, [mocha, '--reporter', reporter, '--config', config], {
		cwd: projectRoot,
		env: { ...process.env, [reportVariable]: folder, [runVariable]: name },
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	try {
		const reported = () => readReport(folder).catch(() => undefined);
		const over = async () =>
			tree.child.exitCode !== null || tree.child.signalCode !== null || (await reported());
		await eventually('mocha to report', over, suiteLimitMs);
		const leftover = await endsByItself(tree);
		const report = await reported();
		if (!report) {
			throw new Error('mocha ended before it reported anything');
		}
		return countAtLeastOne({ ...report, failed: report.failed + leftover });
	} finally {
		await tree.stop();
		await rm(folder, { recursive: true, force: true });
	}
}

/** Returns 1 if the tests are done but something they opened keeps the process alive: that is a fault too. */
async function endsByItself(tree: ProcessTree): Promise<number> {
	try {
		await within(
			endLimitMs,
			'mocha to end after its last test: some test leaves a server or timer open',
			tree.ended,
		);
		return 0;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return 1;
	}
}

/** A suite in which no test ran has failed: its files were not found. */
export function countAtLeastOne<T extends StepResult>(result: T): T {
	return result.passed + result.failed > 0 ? result : { ...result, failed: 1 };
}
