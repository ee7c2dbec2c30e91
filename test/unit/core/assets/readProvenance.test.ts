import assert from 'node:assert/strict';
import { provenanceText } from '../../../../src/core/assets/provenance';
import { readProvenance } from '../../../../src/core/assets/readProvenance';
import type { JobRequest } from '../../../../src/core/model/request';
import { jobIn, task } from '../support/states';

const request: JobRequest = {
	operation: 'multiviewToModel',
	views: { front: '/art/f.png', back: '/art/b.png' },
	options: { quad: true, part_names: ['lid'] },
};

describe('A sidecar, read again', () => {
	it('tells the task, the job, and what made it', () => {
		const expiresAt = Date.UTC(2026, 10, 25);
		const text = provenanceText({ ...jobIn({ kind: 'waiting' }), request }, { ...task, expiresAt }, 5, []);
		assert.deepEqual(readProvenance(text), {
			provider: 'tripo',
			jobId: 'job-1',
			taskId: 'task-1',
			expiresAt,
			origin: { provider: 'tripo', request: { ...request, views: { front: 'f.png', back: 'b.png' } } },
		});
	});

	it('does not guess what made a task that was adopted', () => {
		const adopted = {
			...jobIn({ kind: 'waiting' }),
			request: { operation: 'adoptTask', taskId: 't', options: {} },
		} as const;
		const read = readProvenance(provenanceText(adopted, task, undefined, []));
		assert.equal(read?.taskId, 'task-1');
		assert.equal('origin' in read, false);
	});

	it('tells what made an adopted task, where the service told', () => {
		const request = {
			operation: 'adoptTask',
			taskId: 'task-1',
			madeBy: 'rig',
			verified: true,
			options: {},
		} as const;
		const adopted = { ...jobIn({ kind: 'waiting' }), request };
		const read = readProvenance(provenanceText(adopted, task, undefined, []));
		assert.deepEqual(read?.origin, { provider: 'tripo', request });
	});

	for (const text of ['', '[]', '{', '{"provider":"acme"}', '{"provider":"tripo","jobId":"j","taskId":5}'])
		it(`is none: ${text || 'an empty file'}`, () => assert.equal(readProvenance(text), undefined));
});
