import assert from 'node:assert/strict';
import { readRecord, recordSchema } from '../../../../../src/core/jobs/records/migrate';
import type { JobRecord } from '../../../../../src/core/model/jobRecord';

describe('Records of an older version', () => {
	const task = { id: 'task-1', submittedAt: 5000, account: 'acct' };
	const file = { path: '/out/a.glb', bytes: 10, sha256: 'ab' };
	const old = {
		schema: 1,
		id: 'job-1',
		createdAt: 1000,
		changedAt: 2000,
		provider: 'tripo',
		request: { operation: 'imageToModel', image: '/art/a.png', options: { pbr: true } },
		destination: { folder: '/out', name: 'a' },
		estimate: 30,
		batch: 'b-1',
		state: { kind: 'done', task, credits: 30, files: [file] },
	};
	const read = (record: object): JobRecord => {
		const found = readRecord(JSON.stringify(record));
		if (typeof found !== 'object') assert.fail(`it was read as ${found}`);
		return found;
	};

	it('of schema 1: the picture, the batch and the file keep their meaning', () => {
		const { batch: _, ...rest } = old;
		assert.deepEqual(read(old), {
			...rest,
			schema: recordSchema,
			request: { operation: 'imageToModel', images: ['/art/a.png'], options: { pbr: true } },
			group: { id: 'b-1', kind: 'batch', title: 'Several models' },
			state: { kind: 'done', task, credits: 30, files: [{ part: 'model', ...file }] },
		});
	});

	it('of schema 1: what was staged is still known to be whole, also when it was held up', () => {
		const staged = { partPath: '/out/.job-1.part', ...file };
		const downloading = { kind: 'downloading', task, staged };
		const whole = { ...downloading, staged: { part: 'model', last: true, ...staged } };
		assert.deepEqual(read({ ...old, state: downloading }).state, whole);
		const error = { code: 'diskFull' };
		assert.deepEqual(read({ ...old, state: { kind: 'blocked', error, resume: downloading } }).state, {
			...{ kind: 'blocked', error },
			resume: whole,
		});
	});

	it('that no version ever wrote are no records', () => {
		assert.equal(readRecord('{"schema":1,"id":"x"}'), undefined);
		assert.equal(readRecord('[]'), undefined);
		assert.equal(readRecord(JSON.stringify({ ...old, schema: recordSchema + 1 })), 'newer');
	});
});
