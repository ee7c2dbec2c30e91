import assert from 'node:assert/strict';
import { freshBench } from './bench';

describe('sandbox: scripted faults of transfers', () => {
	const bench = freshBench();
	const faults = async (...steps: object[]) => {
		const answer = await bench().control('/faults', steps);
		assert.equal(answer.httpStatus, 200, JSON.stringify(answer));
	};
	const requests = async () => (await bench().control('/requests')).requests as { sentBytes: number }[];

	it('truncate and cutAfter: too few bytes, with and without a length that shows it', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults(
			{ origin: 'files', action: { type: 'truncate', bytes: 100 } },
			{ origin: 'files', action: { type: 'cutAfter', bytes: 100 } },
			{ origin: 'files', action: { type: 'cutAfter', bytes: 0 } },
		);
		const short = await fetch(link);
		assert.equal(short.headers.get('content-length'), '100');
		assert.ok(Buffer.from(await short.arrayBuffer()).equals(whole.subarray(0, 100)));
		for (const bytes of [100, 0]) {
			const cut = await fetch(link);
			assert.equal(Number(cut.headers.get('content-length')), whole.length);
			assert.equal(await bytesBeforeTheEnd(cut), bytes);
		}
		assert.deepEqual(
			(await requests()).slice(-3).map((request) => request.sentBytes),
			[100, 100, 0],
		);
	});

	it('drip: the bytes come slowly, and all of them', async () => {
		await faults({ action: { type: 'drip', bytesPerTick: 20, ms: 30 } });
		const start = performance.now();
		const answer = await bench().call('GET', '/account/balance');
		assert.equal(answer.data.balance, 10_000);
		assert.ok(performance.now() - start >= 60);
	});

	it('wrongLength: more or fewer bytes are declared than come', async () => {
		const link = await bench().link();
		const length = (await (await fetch(link)).arrayBuffer()).byteLength;
		await faults(
			{ origin: 'files', action: 'wrongLength' },
			{ origin: 'files', action: { type: 'wrongLength', by: -10 } },
		);
		const more = await fetch(link);
		assert.equal(Number(more.headers.get('content-length')), length + 1);
		assert.equal(await bytesBeforeTheEnd(more), length);
		const fewer = await fetch(link);
		assert.equal(Number(fewer.headers.get('content-length')), length - 10);
		await fewer.body?.cancel();
	});

	it('noRange: the whole file, and nothing that promises more', async () => {
		const link = await bench().link();
		await faults({ origin: 'files', action: 'noRange' });
		const response = await fetch(link, { headers: { Range: 'bytes=5-' } });
		assert.equal(response.status, 200);
		assert.equal(response.headers.get('accept-ranges'), null);
		assert.equal((await fetch(link, { headers: { Range: 'bytes=5-' } })).status, 206);
	});

	it('partial: all of it as a part, where none was asked for', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults({ origin: 'files', action: 'partial' });
		const answer = await fetch(link);
		assert.equal(answer.status, 206);
		assert.equal(answer.headers.get('content-range'), `bytes 0-${whole.length - 1}/${whole.length}`);
		assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole));
	});

	it('noLength: neither length nor chunks, and the end may come early', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		await faults(
			{ origin: 'files', action: 'noLength' },
			{ origin: 'files', action: { type: 'noLength', bytes: 100 } },
		);
		for (const bytes of [whole.length, 100]) {
			const answer = await fetch(link);
			assert.equal(answer.headers.get('content-length'), null);
			assert.equal(answer.headers.get('transfer-encoding'), null);
			assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(0, bytes)));
		}
	});

	it('encode: the body is compressed, and the same once it is decoded', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await fetch(link)).arrayBuffer());
		for (const coding of ['gzip', 'deflate', 'br']) {
			await faults({ origin: 'files', action: { type: 'encode', coding } });
			const answer = await fetch(link);
			assert.equal(answer.headers.get('content-encoding'), coding);
			assert.notEqual(Number(answer.headers.get('content-length')), whole.length);
			assert.ok(Buffer.from(await answer.arrayBuffer()).equals(whole));
		}
	});

	it('corrupt: the same other byte each time, or each time another one', async () => {
		const link = await bench().link();
		const bytes = async () => Buffer.from(await (await fetch(link)).arrayBuffer());
		const whole = await bytes();
		await faults({ origin: 'files', times: 2, action: { type: 'corrupt', at: 8 } });
		const [first, second] = [await bytes(), await bytes()];
		assert.ok(first.equals(second) && !first.equals(whole));
		await faults({ origin: 'files', times: 2, action: { type: 'corrupt', at: 8, vary: true } });
		const [third, fourth] = [await bytes(), await bytes()];
		assert.ok(!third.equals(fourth) && !third.equals(whole) && !fourth.equals(whole));
	});

	it('redirect: to where it says, to the link itself, or without a place', async () => {
		const link = await bench().link();
		await faults(
			{ origin: 'files', action: { type: 'redirect', status: 307, to: 'https://example.com/m.glb' } },
			{ origin: 'files', action: { type: 'redirect', status: 301, to: '{link}&hop=1' } },
			{ origin: 'files', action: { type: 'redirect', status: 308 } },
		);
		const seen: unknown[] = [];
		for (let count = 0; count < 3; count += 1) {
			const { status, headers } = await fetch(link, { redirect: 'manual' });
			seen.push([status, headers.get('location')]);
		}
		assert.deepEqual(seen, [
			[307, 'https://example.com/m.glb'],
			[301, `${link}&hop=1`],
			[308, null],
		]);
		assert.equal((await fetch(`${link}&hop=1`)).status, 200);
	});

	it('otherETag: a part is not given for the file that was', async () => {
		const link = await bench().link();
		const etag = (await fetch(link)).headers.get('etag') ?? '';
		await faults({ origin: 'files', action: 'otherETag' });
		const response = await fetch(link, { headers: { Range: 'bytes=5-', 'If-Range': etag } });
		assert.equal(response.status, 200);
		assert.notEqual(response.headers.get('etag'), etag);
	});

	it('expireLink: the link is dead for good, a fresh one is not', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const link = await bench().modelLink(id);
		await faults({ origin: 'files', action: 'expireLink' });
		assert.equal((await fetch(link)).status, 403);
		assert.equal((await fetch(link)).status, 403);
		assert.equal((await fetch(await bench().modelLink(id))).status, 200);
	});

	it('expireLink in mid-download: some bytes, then the end, then 403, and the rest from a fresh link', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const whole = Buffer.from(await (await fetch(await bench().modelLink(id))).arrayBuffer());
		const link = await bench().modelLink(id);
		await faults({ origin: 'files', action: { type: 'expireLink', afterBytes: 1000 } });
		assert.equal(await bytesBeforeTheEnd(await fetch(link)), 1000);
		assert.equal((await fetch(link, { headers: { Range: 'bytes=1000-' } })).status, 403);
		const rest = await fetch(await bench().modelLink(id), { headers: { Range: 'bytes=1000-' } });
		assert.ok(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(1000)));
	});
});

/** Reads a body that breaks off; gives how much of it came. */
async function bytesBeforeTheEnd(response: Response): Promise<number> {
	let bytes = 0;
	await assert.rejects(async () => {
		for await (const part of response.body ?? []) {
			bytes += (part as Uint8Array).length;
		}
	});
	return bytes;
}
