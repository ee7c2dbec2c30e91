import assert from 'node:assert/strict';
import type { TaskSnapshot } from '../../../../../src/core/model/task';
import type { HttpResponse } from '../../../../../src/core/network/http';
import { watchTask } from '../../../../../src/core/providers/meshy/watch';
import { InstantClock } from '../../support/instantClock';

const task = { id: 't1', operation: 'textToModel' } as const;
const running = (progress: number): string =>
	`data: {"id":"t1","status":"IN_PROGRESS","progress":${progress}}\n\n`;
const over = 'data: {"id":"t1","status":"SUCCEEDED","progress":100}\n\n';

/** A stream that says this and then ends in good order. */
function stream(text: string): HttpResponse {
	async function* body(): AsyncGenerator<Uint8Array> {
		yield Buffer.from(text);
	}
	const headers = { 'content-type': 'text/event-stream; charset=utf-8' };
	return { status: 200, headers, body: body(), text: async () => text, discard: () => {} };
}

/** What is told, with these streams and these answers to questions after the task itself. */
async function told(streams: readonly string[], answers: readonly TaskSnapshot[]): Promise<string[]> {
	const [left, asked] = [[...streams], [...answers]];
	const watching = {
		open: async () => stream(left.shift() ?? assert.fail('one stream too many')),
		ask: async () => asked.shift() ?? assert.fail('one question too many'),
		clock: new InstantClock(),
		random: () => 0.5,
		signal: new AbortController().signal,
	};
	const lines: string[] = [];
	for await (const snapshot of watchTask(task, watching))
		lines.push('progress' in snapshot ? `${snapshot.status} ${snapshot.progress}` : snapshot.status);
	assert.deepEqual([left, asked], [[], []]);
	return lines;
}

const result = { taskId: 't1', status: 'success', artifacts: [] } as const;

describe('A task’s event streams', () => {
	it('one that ends before the task is followed by another, however often', async () => {
		const streams = [running(1), running(2), running(3), running(4), running(5), running(6), over];
		assert.deepEqual(await told(streams, [result]), [
			...[1, 2, 3, 4, 5, 6].map((progress) => `running ${progress}`),
			'success',
		]);
	});

	it('the result is read from the task, whatever the last event carries', async () => {
		assert.deepEqual(await told([over], [result]), ['success']);
	});

	it('a task that does not know yet that it is over is watched on', async () => {
		const lagging = { taskId: 't1', status: 'running', progress: 99 } as const;
		assert.deepEqual(await told([over, over], [lagging, result]), ['running 99', 'success']);
	});

	it('keep-alives, other tasks and nonsense tell nothing', async () => {
		const noise = `: ping\n\ndata: {"id":"t2","status":"FAILED"}\n\ndata: nonsense\n\n${running(7)}`;
		assert.deepEqual(await told([noise, over], [result]), ['running 7', 'success']);
	});
});
