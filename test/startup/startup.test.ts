import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../harness/eventually';
import { recordFigure } from '../harness/testReport';

/** Ms that VS Code says an extension took: to load its code, to be called, and to finish. */
function activationMs(report: string, id: string): number | undefined {
	const rows = report.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
	const row = rows.find((cells) => cells[1] === id && cells.length > 7);
	return row
		?.slice(3, 6)
		.map(Number)
		.reduce((sum, ms) => sum + ms);
}

describe('the start of a window', () => {
	it('has a figure of VS Code’s own beside an empty extension', async () => {
		await vscode.commands.executeCommand('perfview.show');
		const times = await eventually('VS Code to tell what activations took', () => {
			const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
			const own = activationMs(report, 'propsmith.propsmith');
			const empty = activationMs(report, 'propsmith-tests.empty-extension');
			if (own !== undefined)
				console.log(report.slice(report.indexOf('## Extension Activation')).slice(0, 2500));
			return own === undefined || empty === undefined ? undefined : { own, empty };
		});
		assert.ok(Number.isFinite(times.own) && Number.isFinite(times.empty), JSON.stringify(times));
		recordFigure('activationMs', times.own);
		recordFigure('emptyActivationMs', times.empty);
	});
});
