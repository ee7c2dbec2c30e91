import { strict as assert } from 'node:assert';
import { Emitter } from '../../src/core/base/events';
import type { JobQueue } from '../../src/core/jobs/runner/queue';
import type { JobChange, JobRecord, JobState } from '../../src/core/model/jobRecord';
import { Formatter } from '../../src/host/text/formatter';
import { JobsTree } from '../../src/host/views/jobsTree';
import { Notifications } from '../../src/host/views/notifications';
import { eventually } from '../harness/eventually';

const task = { id: 'task-1', submittedAt: 5000, account: 'acct' };
const done: JobState = { kind: 'done', task, files: [] };
const uploading: JobState = { kind: 'uploading' };

/** The part of a queue that views look at. */
class Jobs {
	private readonly byId = new Map<string, JobRecord>();
	private readonly changes = new Emitter<JobChange>();
	readonly queue = {
		list: () => [...this.byId.values()],
		find: (id: string) => this.byId.get(id),
		onDidChange: this.changes.event,
	} as unknown as JobQueue;

	set(id: string, state: JobState): void {
		const job: JobRecord = {
			schema: 2,
			id,
			...{ createdAt: 1, changedAt: 1, provider: 'sandbox', state },
			request: { operation: 'textToModel', prompt: 'a crate', options: {} },
			destination: { folder: '/out', name: id },
			group: { id: 'group', kind: 'batch', title: 'Crates' },
		};
		this.byId.set(id, job);
		this.changes.fire({ job, removed: false });
	}

	remove(id: string): void {
		const job = this.byId.get(id);
		this.byId.delete(id);
		if (job) this.changes.fire({ job, removed: true });
	}
}

describe('a group whose last job is removed', () => {
	it('leaves the tree, row and all', () => {
		const jobs = new Jobs();
		const tree = new JobsTree(jobs.queue, new Formatter('en'));
		const rows = () => tree.getChildren().flatMap((section) => tree.getChildren(section));
		for (const id of ['a', 'b']) jobs.set(id, done);
		const [before] = rows();
		assert.equal(before?.kind, 'group');
		for (const id of ['a', 'b']) jobs.remove(id);
		assert.deepEqual(tree.getChildren(), []);
		for (const id of ['a', 'b']) jobs.set(id, done);
		const [after] = rows();
		assert.equal(after?.kind, 'group');
		assert.notEqual(after, before, 'the old row was kept');
		tree.dispose();
	});

	it('leaves the notifications: neither told of, nor remembered as told', async () => {
		const jobs = new Jobs();
		const told: string[] = [];
		const tell = (what: string) => async (of: readonly JobRecord[]) => {
			if (of.length > 0 || what === 'group') told.push(`${what} ${of.map(({ id }) => id).join(' ')}`);
		};
		const notifications = new Notifications(jobs.queue, {
			notifyDone: tell('done'),
			notifyTrouble: tell('trouble'),
			notifyGroup: tell('group'),
		});
		const make = (ids: string[]): void => {
			for (const id of ids) jobs.set(id, uploading);
			for (const id of ids) jobs.set(id, done);
		};
		make(['a', 'b']);
		for (const id of ['a', 'b']) jobs.remove(id);
		make(['c', 'd']);
		await eventually('the second to be told of', () => told.length > 0);
		assert.deepEqual(told, ['group c d']);
		notifications.dispose();
	});
});
