import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../harness/eventually';
import { recordFigure } from '../harness/testReport';

const loads = 7;

/** Ms that VS Code says an activation took: the call, and until it was finished. */
function activationMs(report: string, id: string): number | undefined {
	const rows = report.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
	const row = rows.find((cells) => cells[1] === id && cells.length > 7);
	return row && Number(row[4]) + Number(row[5]);
}

/**
 * Ms to load an extension's code anew. VS Code's own figure is of no use for this: several extensions load at the same
 * time, and each is charged with what the others take.
 */
function loadMs({ extensionPath, packageJSON }: vscode.Extension<unknown>): number {
	const file = require.resolve(path.join(extensionPath, packageJSON.main));
	const cached = require.cache[file];
	assert.ok(cached, `${file} was not loaded`);
	delete require.cache[file];
	const started = performance.now();
	require(file);
	const ms = performance.now() - started;
	require.cache[file] = cached;
	return ms;
}

function medianOf(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe('the start of a window', () => {
	it('is measured beside that of an empty extension', async () => {
		const own = vscode.extensions.getExtension('propsmith.propsmith');
		const empty = vscode.extensions.getExtension('propsmith-tests.empty-extension');
		assert.ok(own && empty, 'both must be installed');
		await vscode.commands.executeCommand('perfview.show');
		const called = await eventually('VS Code to tell what both activations took', () => {
			const report = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
			const times = [activationMs(report, own.id), activationMs(report, empty.id)];
			return times.every(Number.isFinite) && (times as number[]);
		});
		const pairs = Array.from({ length: loads }, () => [loadMs(empty), loadMs(own)] as const);
		const ownMs = medianOf(pairs.map(([, ms]) => ms)) + (called[0] ?? 0);
		const emptyMs = medianOf(pairs.map(([ms]) => ms)) + (called[1] ?? 0);
		recordFigure('activationMs', ownMs);
		recordFigure('emptyActivationMs', emptyMs);
		recordFigure('activationOverMs', ownMs - emptyMs);
	});
});
