import assert from 'node:assert/strict';
import { freshBench, ledger } from './bench';

const daySeconds = 86_400;

describe('sandbox: a clock that is wrong', () => {
	const bench = freshBench();
	/** Seconds that each time in the service's answers is ahead of ours. */
	async function ahead(): Promise<Record<string, number>> {
		const id = await bench().task();
		await bench().advance(1000);
		const answer = await bench().call('GET', `/tasks/${id}`);
		const usage = (await bench().call('GET', '/account/usage')).data as unknown as { created_at: string }[];
		const { created_at, completed_at, output } = answer.data as {
			created_at: string;
			completed_at: string;
			output: { model_url: string };
		};
		const file = await fetch(output.model_url);
		assert.equal(file.status, 200, 'links live as long as ever');
		await file.body?.cancel();
		const told = {
			created: Date.parse(created_at),
			completed: Date.parse(completed_at),
			usage: Date.parse(usage[0]?.created_at ?? ''),
			date: Date.parse(answer.headers.get('date') ?? ''),
			fileHost: Date.parse(file.headers.get('date') ?? ''),
			rateWindow: 1000 * Number(answer.headers.get('x-ratelimit-reset')),
		};
		return Object.fromEntries(
			Object.entries(told).map(([name, ms]) => [name, Math.round((ms - Date.now()) / 1000)]),
		);
	}
	async function isAhead(seconds: number): Promise<void> {
		for (const [name, told] of Object.entries(await ahead()))
			assert.ok(Math.abs(told - seconds) <= 120, `${name} is ${told} s ahead instead of ${seconds}`);
	}

	for (const seconds of [daySeconds, -daySeconds])
		it(`tells every time ${seconds} s ahead, and goes by the true one`, async () => {
			await isAhead(0);
			await bench().control('/clock', { skewSeconds: seconds });
			await isAhead(seconds);
			const [entry] = (await ledger(bench())).entries;
			assert.ok(
				Math.abs((entry?.at ?? 0) - Date.now()) < 60_000,
				'the ledger is the test’s own and stays true',
			);
			await bench().control('/reset', {});
			await isAhead(0);
		});

	it('can be told another date for a single answer', async () => {
		const headers = { Date: 'Sun, 22 Nov 2026 12:00:30 GMT' };
		await bench().control('/faults', [{ action: { type: 'status', status: 503, headers } }]);
		const answer = await bench().call('GET', '/account/balance');
		assert.equal(answer.headers.get('date'), headers.Date);
	});
});
