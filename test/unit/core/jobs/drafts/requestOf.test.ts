import assert from 'node:assert/strict';
import { draftJobs } from '../../../../../src/core/jobs/drafts/draft';
import { requestOf } from '../../../../../src/core/jobs/drafts/requestOf';
import type { GenerateRequest } from '../../../../../src/core/model/generateRequest';
import type { JobRecord } from '../../../../../src/core/model/jobRecord';
import { jobIn } from '../../support/states';

const knight: GenerateRequest = {
	provider: 'tripo',
	operation: 'textToModel',
	prompt: 'knight',
	options: { model: 'v3.1-20260211' },
	folder: '/out',
};

/** The records that a request becomes. */
function recordsOf(request: GenerateRequest): JobRecord[] {
	return draftJobs([request], () => undefined).map((draft, index): JobRecord => {
		const { source } = draft.request;
		const before =
			source?.kind === 'step' ? { source: { kind: 'job', id: `j${source.index}` } as const } : {};
		const { schema, createdAt, changedAt, state } = jobIn({ kind: 'waiting' });
		const request = { ...draft.request, ...before };
		return { schema, createdAt, changedAt, state, ...draft, id: `j${index}`, request };
	});
}

function again(records: readonly JobRecord[], at = 0): GenerateRequest | undefined {
	const job = records[at];
	return job && requestOf(job, records);
}

describe('The request that jobs were made of', () => {
	it('is the one that it was, with the same files kept', () => {
		const chain: GenerateRequest = {
			...knight,
			keep: true,
			followUps: [
				{ operation: 'rig', options: {} },
				{ operation: 'retarget', options: { animation: 'preset:walk' } },
			],
		};
		const records = recordsOf(chain);
		assert.deepEqual(
			records.map(({ deliver }) => deliver),
			[undefined, false, undefined],
		);
		const made = again(records);
		assert.equal(made?.keep, true);
		assert.deepEqual(
			made.followUps?.map(({ operation, keep }) => [operation, keep]),
			[
				['rig', undefined],
				['retarget', undefined],
			],
		);
		const second = recordsOf(made);
		assert.deepEqual(
			second.map(({ request, deliver }) => [request, deliver]),
			records.map(({ request, deliver }) => [request, deliver]),
		);
	});

	it('begins with the job that is asked for', () => {
		const records = recordsOf({ ...knight, followUps: [{ operation: 'rig' }] });
		const { operation, source, followUps, folder } = again(records, 1) ?? {};
		assert.deepEqual(
			{ operation, source, followUps, folder },
			{ operation: 'rig', source: { kind: 'job', id: 'j0' }, followUps: [], folder: '/out' },
		);
	});

	it('is none for a task that was adopted', () => {
		const job = jobIn({ kind: 'waiting' });
		const adopted = { ...job, request: { operation: 'adoptTask', taskId: 't', options: {} } } as const;
		assert.equal(requestOf(adopted, [adopted]), undefined);
	});
});
