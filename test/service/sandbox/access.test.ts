import assert from 'node:assert/strict';
import { freshBench, key } from './bench';

describe('sandbox: who gets in, and to what', () => {
	const bench = freshBench();

	for (const refused of ['tcli_0123456789abcdef', 'tsk_short', 'sk-0123456789', 'tsk_invalid_0001', '']) {
		it(`refuses the key "${refused}"`, async () => {
			const answer = await bench().call('GET', '/account/balance', { key: refused });
			assert.equal(answer.status, 401);
			assert.equal(answer.body.code, 2);
			assert.equal(answer.body.status, 'error');
			for (const name of ['message', 'suggestion', 'request_id']) {
				assert.equal(typeof answer.body[name], 'string', name);
			}
		});
	}

	it('refuses a request without a key', async () => {
		const answer = await fetch(`${bench().sandbox.tripo}/account/balance`);
		assert.equal(answer.status, 401);
	});

	it('opens an account with 10,000 credits at the first sight of a well-formed key', async () => {
		const answer = await bench().call('GET', '/account/balance', { key: 'tsk_never-seen' });
		assert.deepEqual(answer.body, { code: 0, status: 'success', data: { balance: 10_000, frozen: 0 } });
	});

	it('knows only the accounts there are once the table is closed', async () => {
		await bench().call('GET', '/account/balance');
		await bench().control('/accounts', { closed: true });
		assert.equal((await bench().call('GET', '/account/balance')).status, 200);
		assert.equal((await bench().call('GET', '/account/balance', { key: 'tsk_late-comer' })).status, 401);
		await bench().control('/accounts', { key: 'tsk_late-comer' });
		assert.equal((await bench().call('GET', '/account/balance', { key: 'tsk_late-comer' })).status, 200);
	});

	it('can give the other codes of a refused key', async () => {
		await bench().control('/variants', { badKeyCode: 1002 });
		const answer = await bench().call('GET', '/account/balance', { key: 'tcli_x' });
		assert.deepEqual([answer.status, answer.body.code], [401, 1002]);
	});

	it('is of no use to a browser: no CORS header, and 401 to a preflight', async () => {
		const { tripo } = bench().sandbox;
		const preflight = await fetch(`${tripo}/account/balance`, {
			method: 'OPTIONS',
			headers: { Authorization: `Bearer ${key}` },
		});
		assert.equal(preflight.status, 401);
		const answer = await bench().call('GET', '/account/balance');
		for (const headers of [preflight.headers, answer.headers]) {
			assert.deepEqual(
				[...headers.keys()].filter((name) => name.startsWith('access-control')),
				[],
			);
		}
	});

	it('names every answer, and gives a request id back', async () => {
		const one = await bench().call('GET', '/account/balance', { headers: { 'X-Request-ID': 'mine-1' } });
		const two = await bench().call('GET', '/nothing');
		assert.equal(one.headers.get('x-request-id'), 'mine-1');
		assert.match(one.headers.get('x-tripo-trace-id') ?? '', /^[0-9a-f-]{36}$/);
		assert.notEqual(one.headers.get('x-tripo-trace-id'), two.headers.get('x-tripo-trace-id'));
		assert.equal(two.headers.get('x-request-id'), two.body.request_id);
	});

	for (const [method, path, status, code] of [
		['GET', '/no/such/thing', 404, 4001],
		['GET', '/tasks', 404, 4001],
		['DELETE', '/tasks/0', 405, 1003],
		['POST', '/tasks/0/cancel', 404, 4001],
		['GET', '/generation/text-to-model', 405, 1003],
		['POST', '/account/balance', 405, 1003],
		['POST', '/generation/image-to-splat', 400, 2002],
		['POST', '/mesh/smartsegment', 400, 2002],
		['POST', '/models/refine', 400, 2015],
	] as const) {
		it(`answers ${method} ${path} with ${status} and code ${code}`, async () => {
			const answer = await bench().call(method, path);
			assert.deepEqual([answer.status, answer.body.code], [status, code]);
		});
	}

	it('serves nothing outside /v3', async () => {
		const answer = await fetch(bench().sandbox.tripo.replace('/v3', '/account/balance'), {
			headers: { Authorization: `Bearer ${key}` },
		});
		assert.equal(answer.status, 404);
	});

	it('tells a wrong content type, broken JSON and other JSON apart from a wrong parameter', async () => {
		const path = '/generation/text-to-model';
		const asText = await bench().call('POST', path, {
			body: '{}',
			headers: { 'Content-Type': 'text/plain' },
		});
		assert.deepEqual([asText.status, asText.body.code], [415, 1003]);
		for (const body of ['{"prompt":', '[]', '"text"', 'null']) {
			const answer = await bench().call('POST', path, { body });
			assert.deepEqual([answer.status, answer.body.code], [400, 1003], body);
		}
	});
});
