import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { AccountState } from '../../../src/core/jobs/runner/queue';
import type { JobChange } from '../../../src/core/model/jobRecord';
import { Follower } from '../../../src/core/windows/follower';
import { jobIn, sampleStates } from '../../unit/core/support/states';
import { tempFolders } from '../../unit/core/support/tempFolders';

describe('A window that follows', () => {
	const newFolder = tempFolders();

	it('hears of what the leader says in one breath with the jobs', async () => {
		const address = join(await newFolder(), 'leader.sock');
		const account = { provider: 'tripo', inUse: 1, limit: 10, waiting: 0, paused: false };
		const change = { job: jobIn(sampleStates.running), removed: false };
		const lines = [
			{ type: 'jobs', jobs: [], entries: [] },
			{ type: 'accounts', accounts: [account] },
			{ type: 'change', change },
		];
		const leader = createServer((socket) =>
			socket.on('data', () => socket.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))),
		);
		await new Promise<void>((listening) => leader.listen(address, listening));
		const follower = await Follower.connect(address, 'token', new AbortController().signal);
		assert.ok(follower);
		// As a window does that has something else to do first.
		await new Promise(setImmediate);
		const heard: { accounts?: readonly AccountState[]; changes: JobChange[] } = { changes: [] };
		follower.onDidChangeAccounts((accounts) => {
			heard.accounts = accounts;
		});
		follower.onDidChange((one) => heard.changes.push(one));
		follower.begin();
		assert.deepEqual(heard, { accounts: [account], changes: [change] });
		follower.dispose();
		await new Promise((closed) => leader.close(closed));
	});
});
