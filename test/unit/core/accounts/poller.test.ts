import assert from 'node:assert/strict';
import { Poller } from '../../../../src/core/accounts/poller';
import { ServiceError } from '../../../../src/core/model/serviceError';
import type { TaskSnapshot } from '../../../../src/core/model/task';
import { DrivenClock } from '../support/drivenClock';
import { stubProvider } from '../support/stubProvider';

const never = new AbortController().signal;

/** A service that knows every task but `gone`, and notes who asks for what, and when. */
class Service {
	readonly clock = new DrivenClock();
	readonly calls: string[] = [];
	readonly poller: Poller;
	/** The next calls wait for this. */
	answer: Promise<void> = Promise.resolve();
	down = false;
	private readonly start = this.clock.now();

	constructor(together: boolean, stopping = never) {
		const tell = async <T>(what: string, value: () => T): Promise<T> => {
			this.calls.push(`${(this.clock.now() - this.start) / 1000} ${what}`);
			await this.answer;
			if (this.down) throw new ServiceError('unclear', 'serviceFault', 502);
			return value();
		};
		const running = (taskId: string): TaskSnapshot => ({ taskId, status: 'running', progress: 1 });
		const provider = stubProvider({
			task: ({ id }) => tell(id, () => running(id)),
			...(together
				? {
						tasks: (tasks) => {
							const ids = tasks.map(({ id }) => id);
							return tell(
								`[${ids.length > 3 ? ids.length : ids}]`,
								() => new Map(ids.filter((id) => id !== 'gone').map((id) => [id, running(id)])),
							);
						},
					}
				: {}),
		});
		const connect = async () => ({ provider, account: 'any' });
		this.poller = new Poller(this.clock, connect, stopping);
	}

	watch(taskId: string, seconds: number, signal = new AbortController().signal): Promise<TaskSnapshot> {
		return this.poller.next({ id: taskId, operation: 'textToModel' }, seconds * 1000, signal);
	}

	seconds(count: number): Promise<void> {
		return this.clock.advance(count * 1000);
	}
}

describe('Poller: where one call tells of many', () => {
	it('asks for every task when the first is due', async () => {
		const service = new Service(true);
		const [a, b, c] = [service.watch('a', 5), service.watch('b', 9), service.watch('c', 7)];
		await service.seconds(4.999);
		assert.deepEqual(service.calls, []);
		await service.seconds(0.001);
		assert.deepEqual(service.calls, ['5 [a,c,b]']);
		assert.deepEqual(
			(await Promise.all([a, b, c])).map(({ taskId }) => taskId),
			['a', 'b', 'c'],
		);
		assert.equal(service.poller.asksTogether, true);
		await service.seconds(60);
		assert.equal(service.calls.length, 1, 'nobody watches any more');
		assert.equal(service.clock.sleeping, 0);
	});

	it('asks for a single one by itself', async () => {
		const service = new Service(true);
		const watched = service.watch('a', 5);
		await service.seconds(5);
		assert.deepEqual(service.calls, ['5 a']);
		assert.equal((await watched).taskId, 'a');
	});

	it('asks for a hundred at a time, the next a second later', async () => {
		const service = new Service(true);
		const all = Array.from({ length: 150 }, (_, index) => service.watch(`t${index}`, 5));
		await service.seconds(7);
		assert.deepEqual(service.calls, ['5 [100]', '6 [50]']);
		await Promise.all(all);
	});

	it('rejects for a task that the list has not, and only for that', async () => {
		const service = new Service(true);
		const gone = assert.rejects(service.watch('gone', 2), { code: 'taskNotFound' });
		const there = service.watch('a', 2);
		await service.seconds(2);
		await gone;
		await there;
	});

	it('never asks for a task whose answer is on the way', async () => {
		const service = new Service(true);
		service.answer = new Promise(() => {});
		void service.watch('slow', 2);
		await service.seconds(3);
		service.answer = Promise.resolve();
		await Promise.all([service.watch('a', 1), service.seconds(10)]);
		assert.deepEqual(service.calls, ['2 slow', '4 a']);
	});
});

describe('Poller: where each task is a call', () => {
	it('asks for each when it is due', async () => {
		const service = new Service(false);
		const all = [service.watch('a', 5), service.watch('b', 9), service.watch('c', 5.4)];
		await service.seconds(30);
		await Promise.all(all);
		assert.deepEqual(service.calls, ['5 a', '6 c', '9 b']);
		assert.equal(service.poller.asksTogether, false);
	});

	it('does not let a slow answer hold up the others', async () => {
		const service = new Service(false);
		service.answer = new Promise(() => {});
		void service.watch('slow', 1);
		await service.seconds(2);
		service.answer = Promise.resolve();
		await Promise.all([service.watch('a', 3), service.seconds(10)]);
		assert.deepEqual(service.calls, ['1 slow', '5 a']);
	});
});

for (const together of [true, false])
	describe(`Poller: bad days (${together ? 'one call for many' : 'a call each'})`, () => {
		it('hands a failure to those who asked, and asks again when they do', async () => {
			const service = new Service(together);
			service.down = true;
			const failing = ['a', 'b'].map((id) => assert.rejects(service.watch(id, 2), { code: 'serviceFault' }));
			await service.seconds(2);
			await Promise.all(failing);
			service.down = false;
			await Promise.all([service.watch('a', 4), service.watch('b', 4), service.seconds(4)]);
		});

		it('asks at once after the machine slept, and once', async () => {
			const service = new Service(together);
			const watching = [service.watch('a', 10), service.watch('b', 600)];
			await service.seconds(1);
			const before = service.calls.length;
			// Asleep for an hour: the clock on the wall went on, and the timers that ran out meanwhile go off.
			service.clock.setBack(-3_600_000);
			await service.seconds(9);
			await Promise.all(watching);
			assert.equal(service.calls.length - before, together ? 1 : 2);
		});

		it('goes on in time when the clock is set back', async () => {
			const service = new Service(together);
			await Promise.all([service.watch('a', 1), service.watch('b', 1), service.seconds(1)]);
			service.clock.setBack(3_600_000);
			await Promise.all([service.watch('a', 5), service.watch('b', 9), service.seconds(10)]);
		});

		it('forgets who gives up, and stops with the engine', async () => {
			const stopping = new AbortController();
			const service = new Service(together, stopping.signal);
			const own = new AbortController();
			const given = assert.rejects(service.watch('a', 2, own.signal), /enough/);
			own.abort(new Error('enough'));
			await given;
			await service.seconds(5);
			assert.deepEqual(service.calls, []);
			void service.watch('b', 2);
			stopping.abort(new Error('over'));
			await service.seconds(5);
			assert.deepEqual(service.calls, []);
			assert.equal(service.clock.sleeping, 0);
		});
	});
