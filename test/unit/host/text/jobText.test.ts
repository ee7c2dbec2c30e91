import assert from 'node:assert/strict';
import { summariseError } from '../../../../src/core/model/errors';
import type { JobRecord, JobState } from '../../../../src/core/model/jobRecord';
import { fileName, jobStatus, jobTitle } from '../../../../src/host/text/jobText';
import { type SampleName, sampleStates, task } from '../../core/support/states';
import { file, formatter, job, rigJob } from '../support/jobs';

function statusOf(state: JobState, changes: Partial<JobRecord> = {}): string {
	return jobStatus(job(state, changes), formatter);
}

const serviceDown = summariseError({ code: 'serviceDown' });

const expected: Readonly<Record<SampleName, string>> = {
	waiting: 'waiting for a free slot',
	uploading: 'preparing',
	submitting: 'submitting',
	uncertain: 'answer lost: may exist at the service',
	'uncertain/looking': 'answer lost: looking for the task at the service',
	running: '40 %',
	downloading: 'downloading',
	'downloading/delayed': 'waiting for the file host, trying again',
	'blocked/waiting': serviceDown,
	'blocked/running': serviceDown,
	'blocked/refused file': summariseError({ code: 'fileInvalid' }),
	'blocked/downloading': serviceDown,
	done: '20 credits (Tripo API)',
	'done/left at the service': '20 credits (Tripo API)',
	refused: summariseError({ code: 'contentRefused' }),
	failed: summariseError({ code: 'taskFailed' }),
	'cancelled/no task': 'cancelled, nothing was sent',
	'cancelled/in doubt': 'given up; the service may have it and charge it',
	'cancelled/task goes on': 'cancelled here; the service goes on and may charge it',
	'cancelled/task ended': 'cancelled here, made and charged there: 20 credits (Tripo API)',
};

describe('The line about where a job is', () => {
	for (const [name, state] of Object.entries(sampleStates))
		it(`${name}: ${expected[name as SampleName]}`, () =>
			assert.equal(statusOf(state), expected[name as SampleName]));

	it('tells a step that it waits for another one, until that one has its result', () => {
		const step = rigJob({ kind: 'waiting' });
		const status = (before: JobState): string => jobStatus(step, formatter, job(before));
		assert.equal(status(sampleStates.running), 'waiting for the step before it');
		assert.equal(status(sampleStates.failed), 'waiting for the step before it');
		assert.equal(status(sampleStates.downloading), 'waiting for a free slot');
		assert.equal(status(sampleStates.done), 'waiting for a free slot');
	});

	it('says that files go up where there are any', () => {
		const request = { operation: 'imageToModel', images: ['/in/barrel.png'], options: {} } as const;
		assert.equal(statusOf({ kind: 'uploading' }, { request }), 'uploading');
	});

	it('tells a queue at the service, and the long last percents, from progress', () => {
		const at = (progress: number): string => statusOf({ kind: 'running', task, progress });
		assert.equal(at(0), 'queued at the service');
		assert.equal(at(0.4), '0 %');
		assert.equal(at(94.4), '94 %');
		assert.equal(at(95), 'finishing, 95 %');
		assert.equal(at(99), 'finishing, 99 %');
	});

	it('counts down to the next try of a download', () => {
		const wait = { waitsFor: 'disk', until: 140_000, error: { code: 'diskFull' } } as const;
		assert.equal(statusOf({ kind: 'downloading', task, wait }), 'waiting for the disk, next try in 40 s');
	});

	it('tells of a result what was found out, what it cost and what became of its files', () => {
		const done = { kind: 'done', task, files: [] } as const;
		assert.equal(statusOf(done), '');
		assert.equal(statusOf({ ...done, credits: 20 }, { provider: 'sandbox' }), 'free (sandbox)');
		assert.equal(statusOf({ ...done, credits: 1 }, { provider: 'meshy' }), '1 credit (Meshy)');
		assert.equal(statusOf(done, { deliver: false }), 'left at the service');
		const findings = { riggable: true, rig_type: 'biped' };
		assert.equal(
			statusOf({ ...done, credits: 20, findings, files: [file({ unchecked: 'cut short' })] }),
			'kept unchecked · riggable: yes, rig_type: biped · 20 credits (Tripo API)',
		);
	});

	it('tells of what was cancelled whether it is charged', () => {
		const ended = { kind: 'cancelled', task, outcome: 'charged' } as const;
		assert.equal(statusOf({ kind: 'cancelled', task, outcome: 'notCharged' }), 'cancelled, not charged');
		assert.equal(statusOf(ended), 'cancelled here, made and charged there');
		assert.equal(
			statusOf({ ...ended, failed: true }),
			'cancelled here, failed there; its credits are due back',
		);
		assert.equal(
			statusOf({ ...ended, failed: true, credits: 20 }, { provider: 'meshy' }),
			'cancelled here, failed there; its credits are due back: 20 credits (Meshy)',
		);
	});
});

describe('The title of a job', () => {
	const titleOf = (request: JobRecord['request'], changes: Partial<JobRecord> = {}): string =>
		jobTitle(job({ kind: 'waiting' }, { request, ...changes }));

	it('is what the user asked for', () => {
		assert.equal(titleOf({ operation: 'textToModel', prompt: 'a crate', options: {} }), 'a crate');
		assert.equal(titleOf({ operation: 'textToModel', options: {} }), 'an-oak-barrel');
	});

	it('is the picture that it is made from, and how many others', () => {
		const images = ['/in/front.png', 'C:\\in\\back.png'];
		assert.equal(
			titleOf({ operation: 'imageToModel', images: images.slice(0, 1), options: {} }),
			'front.png',
		);
		assert.equal(titleOf({ operation: 'imageToModel', images, options: {} }), 'front.png and 1 more');
		const views = { left: '/in/left.png', front: '/in/front.png', back: '/in/back.png' };
		assert.equal(titleOf({ operation: 'multiviewToModel', views, options: {} }), 'front.png and 2 more');
	});

	it('is the operation and the asset, for what goes on from another one', () => {
		const source = { kind: 'file', path: '/in/robot.glb' } as const;
		assert.equal(titleOf({ operation: 'rig', source, options: {} }), 'Rig: an-oak-barrel');
		assert.equal(
			titleOf({ operation: 'refine', source, options: {} }, { provider: 'tripo' }),
			'refine: an-oak-barrel',
			'an operation that is no longer in the catalogue',
		);
	});

	it('is the prompt of an adopted task, else its id', () => {
		const request = { operation: 'adoptTask', taskId: 'abc', options: {} } as const;
		assert.equal(titleOf(request), 'task abc');
		assert.equal(titleOf({ ...request, prompt: 'a crate' }), 'a crate');
	});

	it('names files of any system', () => {
		assert.equal(fileName('/a/b/c.png'), 'c.png');
		assert.equal(fileName('C:\\a\\c.png'), 'c.png');
		assert.equal(fileName('c.png'), 'c.png');
	});
});
