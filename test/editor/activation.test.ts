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

	it('does not load undici before something is sent', () => {
		const own = vscode.extensions.getExtension('propsmith.propsmith')?.extensionPath ?? '';
		const loaded = Object.keys(require.cache).filter(
			(file) => file.startsWith(own) && /[\\/]undici[\\/]/.test(file),
		);
		assert.deepEqual(
			loaded.filter((file) => !file.includes('code-server')),
			[],
		);
	});

	it('registers every command', async () => {
		const commands = await vscode.commands.getCommands(true);
		const missing = Object.values(commandIds).filter((id) => !commands.includes(id));
		assert.deepEqual(missing, []);
	});
});
