import assert from 'node:assert/strict';
import { Poller } from '../../../../src/core/jobs/poller';
import {
	type Provider,
	ServiceError,
	type TaskKey,
	type TaskSnapshot,
} from '../../../../src/core/providers/provider';
import { DrivenClock } from '../support/drivenClock';
import { RecordingLog } from '../support/recordingLog';

const keyOf = (id: string): TaskKey => ({ id, operation: 'textToModel' });
const running = (taskId: string, progress: number): TaskSnapshot => ({ taskId, status: 'running', progress });
const success = (taskId: string): TaskSnapshot => ({ taskId, status: 'success', artifacts: [] });

/** A stream that a test writes to. */
class Feed {
	private wake = (): void => {};
	private readonly waiting: (TaskSnapshot | Error)[] = [];
	closed = false;

	tell(news: TaskSnapshot | Error): void {
		this.waiting.push(news);
		this.wake();
	}

	async *read(signal: AbortSignal): AsyncGenerator<TaskSnapshot> {
		signal.addEventListener('abort', () => {
			this.closed = true;
			this.tell(signal.reason);
		});
		for (;;) {
			const next = this.waiting.shift();
			if (next instanceof Error) throw next;
			if (next) yield next;
			else
				await new Promise<void>((resolve) => {
					this.wake = resolve;
				});
		}
	}
}

/** A service with event streams, and a poller that watches one task the way `followTask` does. */
class Service {
	readonly clock = new DrivenClock();
	readonly feeds: Feed[] = [];
	looks = 0;
	readonly heard: TaskSnapshot[] = [];
	readonly poller: Poller;

	constructor(private readonly opens = true) {
		const provider: Pick<Provider, 'task' | 'watch'> = {
			task: async ({ id }) => {
				this.looks++;
				return running(id, 1);
			},
			watch: (_, signal) => {
				const feed = new Feed();
				this.feeds.push(feed);
				if (!this.opens) feed.tell(new ServiceError('unclear', 'serviceFault', 200));
				return feed.read(signal);
			},
		};
		const connect = async () => ({ provider: provider as Provider, account: 'any' });
		this.poller = new Poller(this.clock, connect, new RecordingLog(), new AbortController().signal);
	}

	follow(id: string, waitSeconds = 5, signal = new AbortController().signal): void {
		void (async () => {
			for (;;) {
				const snapshot = await this.poller.next(keyOf(id), waitSeconds * 1000, signal);
				this.heard.push(snapshot);
				if (snapshot.status !== 'running') return;
			}
		})().catch(() => {});
	}

	async looksIn(seconds: number): Promise<number> {
		const before = this.looks;
		await this.clock.advance(seconds * 1000);
		return this.looks - before;
	}

	/** Tells the same every ten seconds, as services do. */
	async looksWhileToldFor(seconds: number): Promise<number> {
		let looks = 0;
		for (let passed = 0; passed < seconds; passed += 10) {
			this.feeds.at(-1)?.tell(running('a', 5));
			looks += await this.looksIn(10);
		}
		return looks;
	}
}

describe('Event streams', () => {
	it('tell at once; a look a minute only makes sure', async () => {
		const service = new Service();
		service.follow('a');
		assert.equal(await service.looksIn(5), 1);
		assert.equal(service.feeds.length, 1);
		const looks = await service.looksWhileToldFor(600);
		assert.ok(looks <= 10, `${looks} looks in ten minutes`);
		service.feeds[0]?.tell(success('a'));
		await service.clock.advance(0);
		assert.deepEqual(service.heard.at(-1), success('a'));
		assert.equal(await service.looksIn(600), 0);
		assert.equal(service.feeds.length, 1);
	});

	it('that are silent are made up for by looks', async () => {
		const service = new Service();
		service.follow('a');
		assert.equal(await service.looksIn(60), 12);
		service.feeds[0]?.tell(running('a', 5));
		await service.looksIn(30);
		assert.ok((await service.looksIn(120)) >= 12, 'silent again');
	});

	it('that break leave it to looks, and are spared for ten minutes', async () => {
		const service = new Service(false);
		service.follow('a');
		assert.ok((await service.looksIn(595)) >= 115);
		assert.equal(service.feeds.length, 1);
		await service.looksIn(30);
		assert.equal(service.feeds.length, 2);
	});

	it('that break are followed by a look within a second', async () => {
		const service = new Service();
		service.follow('a', 1);
		await service.looksIn(1);
		await service.looksWhileToldFor(30);
		service.feeds[0]?.tell(new ServiceError('unclear', 'serviceFault', 200));
		assert.equal(await service.looksIn(1), 1);
	});

	it('that are refused for one task say nothing of the others', async () => {
		const service = new Service();
		service.follow('gone');
		await service.looksIn(5);
		service.feeds[0]?.tell(new ServiceError('refused', 'taskNotFound', 404));
		await service.clock.advance(0);
		service.follow('a');
		await service.looksIn(5);
		assert.ok(service.feeds.length >= 2);
	});

	it('lose nothing that is told while nobody waits for it', async () => {
		const service = new Service();
		const first = service.poller.next(keyOf('a'), 1000, new AbortController().signal);
		await service.looksIn(1);
		await first;
		service.feeds[0]?.tell(success('a'));
		await service.clock.advance(0);
		const next = await service.poller.next(keyOf('a'), 60_000, new AbortController().signal);
		assert.deepEqual(next, success('a'));
	});

	it('are not relied on after the machine slept', async () => {
		const service = new Service();
		service.follow('a', 1);
		await service.looksIn(1);
		await service.looksWhileToldFor(10);
		service.clock.setBack(-3_600_000);
		assert.ok((await service.looksIn(60)) >= 1);
	});

	it('are closed when nobody wants to hear of the task any more', async () => {
		const service = new Service();
		const stop = new AbortController();
		service.follow('a', 5, stop.signal);
		await service.looksIn(5);
		stop.abort(new Error('given up'));
		await service.clock.advance(0);
		assert.equal(service.feeds[0]?.closed, true);
		assert.equal(service.clock.sleeping, 0);
	});
});
