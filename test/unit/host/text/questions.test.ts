import assert from 'node:assert/strict';
import { doubtQuestion } from '../../../../src/host/text/doubtQuestion';
import { stopGroupQuestion, stopQuestion } from '../../../../src/host/text/stopQuestion';
import { type SampleName, sampleStates } from '../../core/support/states';
import { batch, formatter, job } from '../support/jobs';

const { waiting, running, downloading, done, uncertain } = sampleStates;
const sandbox = { provider: 'sandbox' } as const;

describe('The question before a job is stopped', () => {
	const atStake: readonly string[] = ['running', 'downloading', 'downloading/delayed'];
	for (const [name, state] of Object.entries(sampleStates))
		it(`is ${atStake.includes(name) ? '' : 'not '}asked for ${name as SampleName}`, () => {
			assert.equal(stopQuestion(job(state)) !== undefined, atStake.includes(name));
			assert.equal(stopQuestion(job(state, sandbox)), undefined);
		});

	it('tells what each service does with a task', () => {
		const tripo = stopQuestion(job(running));
		assert.equal(tripo?.message, 'Stop “an oak barrel”?');
		assert.match(tripo.detail, /^The service cannot cancel a task: it goes on there/);
		const meshy = stopQuestion(job(running, { provider: 'meshy' }));
		assert.match(meshy?.detail ?? '', /^Meshy takes a task back only while it waits there/);
		assert.match(stopQuestion(job(downloading))?.detail ?? '', /^The task is finished and paid\./);
	});
});

describe('The question before a group is stopped', () => {
	const asked = (...states: (typeof sampleStates)[SampleName][]) =>
		stopGroupQuestion(states.map((state) => job(state, { group: batch })));

	it('counts what can be stopped', () => {
		assert.equal(asked(waiting, done)?.stop, 'Stop 1 Job');
		assert.equal(asked(waiting, waiting)?.stop, 'Stop 2 Jobs');
		assert.equal(asked(waiting)?.message, 'Stop “Village props”?');
		assert.equal(asked(done), undefined);
	});

	it('counts what may be charged all the same', () => {
		assert.match(asked(waiting, done)?.detail ?? '', /^None of them is paid/);
		assert.match(asked(waiting, running)?.detail ?? '', /^1 of them is at the service/);
		assert.match(asked(downloading, running)?.detail ?? '', /^2 of them are at the service/);
		assert.match(stopGroupQuestion([job(running, sandbox)])?.detail ?? '', /^None of them is paid/);
	});
});

describe('The question about a job in doubt', () => {
	it('has the facts: what is known, what the account has reserved, and what a second task may cost', () => {
		const state = { ...uncertain, error: { code: 'answerLost', detail: 'no task since 9:05' } } as const;
		const { message, detail } = doubtQuestion(job(state), { available: 80, frozen: 20 }, formatter);
		assert.equal(message, 'The service shows no task for “an oak barrel” yet.');
		assert.deepEqual(detail.split('\n'), [
			'Its answer was lost, so the service may have it: no task since 9:05.',
			'Your account has 80 Tripo API credits, and 20 credits reserved by unfinished tasks.',
			'Submitting again may cost about 20 Tripo API credits for a second task. Giving up sends nothing; “Retry” looks for it again.',
		]);
	});

	it('does without what is not known', () => {
		const { estimate: _, ...unpriced } = job(uncertain);
		assert.deepEqual(doubtQuestion(unpriced, undefined, formatter).detail.split('\n'), [
			'Its answer was lost, so the service may have it: it was not found.',
			'Submitting again may cost a second task. Giving up sends nothing; “Retry” looks for it again.',
		]);
	});
});
