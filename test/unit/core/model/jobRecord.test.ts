import assert from 'node:assert/strict';
import { holdsSlot, isSettled } from '../../../../src/core/model/jobRecord';
import { type SampleName, sampleStates } from '../support/states';

/** Law 3 counts slots by this table. */
const expected: Record<SampleName, { settled: boolean; slot: boolean }> = {
	waiting: { settled: false, slot: false },
	uploading: { settled: false, slot: true },
	submitting: { settled: false, slot: true },
	uncertain: { settled: true, slot: true },
	'uncertain/looking': { settled: false, slot: true },
	running: { settled: false, slot: true },
	downloading: { settled: false, slot: false },
	'downloading/delayed': { settled: false, slot: false },
	'blocked/waiting': { settled: true, slot: false },
	'blocked/running': { settled: true, slot: true },
	'blocked/downloading': { settled: true, slot: false },
	'blocked/refused file': { settled: true, slot: false },
	done: { settled: true, slot: false },
	'done/left at the service': { settled: true, slot: false },
	refused: { settled: true, slot: false },
	failed: { settled: true, slot: false },
	'cancelled/in doubt': { settled: true, slot: false },
	'cancelled/no task': { settled: true, slot: false },
	'cancelled/task goes on': { settled: true, slot: true },
	'cancelled/task ended': { settled: true, slot: false },
};

describe('Job states: who waits for whom', () => {
	for (const [name, { settled, slot }] of Object.entries(expected))
		it(`${name} is ${settled ? '' : 'not '}settled and holds ${slot ? 'a' : 'no'} slot`, () => {
			const state = sampleStates[name as SampleName];
			assert.equal(isSettled(state), settled);
			assert.equal(holdsSlot(state), slot);
		});
});
