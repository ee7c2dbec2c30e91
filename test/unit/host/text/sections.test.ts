import assert from 'node:assert/strict';
import {
	formatAttention,
	groupSection,
	type JobSection,
	jobSections,
	needsUser,
	sectionLabels,
	sectionOf,
} from '../../../../src/host/text/sections';
import { type SampleName, sampleStates } from '../../core/support/states';
import { job, rigJob } from '../support/jobs';

const expected: Readonly<Record<SampleName, JobSection>> = {
	waiting: 'waiting',
	uploading: 'running',
	submitting: 'running',
	uncertain: 'needsAttention',
	'uncertain/looking': 'running',
	running: 'running',
	downloading: 'running',
	'downloading/delayed': 'running',
	'blocked/waiting': 'needsAttention',
	'blocked/running': 'needsAttention',
	'blocked/refused file': 'needsAttention',
	'blocked/downloading': 'needsAttention',
	done: 'done',
	'done/left at the service': 'done',
	refused: 'needsAttention',
	failed: 'needsAttention',
	'cancelled/no task': 'done',
	'cancelled/in doubt': 'done',
	'cancelled/task goes on': 'done',
	'cancelled/task ended': 'done',
};

describe('The sections of the Jobs view', () => {
	for (const [name, state] of Object.entries(sampleStates))
		it(`have ${name} under ${expected[name as SampleName]}`, () => {
			const section = expected[name as SampleName];
			assert.equal(sectionOf(state), section);
			assert.equal(needsUser(job(state)), section === 'needsAttention');
		});

	it('are all named', () => {
		assert.deepEqual(Object.keys(sectionLabels), [...jobSections]);
	});

	it('have a group where it is worked on, else where the user is needed, else where it waits', () => {
		const { waiting, running, failed, done } = sampleStates;
		const sectionOfAll = (...states: (typeof sampleStates)[SampleName][]): JobSection =>
			groupSection(states.map((state) => job(state)));
		assert.equal(sectionOfAll(waiting, failed, running, done), 'running');
		assert.equal(sectionOfAll(waiting, failed, done), 'needsAttention');
		assert.equal(sectionOfAll(done, waiting), 'waiting');
		assert.equal(sectionOfAll(done, sampleStates['cancelled/no task']), 'done');
		assert.equal(sectionOfAll(), 'done');
	});

	it('ask nothing of the user for a step that only waits for the one before it', () => {
		const heldUp = {
			kind: 'blocked',
			error: { code: 'sourceNotReady' },
			resume: { kind: 'waiting' },
		} as const;
		assert.equal(needsUser(rigJob(heldUp)), false);
		assert.equal(needsUser(job(heldUp)), true);
	});

	it('count what needs the user', () => {
		assert.equal(formatAttention(1), '1 job needs your attention');
		assert.equal(formatAttention(2), '2 jobs need your attention');
	});
});
