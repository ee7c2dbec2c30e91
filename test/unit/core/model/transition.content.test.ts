import assert from 'node:assert/strict';
import type { JobState } from '../../../../src/core/model/jobRecord';
import { creditsOf, errorOf, ownerOf, taskOf } from '../../../../src/core/model/jobRecord';
import { type JobEvent, transition } from '../../../../src/core/model/transition';
import { sampleEvents, sampleStates, staged, task } from '../support/states';

const through = (state: JobState, ...events: JobEvent[]): JobState => events.reduce(transition, state);

describe('State machine: what travels along', () => {
	it('keeps the moment and account of the POST as the task’s own', () => {
		const state = through(sampleStates.uploading, sampleEvents.sending, sampleEvents.accepted);
		assert.deepEqual(taskOf(state), task);
	});

	it('keeps them through doubt, so that the task can be looked for', () => {
		const state = through(
			sampleStates.uploading,
			{ type: 'sending', at: 77, account: 'mine' },
			sampleEvents.restarted,
		);
		assert.deepEqual(state, {
			kind: 'uncertain',
			since: 77,
			account: 'mine',
			error: { code: 'answerLost' },
			looking: true,
		});
		assert.equal(taskOf(transition(state, sampleEvents.accepted))?.submittedAt, 77);
	});

	it('keeps where the account is through doubt, because its slots are counted there', () => {
		const sending: JobEvent = { type: 'sending', at: 77, account: 'mine', region: 'api.test' };
		const doubt = through(sampleStates.uploading, sending, sampleEvents.answerLost);
		assert.equal(ownerOf(doubt)?.region, 'api.test');
		assert.equal(taskOf(transition(doubt, sampleEvents.accepted))?.region, 'api.test');
		const takenUp = through(doubt, sampleEvents.cancelled, sampleEvents.retried, sampleEvents.answerLost);
		assert.equal(ownerOf(takenUp)?.region, 'api.test');
	});

	it('never lets progress go back', () => {
		const state = transition(sampleStates.running, { type: 'progressed', progress: 3 });
		assert.equal(state.kind === 'running' && state.progress, 40);
	});

	it('keeps task and credits from the success to the end', () => {
		const state = through(
			sampleStates.running,
			{ type: 'succeeded', credits: 18.5 },
			sampleEvents.staged,
			sampleEvents.delivered,
		);
		assert.equal(creditsOf(state), 18.5);
		assert.deepEqual(taskOf(state), task);
	});

	it('tells unknown credits from none', () => {
		assert.equal(creditsOf(transition(sampleStates.running, { type: 'succeeded' })), undefined);
		assert.equal(creditsOf(transition(sampleStates.running, { type: 'succeeded', credits: 0 })), 0);
	});

	it('comes back from a blocked download with what was staged', () => {
		const state = through(
			sampleStates.downloading,
			sampleEvents.staged,
			sampleEvents.blocked,
			sampleEvents.retried,
		);
		assert.deepEqual(state, { ...sampleStates.downloading, staged });
	});

	it('says why it is blocked with the newest reason', () => {
		const state = transition(sampleStates['blocked/running'], {
			type: 'blocked',
			error: { code: 'keyRejected' },
		});
		assert.equal(errorOf(state)?.code, 'keyRejected');
		assert.deepEqual(taskOf(state), task);
	});

	it('knows that a cancelled download was paid', () => {
		assert.deepEqual(transition(sampleStates.downloading, sampleEvents.cancelled), {
			kind: 'cancelled',
			task,
			credits: 20,
			outcome: 'charged',
		});
	});

	it('does not change the state that it is given', () => {
		const before = structuredClone(sampleStates.running) as JobState;
		transition(before, sampleEvents.progressed);
		assert.deepEqual(before, sampleStates.running);
	});
});
