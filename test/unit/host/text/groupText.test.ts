import assert from 'node:assert/strict';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { groupStatus, groupTitle, groupTooltipText, memberTitle } from '../../../../src/host/text/groupText';
import { groupRowText, jobRowText } from '../../../../src/host/text/rows';
import { sampleStates } from '../../core/support/states';
import { batch, chain, formatter, job, rigJob } from '../support/jobs';

const { waiting, running, done, failed } = sampleStates;

function statusOf(...jobs: JobRecord[]): string {
	return groupStatus(jobs, formatter);
}

describe('The row of a group', () => {
	it('has the group’s title', () => {
		assert.equal(groupTitle([job(waiting, { group: batch })]), 'Village props');
		assert.equal(groupTitle([]), '');
	});

	it('counts what is done and what needs the user', () => {
		assert.equal(statusOf(job(done), job(waiting)), '1/2 · 20 of about 40 credits (Tripo API)');
		assert.equal(
			statusOf(job(done), job(failed)),
			'1/2 · 1 needs attention · 20 of about 40 credits (Tripo API)',
		);
		assert.equal(statusOf(job(failed), job(failed)), '0/2 · 2 need attention · about 40 credits (Tripo API)');
	});

	it('names the step of a chain that is worked on, and no job of a batch', () => {
		const first = job(done, { group: chain });
		assert.equal(statusOf(first, rigJob(running)), '1/2 · Rig 40 % · 20 of about 40 credits (Tripo API)');
		assert.equal(statusOf(job(running, { group: batch })), '0/1 · about 20 credits (Tripo API)');
	});

	it('has the charge alone when all is over', () => {
		const charged = { ...done, credits: 25 };
		assert.equal(statusOf(job(charged), job(charged)), '2/2 · 50 credits (Tripo API)');
		assert.equal(statusOf(job(charged, { provider: 'meshy' })), '1/1 · 25 credits (Meshy)');
	});

	it('is free where all of it is the sandbox’s', () => {
		assert.equal(statusOf(job(done, { provider: 'sandbox' })), '1/1 · free (sandbox)');
	});

	it('is said in full by a screen reader', () => {
		const jobs = [job(done, { group: batch }), job(waiting, { group: batch })];
		const { label, description, spoken } = groupRowText(jobs, formatter);
		assert.equal(label, 'Village props');
		assert.equal(description, groupStatus(jobs, formatter));
		assert.equal(spoken, `Village props, 2 jobs, ${description}`);
	});
});

describe('The row of a job', () => {
	it('is called by its step in a chain, else by what it makes', () => {
		assert.equal(memberTitle(rigJob(waiting)), 'Rig');
		assert.equal(memberTitle(job(waiting, { group: chain })), 'Text to Model');
		assert.equal(memberTitle(job(waiting, { group: batch })), 'an oak barrel');
		assert.equal(memberTitle(job(waiting)), 'an oak barrel');
		const adopted = { operation: 'adoptTask', taskId: 'abc', options: {} } as const;
		assert.equal(memberTitle(job(waiting, { group: chain, request: adopted })), 'task abc');
	});

	it('is said in full by a screen reader', () => {
		const before = job(running);
		assert.deepEqual(jobRowText(rigJob(waiting), formatter, before), {
			label: 'Rig',
			description: 'waiting for the step before it',
			spoken: 'Rig, waiting, waiting for the step before it',
		});
	});
});

describe('The tooltip of a group', () => {
	const linesOf = (...jobs: JobRecord[]) => groupTooltipText(jobs, formatter).lines;

	it('has state, estimate, steps and start', () => {
		const jobs = [job(done, { group: chain }), rigJob(running)];
		assert.deepEqual(groupTooltipText(jobs, formatter), {
			title: 'Rigged robot',
			lines: [
				['State', groupStatus(jobs, formatter)],
				['Estimate', '40 credits (Tripo API)'],
				['Steps', 'Text to Model, Rig'],
				['Started', formatter.dateTime(1000)],
			],
		});
	});

	it('counts what has no price, and lists no steps of a batch', () => {
		const { estimate: _, ...unpriced } = job(waiting, { group: batch });
		const lines = linesOf(job(waiting, { group: batch }), unpriced);
		assert.deepEqual(lines[1], ['Estimate', '20 credits (Tripo API), and 1 of unknown price']);
		assert.deepEqual(
			lines.map(([label]) => label),
			['State', 'Estimate', 'Started'],
		);
	});

	it('has no estimate in the sandbox', () => {
		const labels = linesOf(job(waiting, { provider: 'sandbox', group: batch })).map(([label]) => label);
		assert.deepEqual(labels, ['State', 'Started']);
	});
});
