import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { PropsmithApi } from '../../src/host/api';
import { recordFigure } from '../harness/testReport';

describe('activation', () => {
	it('returns the API, and takes little time', async () => {
		const extension = vscode.extensions.getExtension<PropsmithApi>('propsmith.propsmith');
		assert.ok(extension, 'the extension is not installed');
		const started = performance.now();
		const api = await extension.activate();
		const activationMs = performance.now() - started;
		recordFigure('activationMs', activationMs);
		assert.equal(api.apiVersion, 1);
		assert.deepEqual(api.jobs.list(), []);
		assert.ok(activationMs < 1000, `activation took ${activationMs.toFixed(0)} ms`);
	});
});
