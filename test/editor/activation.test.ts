import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { PropsmithApi } from '../../src/host/api';
import { commandIds } from '../../src/host/contributions';

describe('activation', () => {
	it('returns the API', async () => {
		const extension = vscode.extensions.getExtension<PropsmithApi>('propsmith.propsmith');
		assert.ok(extension, 'the extension is not installed');
		const api = await extension.activate();
		assert.equal(api.apiVersion, 1);
		assert.deepEqual(api.jobs.list(), []);
	});

	it('registers every command', async () => {
		const commands = await vscode.commands.getCommands(true);
		const missing = Object.values(commandIds).filter((id) => !commands.includes(id));
		assert.deepEqual(missing, []);
	});
});
