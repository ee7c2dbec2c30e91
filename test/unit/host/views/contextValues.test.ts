import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { groupContextValue, jobContextValue } from '../../../../src/host/views/contextValues';
import { type SampleName, sampleStates } from '../../core/support/states';
import { batch, job } from '../support/jobs';

const expected: Readonly<Record<SampleName, string>> = {
	waiting: 'job cancel waiting',
	uploading: 'job cancel',
	submitting: 'job cancel',
	uncertain: 'job cancel retry error',
	'uncertain/looking': 'job cancel',
	running: 'job cancel',
	downloading: 'job cancel next',
	'downloading/delayed': 'job cancel retry next',
	'blocked/waiting': 'job cancel retry error remove',
	'blocked/running': 'job cancel retry error',
	'blocked/refused file': 'job cancel retry error keep next remove',
	'blocked/downloading': 'job cancel retry error next remove',
	done: 'job edit file next remove',
	'done/left at the service': 'job edit next remove',
	refused: 'job edit refused error remove',
	failed: 'job retry edit error remove',
	'cancelled/no task': 'job retry edit remove',
	'cancelled/in doubt': 'job retry edit remove',
	'cancelled/task goes on': 'job retry edit',
	'cancelled/task ended': 'job retry edit remove',
};

describe('What a row offers in its menu', () => {
	for (const [name, state] of Object.entries(sampleStates))
		it(`of a job that is ${name}`, () =>
			assert.equal(jobContextValue(job(state)), expected[name as SampleName]));

	it('of a step whose result was left at the service', () => {
		const left = job(sampleStates['done/left at the service'], { deliver: false });
		assert.equal(jobContextValue(left), 'job edit fetch next remove');
	});

	it('of a task that was not asked for here', () => {
		const request = { operation: 'adoptTask', taskId: 'abc', options: {} } as const;
		assert.equal(jobContextValue(job(sampleStates.failed, { request })), 'job error remove');
	});

	it('of a group is what some of its jobs offer, but removes all or none', () => {
		const group = (...states: JobRecord['state'][]): string =>
			groupContextValue(states.map((state) => job(state, { group: batch })));
		const { waiting, failed, done } = sampleStates;
		assert.equal(group(waiting, failed), 'group cancel retry');
		assert.equal(group(failed, done), 'group retry remove');
		assert.equal(group(done, done), 'group remove');
		assert.equal(group(waiting, done), 'group cancel');
	});

	it('is said in words that package.json asks for, and it asks for no others', () => {
		const manifest = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8'));
		const clauses: string[] = Object.values<{ when?: string }[]>(manifest.contributes.menus)
			.flat()
			.map(({ when = '' }) => when);
		const asked = clauses.flatMap((when) =>
			[...when.matchAll(/viewItem =~ \/(.*?)\/(?=$| )/g)].flatMap(([, pattern = '']) => [
				...pattern.replace(/\\b/g, ' ').matchAll(/[a-z]{2,}/g),
			]),
		);
		const words = new Set(Object.values(expected).flatMap((value) => value.split(' ')));
		for (const word of ['group', 'fetch', 'asset', 'section']) words.add(word);
		assert.ok(asked.length > 10, `${asked.length} words`);
		for (const [word] of asked) assert.ok(words.has(word), word);
	});
});
