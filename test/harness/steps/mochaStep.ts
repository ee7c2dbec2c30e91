import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleNodeTests, type NodeTests } from '../bundleNodeTests';
import { eventually } from '../eventually';
import { runVariable } from '../namedLines';
import { type ProcessTree, spawnTree } from '../processTree';
import { projectRoot } from '../projectPaths';
import { readReport, reportVariable } from '../testReport';
import { within } from '../within';
import { countAtLeastOne, type InPlace, type Step, type StepResult, sumOf } from './step';

const suiteLimitMs = 30 * 60_000;
const endLimitMs = 60_000;
const testLimitMs = 300_000;

/** How the tests of a folder are run. */
interface MochaOptions extends Pick<Step, 'needs'> {
	/** Under `test/`, by default that of the step's name. */
	folder?: string;
	/** A folder in it whose tests are another step's. */
	except?: string;
	/** How many files of tests one process runs, one after the other; by default all. */
	filesAtOnce?: number;
	/** How many of its processes may run at the same time. */
	processes?: number;
}

/** The tests of a folder, run by mocha in plain Node. */
export function mochaStep(name: string, options: MochaOptions = {}): Step {
	const { folder = name, except, filesAtOnce, processes = 1, needs = [] } = options;
	const run = async (inPlace: InPlace): Promise<StepResult> => {
		const tests = await bundleNodeTests(folder, except);
		try {
			const parts = partsOf(tests.files, filesAtOnce ?? tests.files.length);
			const results: StepResult[] = [];
			const lane = async (): Promise<void> => {
				for (let part = parts.shift(); part; part = parts.shift()) {
					const files = part;
					results.push(await inPlace(() => runMocha(name, tests, files)));
				}
			};
			await Promise.all(Array.from({ length: processes }, lane));
			return countAtLeastOne(sumOf(results));
		} finally {
			await tests.remove();
		}
	};
	return { name, needs, run };
}

/** Neighbours come into different parts: they take about as long as each other. */
function partsOf(files: readonly string[], most: number): string[][] {
	const count = Math.ceil(files.length / Math.max(1, most));
	return Array.from({ length: count }, (_, part) => files.filter((_, index) => index % count === part));
}

async function runMocha(name: string, tests: NodeTests, files: readonly string[]): Promise<StepResult> {
	const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-report-'));
	const mocha = path.join(projectRoot, 'node_modules', 'mocha', 'bin', 'mocha.js');
	const how = [
		'--no-config',
		'--forbid-only',
		'--timeout',
		String(testLimitMs),
		'--reporter',
		tests.reporter,
	];
	const tree = spawnTree(process.execPath, [mocha, '--enable-source-maps', ...how, ...files], {
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
		return { ...report, failed: report.failed + leftover };
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
