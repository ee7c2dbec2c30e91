import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Emitter } from '../../../../src/core/base/events';
import type { JobChange, JobRecord, JobState } from '../../../../src/core/model/jobRecord';
import { JobGroups } from '../../../../src/host/views/jobGroups';
import { Notifications } from '../../../../src/host/views/notifications';
import { sampleStates } from '../../core/support/states';
import { batch, job } from '../support/jobs';

const { waiting, running, done, failed, uncertain } = sampleStates;
const lookedUp = sampleStates['uncertain/looking'];
const noKey: JobState = { kind: 'blocked', error: { code: 'keyMissing' }, resume: waiting };

/** The part of a queue that notifications look at. */
class Jobs {
	private readonly byId = new Map<string, JobRecord>();
	private readonly changes = new Emitter<JobChange>();
	readonly onDidChange = this.changes.event;

	list(): JobRecord[] {
		return [...this.byId.values()];
	}

	find(id: string): JobRecord | undefined {
		return this.byId.get(id);
	}

	set(id: string, state: JobState, group?: JobRecord['group']): void {
		const changed = job(state, { id, ...(group ? { group } : {}) });
		this.byId.set(id, changed);
		this.changes.fire({ job: changed, removed: false });
	}

	remove(id: string): void {
		const removed = this.byId.get(id);
		this.byId.delete(id);
		if (removed) this.changes.fire({ job: removed, removed: true });
	}
}

describe('Notifications', () => {
	beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
	afterEach(() => mock.timers.reset());

	/** What is told from now on, one entry a message. */
	function listen(jobs: Jobs): { readonly told: string[]; readonly notifications: Notifications } {
		const told: string[] = [];
		const tell =
			(what: string) =>
			async (of: readonly JobRecord[]): Promise<void> => {
				if (of.length > 0) told.push(`${what}: ${of.map(({ id }) => id).join(' ')}`);
			};
		const notifications = new Notifications(jobs, {
			notifyDone: tell('done'),
			notifyTrouble: tell('trouble'),
			notifyGroup: tell('group'),
		});
		return { told, notifications };
	}

	const later = (): void => mock.timers.tick(1500);

	it('tell of a burst at once, what is done apart from what needs the user', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		for (const id of ['a', 'b', 'c']) jobs.set(id, running);
		jobs.set('a', done);
		jobs.set('b', failed);
		jobs.set('c', done);
		assert.deepEqual(told, []);
		later();
		assert.deepEqual(told, ['done: a c', 'trouble: b']);
	});

	it('tell each end once, and nothing of what had ended before', () => {
		const jobs = new Jobs();
		jobs.set('old', done);
		const { told } = listen(jobs);
		jobs.set('old', done);
		jobs.set('new', done);
		later();
		jobs.set('new', done);
		later();
		assert.deepEqual(told, ['done: new']);
	});

	it('do not tell of trouble that is over before it could be told', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		jobs.set('a', failed);
		jobs.set('a', waiting);
		jobs.set('b', done);
		jobs.remove('b');
		later();
		assert.deepEqual(told, []);
	});

	it('tell of a job in doubt when the looks for its task are over', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		jobs.set('a', lookedUp);
		later();
		assert.deepEqual(told, []);
		jobs.set('a', uncertain);
		later();
		assert.deepEqual(told, ['trouble: a']);
	});

	it('tell of a job that was looked up when the window opened', () => {
		const jobs = new Jobs();
		jobs.set('a', lookedUp);
		const { told } = listen(jobs);
		jobs.set('a', uncertain);
		later();
		assert.deepEqual(told, ['trouble: a']);
	});

	it('tell of a group at its common end, and then of each of its jobs alone', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		for (const id of ['a', 'b']) jobs.set(id, running, batch);
		jobs.set('a', failed, batch);
		later();
		assert.deepEqual(told, []);
		jobs.set('b', done, batch);
		later();
		assert.deepEqual(told, ['group: a b']);
		jobs.set('a', running, batch);
		jobs.set('a', done, batch);
		later();
		assert.deepEqual(told, ['group: a b', 'done: a']);
	});

	it('tell of a group again that was tried again', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		jobs.set('a', failed, batch);
		later();
		jobs.set('a', waiting, batch);
		jobs.set('a', done, batch);
		later();
		assert.deepEqual(told, ['group: a', 'group: a']);
	});

	it('do not wait for the end of a group with what holds up the whole account', () => {
		const jobs = new Jobs();
		const { told } = listen(jobs);
		for (const id of ['a', 'b']) jobs.set(id, running, batch);
		jobs.set('a', noKey, batch);
		later();
		assert.deepEqual(told, ['trouble: a']);
	});

	it('end with the window', () => {
		const jobs = new Jobs();
		const before = listen(jobs);
		const after = listen(jobs);
		after.notifications.dispose();
		jobs.set('a', done);
		before.notifications.dispose();
		later();
		assert.deepEqual([...before.told, ...after.told], []);
	});
});

describe('The jobs of a group', () => {
	it('are told in the order of creation, whatever came or went', () => {
		const jobs = new Jobs();
		jobs.set('b', waiting, batch);
		const groups = new JobGroups(jobs);
		jobs.onDidChange((change) => groups.take(change));
		const ids = (): string[] => groups.members(batch.id).map(({ id }) => id);
		jobs.set('a', waiting, batch);
		jobs.set('alone', waiting);
		assert.deepEqual(ids(), ['a', 'b']);
		jobs.set('a', done, batch);
		assert.deepEqual(groups.members(batch.id)[0]?.state, done);
		jobs.remove('a');
		assert.deepEqual(ids(), ['b']);
		jobs.remove('b');
		assert.deepEqual(ids(), []);
	});
});
