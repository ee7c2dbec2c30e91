import assert from 'node:assert/strict';
import { startSandbox } from '../../../../src/sandbox/sandbox';
import { eventually } from '../../../harness/eventually';
import { crate, freshBench, key, MeshyBench, pathOf, type TaskJson } from './bench';

interface Event {
	event: string;
	data: Partial<TaskJson> & { status_code?: number; message?: string };
}

/** The events of a stream as they come, and how it ended. */
class Listener {
	readonly events: Event[] = [];
	ending: 'open' | 'closed' | 'broken' = 'open';
	readonly #hangUp = new AbortController();

	private constructor(readonly response: Response) {}

	static async on(bench: MeshyBench, id: string, asKey = key): Promise<Listener> {
		const hangUp = new AbortController();
		const response = await fetch(`${bench.sandbox.meshy}${pathOf('text-to-3d')}/${id}/stream`, {
			headers: { Authorization: `Bearer ${asKey}`, Accept: 'text/event-stream' },
			signal: hangUp.signal,
		});
		const listener = new Listener(response);
		listener.#hangUp.signal.addEventListener('abort', () => hangUp.abort());
		void listener.#read();
		return listener;
	}

	hangUp(): void {
		this.#hangUp.abort();
	}

	statuses(): (string | undefined)[] {
		return this.events.map(({ data }) => data.status);
	}

	ended(): Promise<unknown> {
		return eventually('the end of the stream', () => this.ending !== 'open');
	}

	count(events: number): Promise<unknown> {
		return eventually(`${events} events`, () => this.events.length >= events);
	}

	async #read(): Promise<void> {
		let text = '';
		try {
			for await (const part of this.response.body ?? []) {
				text += Buffer.from(part as Uint8Array).toString();
				const whole = text.split('\n\n');
				text = whole.pop() ?? '';
				this.events.push(...whole.map(readEvent));
			}
			this.ending = 'closed';
		} catch {
			this.ending = 'broken';
		}
	}
}

function readEvent(text: string): Event {
	const [, event = '', data = ''] = /^event: (\w+)\ndata: (.*)$/.exec(text) ?? [];
	return { event, data: JSON.parse(data) as Event['data'] };
}

describe('sandbox, Meshy: event streams', () => {
	const bench = freshBench();

	it('tell little while the task goes on, all of it at its end, and then close', async () => {
		const id = await bench().makePreview();
		const listener = await Listener.on(bench(), id);
		assert.equal(listener.response.headers.get('content-type'), 'text/event-stream');
		assert.equal(listener.response.headers.get('content-length'), null);
		await listener.count(1);
		for (const seconds of [10, 10]) {
			const before = listener.events.length;
			await bench().advance(seconds);
			await listener.count(before + 1);
		}
		await bench().advance(1000);
		await listener.ended();
		assert.equal(listener.ending, 'closed');
		assert.ok(listener.events.every(({ event }) => event === 'message'));
		const running = listener.events.slice(0, -1);
		for (const { data } of running) {
			assert.deepEqual(Object.keys(data), ['id', 'status', 'progress']);
			assert.equal(data.id, id);
		}
		assert.deepEqual([...new Set(listener.statuses())], ['PENDING', 'IN_PROGRESS', 'SUCCEEDED']);
		const last = listener.events.at(-1)?.data;
		const task = await bench().look('text-to-3d', id);
		assert.deepEqual(Object.keys(last ?? {}), Object.keys(task));
		assert.equal((await fetch(last?.model_urls?.glb ?? '')).status, 200);
	});

	it('have one event for a task that has ended, also one that failed', async () => {
		const { id } = await bench().done('text-to-3d', { ...crate, prompt: 'sandbox-fail-timeout' });
		const listener = await Listener.on(bench(), id);
		await listener.ended();
		assert.equal(listener.events.length, 1);
		assert.equal(listener.events[0]?.data.task_error?.code, 'timeout');
	});

	it('say that there is no such task in an error event, after the headers', async () => {
		const strange = await Listener.on(bench(), '01a202ba-5703-7000-b75e-b76852460fcf');
		await strange.ended();
		assert.equal(strange.response.status, 200);
		assert.deepEqual(strange.events, [
			{ event: 'error', data: { status_code: 404, message: 'Task not found' } },
		]);
		const id = await bench().makePreview();
		const other = await Listener.on(bench(), id, 'msy_somebodyelse');
		await other.ended();
		assert.equal(other.events[0]?.event, 'error');
		const refused = await Listener.on(bench(), id, 'msy_x');
		assert.equal(refused.response.status, 401);
	});

	it('end with an error event when the task is deleted meanwhile', async () => {
		const id = await bench().makePreview();
		const listener = await Listener.on(bench(), id);
		await listener.count(1);
		await bench().call('DELETE', `${pathOf('text-to-3d')}/${id}`);
		await listener.ended();
		assert.deepEqual(
			listener.events.map(({ event }) => event),
			['message', 'error'],
		);
	});

	it('can be made to end with an error event', async () => {
		const id = await bench().makePreview();
		await bench().faults(
			{ path: '**/stream', action: { type: 'errorEvent', status: 500, message: 'as told' } },
			{ path: '**/stream', action: { type: 'errorEvent', status: 503, afterEvents: 1 } },
		);
		const at = await Listener.on(bench(), id);
		await at.ended();
		assert.deepEqual(at.events, [{ event: 'error', data: { status_code: 500, message: 'as told' } }]);
		const later = await Listener.on(bench(), id);
		await later.ended();
		assert.deepEqual(
			later.events.map(({ event }) => event),
			['message', 'error'],
		);
		const unharmed = await Listener.on(bench(), id);
		await unharmed.count(1);
		assert.deepEqual(unharmed.statuses(), ['PENDING']);
		unharmed.hangUp();
	});

	it('can be made to break off', async () => {
		const id = await bench().makePreview();
		await bench().faults({ path: '**/stream', action: { type: 'cutAfter', bytes: 150 } });
		const listener = await Listener.on(bench(), id);
		await listener.count(1);
		assert.equal(listener.ending, 'open');
		await bench().advance(10);
		await listener.ended();
		assert.equal(listener.ending, 'broken');
		assert.equal(listener.events.length, 1);
		const { requests } = await bench().control('/requests');
		assert.equal((requests as { sentBytes: number }[]).at(-1)?.sentBytes, 150);
	});

	it('stop when nobody listens any more, and when the sandbox is closed', async () => {
		const id = await bench().makePreview();
		const gone = await Listener.on(bench(), id);
		await gone.count(1);
		gone.hangUp();
		await gone.ended();
		const other = new MeshyBench(await startSandbox({ speed: 0 }));
		const left = await Listener.on(other, await other.makePreview());
		await left.count(1);
		await other.sandbox.close();
		await left.ended();
		assert.equal(left.ending, 'broken');
	});
});
