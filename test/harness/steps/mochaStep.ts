import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnTree } from '../processTree';
import { projectRoot } from '../projectPaths';
import { readReport, reportVariable } from '../testReport';
import type { Step, StepResult } from './step';

/** Tests that mocha runs in plain Node; `args` are its own arguments, by default those of `.mocharc.json`. */
export function mochaStep(name: string, args: string[] = [], needs: string[] = []): Step {
	return { name, needs, run: () => runMocha(args) };
}

async function runMocha(args: string[]): Promise<StepResult> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-report-'));
	const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
	const reporter = path.join(projectRoot, 'test', 'harness', 'specWithReport.ts');
	try {
		const tree = spawnTree(process.execPath, [mocha, '--reporter', reporter, ...args], {
			cwd: projectRoot,
			env: { ...process.env, [reportVariable]: folder },
			stdio: ['ignore', 'inherit', 'inherit'],
		});
		const exitCode = await tree.ended;
		const report = await readReport(folder);
		if (!report) {
			throw new Error(`mocha ended with ${exitCode} before it reported anything`);
		}
		return countAtLeastOne(report);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** A suite in which no test ran has failed: its files were not found. */
export function countAtLeastOne<T extends StepResult>(result: T): T {
	return result.passed + result.failed > 0 ? result : { ...result, failed: 1 };
}
