import assert from 'node:assert/strict';
import { cancelRemoteTask } from '../../../../../src/core/jobs/steps/cancelRemoteTask';
import { PropsmithError } from '../../../../../src/core/model/errors';
import { RecordingLog } from '../../support/recordingLog';

describe('Taking a task back', () => {
	it('never rejects, not even for a job that is removed at that moment: nobody waits for it', async () => {
		const log = new RecordingLog();
		const journal = {
			get: () => {
				throw new PropsmithError('jobUnknown', { detail: 'job-1' });
			},
			find: () => undefined,
			apply: () => assert.fail('there is no job'),
		};
		const account = { connect: () => assert.fail('nothing is asked for') };
		await cancelRemoteTask({ account, journal, log }, 'job-1', new AbortController().signal);
		assert.match(log.text, /not taken back: jobUnknown/);
	});
});
