import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { commandIds } from '../../src/host/contributions';
import { gameFile, propsmith } from './support/propsmith';

/** Files of the extension that this host has loaded, without the hashes of their content. */
function loaded(): string[] {
	const own = vscode.extensions.getExtension('propsmith.propsmith')?.extensionPath ?? '';
	return Object.keys(require.cache)
		.filter((file) => file.startsWith(path.join(own, 'dist') + path.sep))
		.map((file) => path.basename(file).replace(/-[A-Z0-9]{8}\.js$/, '.js'));
}

describe('activation', () => {
	it('comes by itself and returns the API, and with nothing to do nothing else is loaded', async () => {
		const extension = vscode.extensions.getExtension('propsmith.propsmith');
		assert.ok(extension, 'the extension is not installed');
		const api = await propsmith();
		assert.equal(api.apiVersion, 1);
		assert.deepEqual(loaded(), ['extension.js']);
	});

	it('tells that there are no jobs, without a queue', async () => {
		const { jobs } = await propsmith();
		assert.deepEqual(jobs.list(), []);
		assert.equal(jobs.get('nothing'), undefined);
		assert.ok(loaded().includes('jobsOnDisk.js'));
		assert.ok(!loaded().includes('compose.js'));
	});

	it('registers every command', async () => {
		const commands = await vscode.commands.getCommands(true);
		const missing = Object.values(commandIds).filter((id) => !commands.includes(id));
		assert.deepEqual(missing, []);
		assert.ok(!loaded().includes('compose.js'));
	});

	it('loads the queue for a job, and no form', async () => {
		const api = await propsmith();
		const { done, id } = await api.generate({
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'small barrel',
			output: gameFile('activation'),
		});
		assert.equal(api.jobs.get(id)?.operation, 'textToModel');
		assert.equal((await done).state, 'done');
		assert.deepEqual(
			loaded()
				.filter((file) => file !== 'chunk.js' && file !== 'jobsOnDisk.js')
				.sort(),
			['compose.js', 'composeViews.js', 'extension.js', 'load.js', 'makeEngine.js'],
		);
	});

	it('loads the commands when one is run', async () => {
		await vscode.commands.executeCommand(commandIds.showLog);
		assert.ok(loaded().includes('composeCommands.js'));
	});
});
