import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { countTests } from '../harness/mochaReport';
import { markReporterLine } from '../harness/reporterLine';
import { writeReport } from '../harness/testReport';
import { trustTestAuthority } from './support/vscodeNetwork';

/**
 * Runs all `*.test.js` beside this module inside an extension host: what a desktop VS Code and a VS Code
 * server both call when this module is their extension test path. Rejects if a test failed or none ran.
 */
export async function run(): Promise<void> {
	process.setSourceMapsEnabled(true);
	// Before the first request of any test: VS Code looks for it once.
	trustTestAuthority();
	Mocha.reporters.Base.consoleLog = (...line: unknown[]) => console.log(markReporterLine(format(...line)));
	const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, forbidOnly: true, color: false });
	for (const file of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
		if (file.endsWith('.test.js')) {
			mocha.addFile(path.join(__dirname, file));
		}
	}
	const report = await countTests(mocha.run());
	await writeReport(report);
	if (report.failed > 0 || report.passed === 0) {
		throw new Error(`${report.passed} passed, ${report.failed} failed`);
	}
}
