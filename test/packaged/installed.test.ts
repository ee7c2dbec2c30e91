import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { PropsmithApi } from '../../src/host/api';
import { recordFigure } from '../harness/testReport';

describe('the installed package', () => {
	it('is what runs, not the repository', () => {
		const extension = vscode.extensions.getExtension('propsmith.propsmith');
		assert.ok(extension, 'the package is not installed');
		assert.match(extension.extensionPath, /[\\/]extensions[\\/]propsmith\.propsmith-/);
	});

	it('makes an asset with the sandbox', async () => {
		const extension = vscode.extensions.getExtension<PropsmithApi>('propsmith.propsmith');
		assert.ok(extension, 'the package is not installed');
		const api = await extension.activate();
		const delays = monitorEventLoopDelay({ resolution: 1 });
		delays.enable();
		const started = performance.now();
		await vscode.commands.executeCommand('propsmith.showLog');
		recordFigure('loadMs', performance.now() - started);
		recordFigure('longestBlockMs', delays.max / 1e6);
		delays.disable();
		const handle = await api.generate({
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'wooden crate',
		});
		const job = await handle.done;
		assert.equal(job.state, 'done', JSON.stringify(job.error));
		const model = job.files.find((file) => file.path.endsWith('.glb'));
		assert.ok(model, 'no model was written');
		assert.equal((await readFile(model.fsPath)).toString('latin1', 0, 4), 'glTF');
	});
});
