import assert from 'node:assert/strict';
import { IllegalTransition, type JobEvent, transition } from '../../../../src/core/model/transition';
import { type SampleName, sampleEvents, sampleStates } from '../support/states';

/** Every edge that there is; what is not here must throw. */
const edges: Record<SampleName, Partial<Record<JobEvent['type'], SampleName>>> = {
	waiting: {
		started: 'uploading',
		blocked: 'blocked/waiting',
		failed: 'failed',
		cancelled: 'cancelled/no task',
		restarted: 'waiting',
	},
	uploading: {
		started: 'uploading',
		sending: 'submitting',
		notMade: 'waiting',
		refused: 'refused',
		blocked: 'blocked/waiting',
		failed: 'failed',
		cancelled: 'cancelled/no task',
		restarted: 'waiting',
	},
	submitting: {
		accepted: 'running',
		notMade: 'waiting',
		answerLost: 'uncertain/looking',
		refused: 'refused',
		failed: 'failed',
		blocked: 'blocked/waiting',
		restarted: 'uncertain/looking',
	},
	uncertain: {
		lookStarted: 'uncertain/looking',
		accepted: 'running',
		notMade: 'waiting',
		retried: 'waiting',
		answerLost: 'uncertain',
		failed: 'failed',
		cancelled: 'cancelled/in doubt',
		restarted: 'uncertain',
	},
	'uncertain/looking': {
		accepted: 'running',
		notMade: 'waiting',
		retried: 'waiting',
		lookStarted: 'uncertain/looking',
		// The looks are over.
		answerLost: 'uncertain',
		failed: 'failed',
		cancelled: 'cancelled/in doubt',
		restarted: 'uncertain/looking',
	},
	running: {
		progressed: 'running',
		succeeded: 'downloading',
		refused: 'refused',
		failed: 'failed',
		blocked: 'blocked/running',
		cancelled: 'cancelled/task goes on',
		restarted: 'running',
	},
	downloading: {
		staged: 'downloading',
		landed: 'downloading',
		delivered: 'done',
		blocked: 'blocked/downloading',
		opened: 'downloading',
		delayed: 'downloading/delayed',
		resumed: 'downloading',
		doubted: 'downloading',
		failed: 'failed',
		cancelled: 'cancelled/task ended',
		restarted: 'downloading',
	},
	'downloading/delayed': {
		staged: 'downloading/delayed',
		landed: 'downloading',
		delivered: 'done',
		blocked: 'blocked/downloading',
		opened: 'downloading/delayed',
		delayed: 'downloading/delayed',
		resumed: 'downloading',
		doubted: 'downloading/delayed',
		failed: 'failed',
		cancelled: 'cancelled/task ended',
		restarted: 'downloading',
	},
	'blocked/waiting': {
		unblocked: 'waiting',
		retried: 'waiting',
		blocked: 'blocked/waiting',
		cancelled: 'cancelled/no task',
		restarted: 'blocked/waiting',
	},
	'blocked/running': {
		unblocked: 'running',
		retried: 'running',
		blocked: 'blocked/running',
		cancelled: 'cancelled/task goes on',
		restarted: 'blocked/running',
	},
	'blocked/downloading': {
		unblocked: 'downloading',
		retried: 'downloading',
		blocked: 'blocked/downloading',
		cancelled: 'cancelled/task ended',
		restarted: 'blocked/downloading',
	},
	'blocked/refused file': {
		unblocked: 'downloading',
		retried: 'downloading',
		kept: 'downloading',
		blocked: 'blocked/refused file',
		cancelled: 'cancelled/task ended',
		restarted: 'blocked/refused file',
	},
	done: {},
	'done/left at the service': { wanted: 'downloading' },
	// What the content check refused is never sent again unchanged.
	refused: { settled: 'refused' },
	failed: { retried: 'waiting', settled: 'failed' },
	'cancelled/no task': { retried: 'waiting', restarted: 'cancelled/no task' },
	// Never sent again without looking: the service may have it.
	'cancelled/in doubt': { retried: 'uncertain/looking', restarted: 'cancelled/in doubt' },
	'cancelled/task goes on': {
		retried: 'running',
		settled: 'cancelled/task ended',
		restarted: 'cancelled/task goes on',
	},
	'cancelled/task ended': {
		retried: 'running',
		settled: 'cancelled/task ended',
		restarted: 'cancelled/task ended',
	},
};

/** What two states must share to count as the same row of the table. */
function shape(state: ReturnType<typeof transition>): unknown {
	if (state.kind === 'blocked') return [state.kind, state.resume.kind];
	if (state.kind === 'cancelled')
		return [state.kind, state.task !== undefined, state.outcome !== undefined, state.doubt !== undefined];
	if (state.kind === 'uncertain') return [state.kind, state.looking === true];
	if (state.kind === 'downloading') return [state.kind, state.wait !== undefined];
	return [state.kind];
}

describe('State machine: the table of all edges', () => {
	for (const name of Object.keys(sampleStates) as SampleName[])
		for (const event of Object.values(sampleEvents)) {
			const target = edges[name][event.type];
			if (target)
				it(`${name} —${event.type}→ ${target}`, () =>
					assert.deepEqual(shape(transition(sampleStates[name], event)), shape(sampleStates[target])));
			else
				it(`${name} refuses ${event.type}`, () =>
					assert.throws(() => transition(sampleStates[name], event), IllegalTransition));
		}
});
