import assert from 'node:assert/strict';
import type { Connection } from '../../../../../src/core/accounts/accounts';
import { JobRunner } from '../../../../../src/core/jobs/runner/jobRunner';
import type { JobContext } from '../../../../../src/core/jobs/steps/context';
import { meshyTier } from '../../../../../src/core/providers/tiers';
import { DrivenClock } from '../../support/drivenClock';
import { RecordingLog } from '../../support/recordingLog';

describe('An account whose key changes twice in a row', () => {
	it('is the later one, though the earlier one answers last', async () => {
		const answers: ((account: string) => void)[] = [];
		const accounts: JobContext['accounts'] = {
			connect: () =>
				new Promise<Connection>((answer) =>
					answers.push((account) => answer({ account, provider: {} } as Connection)),
				),
			tier: () => meshyTier('pro', 1),
			onDidChange: () => ({ dispose() {} }),
		};
		const journal = { all: () => [] } as unknown as JobContext['journal'];
		const tools = { accounts, journal, clock: new DrivenClock(), random: () => 0, log: new RecordingLog() };
		const stopping = new AbortController();
		const driver = new JobRunner(tools as unknown as JobContext, stopping.signal, () => false);
		const used: string[] = [];
		const { slots } = driver.context.lane('meshy');
		slots.use = ({ account }) => void used.push(account);
		driver.accountChanged('meshy');
		driver.accountChanged('meshy');
		answers[1]?.('new');
		answers[0]?.('old');
		await new Promise((turn) => setImmediate(turn));
		assert.deepEqual(used, ['new']);
		stopping.abort();
	});
});
