import assert from 'node:assert/strict';
import { Poller } from '../../../../../src/core/accounts/poller';
import { systemDisk } from '../../../../../src/core/files/disk';
import { Journal } from '../../../../../src/core/jobs/records/journal';
import { JobStore } from '../../../../../src/core/jobs/records/store';
import { type WatchPorts, watchTask } from '../../../../../src/core/jobs/steps/watchTask';
import { ServiceError } from '../../../../../src/core/model/serviceError';
import type { TaskSnapshot } from '../../../../../src/core/model/task';
import { TransportError } from '../../../../../src/core/network/http';
import { eventually } from '../../../../harness/eventually';
import { DrivenClock } from '../../support/drivenClock';
import { RecordingLog } from '../../support/recordingLog';
import { jobIn, task } from '../../support/states';
import { stubProvider } from '../../support/stubProvider';
import { tempFolders } from '../../support/tempFolders';

/** A job whose task is followed on a clock that the test drives. */
class Followed {
	readonly clock = new DrivenClock();
	looks = 0;
	/** How often its event stream tells what a look would find, in seconds; it has none when this is undefined. */
	toldEvery: number | undefined;
	/** What a look finds. */
	find: () => TaskSnapshot = () => ({ taskId: task.id, status: 'running', progress: 0 });
	private readonly journal: Journal;

	constructor(records: string) {
		const log = new RecordingLog();
		this.journal = new Journal(new JobStore(systemDisk, records, log), this.clock, log);
	}

	async start(): Promise<void> {
		const { journal, clock } = this;
		const running = { ...task, submittedAt: clock.now() };
		await journal.add(jobIn({ kind: 'running', task: running, progress: 0 }));
		const provider = stubProvider({
			task: async () => {
				this.looks++;
				return this.find();
			},
			...(this.toldEvery === undefined ? {} : { watch: (_, signal) => this.tell(signal) }),
		});
		const never = new AbortController().signal;
		const connect = async () => ({ provider, account: task.account });
		const poller = new Poller(clock, connect, never);
		const ports: WatchPorts = {
			account: { poller },
			journal,
			clock,
			random: () => 0.5,
			log: new RecordingLog(),
		};
		void watchTask(ports, 'job-1', never);
	}

	private async *tell(signal: AbortSignal): AsyncGenerator<TaskSnapshot> {
		for (;;) {
			await this.clock.sleep((this.toldEvery ?? 0) * 1000, signal);
			yield this.find();
		}
	}

	get state(): string {
		return this.journal.get('job-1').state.kind;
	}

	progressIs(progress: number): void {
		this.find = () => ({ taskId: task.id, status: 'running', progress });
	}

	async looksIn(seconds: number): Promise<number> {
		const before = this.looks;
		await this.clock.advance(seconds * 1000);
		return this.looks - before;
	}
}

describe('Following a task', () => {
	const newFolder = tempFolders();
	let followed: Followed;
	beforeEach(async () => {
		followed = new Followed(await newFolder());
		await followed.start();
	});

	const succeeds = async (withinSeconds: number): Promise<void> => {
		followed.find = () => ({ taskId: task.id, status: 'success', artifacts: [] });
		assert.equal(await followed.looksIn(withinSeconds), 1);
		await eventually('its success on disk', () => followed.state === 'downloading');
	};

	it('counts no failure while we are offline, asks less and less often, and goes on when we are back', async () => {
		followed.progressIs(30);
		await followed.looksIn(20);
		followed.find = () => {
			throw new TransportError('no', 'ENETUNREACH');
		};
		assert.ok((await followed.looksIn(60)) >= 5, 'a moment without network is soon over');
		const looks = await followed.looksIn(3600);
		assert.ok(looks >= 120 && looks <= 180, `${looks} looks in an hour`);
		assert.equal(followed.state, 'running');
		await succeeds(31);
	});

	it('asks once, and at once, after the machine slept for a night', async () => {
		followed.progressIs(30);
		await followed.looksIn(20);
		followed.clock.setBack(-8 * 3_600_000);
		await succeeds(10);
	});

	it('waits as long as the service asks, and no shorter', async () => {
		await followed.looksIn(1);
		followed.find = () => {
			throw new ServiceError('unavailable', 'serviceDown', 503, { retryAfterMs: 90_000 });
		};
		await followed.looksIn(1);
		followed.progressIs(10);
		assert.equal(await followed.looksIn(89), 0);
		assert.equal(await followed.looksIn(2), 1);
	});

	it('stays patient with a task that rests at 99 % for minutes', async () => {
		followed.progressIs(50);
		await followed.looksIn(100);
		followed.progressIs(99);
		await followed.looksIn(11);
		const looks = await followed.looksIn(600);
		assert.ok(looks >= 600 / 15 - 1 && looks <= 600 / 5, `${looks} looks in ten minutes`);
		assert.equal(followed.state, 'running');
		await succeeds(16);
	});
});

describe('Following a task that has an event stream', () => {
	const newFolder = tempFolders();

	async function follow(toldEvery: number): Promise<Followed> {
		const followed = new Followed(await newFolder());
		followed.toldEvery = toldEvery;
		followed.progressIs(40);
		await followed.start();
		await followed.looksIn(20);
		return followed;
	}

	it('takes what the stream tells, and looks only to make sure', async () => {
		const followed = await follow(10);
		const looks = await followed.looksIn(600);
		assert.ok(looks <= 20, `${looks} looks in ten minutes`);
		followed.find = () => ({ taskId: task.id, status: 'success', artifacts: [] });
		await followed.looksIn(10);
		await eventually('its success on disk', () => followed.state === 'downloading');
		assert.equal(followed.clock.sleeping, 0, 'the stream is closed, and nobody waits for anything');
	});

	it('looks as if there were none, where the stream is silent', async () => {
		const followed = await follow(Number.POSITIVE_INFINITY);
		assert.ok((await followed.looksIn(600)) >= 59);
	});

	it('finds out within half a minute that the stream died without a word', async () => {
		const followed = await follow(10);
		followed.toldEvery = Number.POSITIVE_INFINITY;
		await followed.looksIn(10);
		assert.equal(await followed.looksIn(30), 1);
		assert.ok((await followed.looksIn(60)) >= 6, 'and does without it from then on');
	});
});
