import assert from 'node:assert/strict';
import type { AccountState } from '../../../../src/core/jobs/runner/queue';
import type { ProviderId } from '../../../../src/core/model/account';
import type { JobRecord } from '../../../../src/core/model/jobRecord';
import { counterText, queueLines, summariseQueue } from '../../../../src/host/text/queueText';
import { sampleStates } from '../../core/support/states';
import { formatter, job } from '../support/jobs';

const { waiting, running, downloading, uncertain, failed, refused, done } = sampleStates;

function account(changes: Partial<AccountState> = {}): AccountState {
	return { provider: 'tripo', inUse: 0, limit: 10, usedElsewhere: 0, waiting: 0, paused: false, ...changes };
}

function linesOf(
	jobs: readonly JobRecord[],
	accounts: readonly AccountState[] = [account()],
	charged: ReadonlyMap<ProviderId, number> = new Map(),
): readonly string[] {
	return queueLines(summariseQueue(jobs, accounts), charged, formatter);
}

function counterOf(jobs: readonly JobRecord[], accounts: readonly AccountState[] = [account()]): string {
	return counterText(summariseQueue(jobs, accounts));
}

describe('The status bar item', () => {
	it('is called after us while there is nothing to do', () => {
		assert.equal(counterOf([job(done)]), 'Propsmith');
		assert.deepEqual(linesOf([job(done)]), ['Nothing is being made']);
		assert.deepEqual(linesOf([], []), ['Nothing is being made']);
	});

	it('counts tasks in progress out of the limit, for each account that is at work', () => {
		const jobs = [job(running), job(running), job(waiting), job(downloading)];
		assert.equal(counterOf(jobs), '2/10');
		const both = [...jobs, job(waiting, { provider: 'meshy' })];
		assert.equal(counterOf(both, [account(), account({ provider: 'meshy', limit: 5 })]), '2/10 0/5');
		assert.equal(counterOf(jobs, []), '2/0', 'an account that nobody has asked yet');
	});

	it('tells of each account where its jobs are', () => {
		assert.deepEqual(linesOf([job(running), job(waiting), job(waiting), job(downloading)]), [
			'Tripo: 1 in progress (limit 10 by your tier), 2 waiting, 1 downloading',
		]);
	});

	it('tells why jobs wait', () => {
		const line = (changes: Partial<AccountState>): string =>
			linesOf([job(waiting)], [account(changes)])[0]?.replace(/^Tripo: 0 in progress /, '') ?? '';
		assert.equal(
			line({ hindrance: 'usedElsewhere', usedElsewhere: 4 }),
			'(limit 10 by your tier; 4 used elsewhere), 1 waiting: others use the account too, 0 downloading',
		);
		const whys = (['tier', 'tooFast', 'paused', 'plan'] as const).map(
			(hindrance) => /waiting: (.*), 0 downloading$/.exec(line({ hindrance }))?.[1],
		);
		assert.deepEqual(whys, [
			'all slots are in use',
			'the service asked for a pause',
			'you paused the queue',
			'the service takes no task at all, as with a plan without API access',
		]);
	});

	it('names an account that is paused though it has nothing to do, once', () => {
		const paused = account({ provider: 'meshy', paused: true, limit: 5 });
		assert.deepEqual(linesOf([job(running)], [account(), paused]), [
			'Tripo: 1 in progress (limit 10 by your tier), 0 waiting, 0 downloading',
			'Meshy: 0 in progress (limit 5 by your tier), 0 waiting, 0 downloading',
		]);
		assert.equal(linesOf([job(waiting)], [account({ paused: true })]).length, 1);
		assert.equal(counterOf([], [paused]), 'Propsmith');
		assert.equal(summariseQueue([], [paused]).paused, true);
	});

	it('counts what the user can set going again, and not what failed for good', () => {
		const blocked = job(sampleStates['blocked/waiting']);
		assert.equal(counterOf([blocked, job(failed), job(refused)]), '1');
		assert.deepEqual(linesOf([blocked]), ['1 job needs your attention']);
		assert.equal(linesOf([blocked, job(uncertain)]).at(-1), '2 jobs need your attention');
		assert.deepEqual(linesOf([job(failed)]), ['Nothing is being made']);
	});

	it('tells of answers that were lost and are looked up', () => {
		const lookedUp = job(sampleStates['uncertain/looking']);
		assert.equal(linesOf([lookedUp]).at(-1), '1 lost answer: looking for the task at the service');
		assert.equal(linesOf([lookedUp, lookedUp]).at(-1), '2 lost answers: looking for the task at the service');
	});

	it('knows an account whose plan takes no task at all', () => {
		assert.equal(summariseQueue([], [account({ hindrance: 'plan' })]).planless, true);
		assert.equal(summariseQueue([], [account({ hindrance: 'tier' })]).planless, false);
	});

	it('tells what was spent today, by wallet', () => {
		const charged = new Map<ProviderId, number>([
			['tripo', 20],
			['meshy', 1],
			['sandbox', 0],
		]);
		assert.deepEqual(linesOf([], [], charged), [
			'Nothing is being made',
			'Spent today: 20 credits (Tripo API), 1 credit (Meshy)',
		]);
		assert.deepEqual(linesOf([], [], new Map([['tripo', 0]])), ['Nothing is being made']);
	});
});
