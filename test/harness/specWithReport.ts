import { format } from 'node:util';
import Mocha, { type MochaOptions, type Runner } from 'mocha';
import { countTests } from './mochaReport';
import { namedLines, runVariable } from './namedLines';
import { writeReport } from './testReport';

/** Mocha's usual output, and the counts for whoever started the tests. */
class SpecWithReport extends Mocha.reporters.Spec {
	private readonly counts: ReturnType<typeof countTests>;

	constructor(runner: Runner, options: MochaOptions) {
		super(runner, options);
		this.counts = countTests(runner);
	}

	override done(failures: number, end: (failures: number) => void): void {
		this.counts.then(writeReport).finally(() => end(failures));
	}
}

const run = process.env[runVariable];
if (run) Mocha.reporters.Base.consoleLog = (...args) => console.log(namedLines(run, format(...args)));

// Mocha takes a reporter only as what `require` returns.
module.exports = SpecWithReport;
