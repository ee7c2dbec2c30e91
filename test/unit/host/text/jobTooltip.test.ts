import assert from 'node:assert/strict';
import { describeError } from '../../../../src/core/model/errors';
import type { JobRecord, JobState } from '../../../../src/core/model/jobRecord';
import { jobStatus } from '../../../../src/host/text/jobText';
import { jobTooltipText } from '../../../../src/host/text/jobTooltip';
import { sampleStates, task } from '../../core/support/states';
import { file, formatter, job } from '../support/jobs';

function linesOf(state: JobState, changes: Partial<JobRecord> = {}) {
	return jobTooltipText(job(state, changes), formatter).lines;
}

function valuesOf(label: string, state: JobState, changes: Partial<JobRecord> = {}): string[] {
	return linesOf(state, changes).flatMap(([name, value]) => (name === label ? [value] : []));
}

describe('The tooltip of a job', () => {
	for (const [name, state] of Object.entries(sampleStates))
		it(`of ${name} has its title, state, account and start, and no empty line`, () => {
			const { title, lines } = jobTooltipText(job(state), formatter);
			assert.equal(title, 'an oak barrel');
			assert.deepEqual(lines[0], ['State', jobStatus(job(state), formatter)]);
			assert.deepEqual(valuesOf('Account', state), [
				'Tripo (Tripo API credits; Studio credits are another wallet)',
			]);
			assert.deepEqual(lines.at(-1), ['Started', formatter.dateTime(1000)]);
			for (const [label, value] of lines) assert.ok(label !== '' && value !== '', label);
		});

	it('has the bare state where there is no more to say', () => {
		assert.deepEqual(valuesOf('State', { kind: 'done', task, files: [] }), ['done']);
	});

	it('explains what went wrong, but not while the task is still looked for', () => {
		const { uncertain, failed } = sampleStates;
		assert.deepEqual(valuesOf('What happened', failed), [describeError(failed.error)]);
		assert.deepEqual(valuesOf('What happened', uncertain), [describeError(uncertain.error)]);
		assert.deepEqual(valuesOf('What happened', sampleStates['uncertain/looking']), []);
		assert.deepEqual(valuesOf('What happened', sampleStates.running), []);
	});

	it('explains what a download waits for', () => {
		assert.deepEqual(valuesOf('What happened', sampleStates['downloading/delayed']), [
			describeError({ code: 'downloadBroken' }),
		]);
	});

	it('has what the check found wrong with each file that was kept', () => {
		const files = [file(), file({ path: '/out/a.unchecked.glb', unchecked: 'cut short' })];
		assert.deepEqual(valuesOf('Check', { kind: 'done', task, files }), ['a.unchecked.glb: cut short']);
	});

	it('has the model that the service was asked for', () => {
		const request = { operation: 'textToModel', prompt: 'a', options: { model: 'P1-20260311' } } as const;
		assert.deepEqual(valuesOf('Model', sampleStates.running, { request }), ['P1-20260311']);
		assert.deepEqual(valuesOf('Model', sampleStates.running), []);
		const meshy = { operation: 'textToModel', prompt: 'a', options: { ai_model: 'meshy-6' } } as const;
		assert.deepEqual(valuesOf('Model', sampleStates.running, { request: meshy, provider: 'meshy' }), [
			'meshy-6',
		]);
	});

	it('has estimate and charge, and by how much they differ for what was made', () => {
		const { done, running } = sampleStates;
		assert.deepEqual(valuesOf('Estimate', running), ['20 credits']);
		assert.deepEqual(valuesOf('Charged', running), []);
		assert.deepEqual(valuesOf('Charged', done), ['20 credits']);
		assert.deepEqual(valuesOf('Charged', done, { estimate: 15 }), [
			'20 credits, 5 credits more than estimated',
		]);
		assert.deepEqual(valuesOf('Charged', { kind: 'failed', error: { code: 'taskFailed' }, credits: 5 }), [
			'5 credits',
		]);
	});

	it('says nothing of money in the sandbox', () => {
		const { done } = sampleStates;
		const sandbox = { provider: 'sandbox' } as const;
		assert.deepEqual(valuesOf('Account', done, sandbox), ['Sandbox (free placeholder models)']);
		assert.deepEqual([...valuesOf('Estimate', done, sandbox), ...valuesOf('Charged', done, sandbox)], []);
	});

	it('has the id of the task as soon as there is one', () => {
		assert.deepEqual(valuesOf('Task', sampleStates.waiting), []);
		assert.deepEqual(valuesOf('Task', sampleStates['blocked/running']), ['task-1']);
	});
});
