import assert from 'node:assert/strict';
import { crate, freshBench, key } from './bench';

describe('sandbox, Meshy: who gets in, and to what', () => {
	const bench = freshBench();
	const balance = '/openapi/v1/balance';

	for (const refused of ['msy_short', 'msy-0123456789', 'tsk_bench-0001', 'msy_invalid_0001', '']) {
		it(`refuses the key "${refused}"`, async () => {
			const answer = await bench().call('GET', balance, undefined, refused);
			assert.equal(answer.status, 401);
			assert.deepEqual(answer.body, { message: 'Invalid API key' });
		});
	}

	it('refuses a key without the word Bearer, and a request without a key', async () => {
		const url = bench().sandbox.meshy + balance;
		assert.equal((await fetch(url, { headers: { Authorization: key } })).status, 401);
		assert.equal((await fetch(url)).status, 401);
	});

	it('keeps keys apart from Tripo: neither service takes the other one’s', async () => {
		const { tripo } = bench().sandbox;
		const asked = await fetch(`${tripo}/account/balance`, { headers: { Authorization: `Bearer ${key}` } });
		assert.equal(asked.status, 401);
	});

	it('opens an account with 10,000 credits at the first sight of a well-formed key', async () => {
		const answer = await bench().call('GET', balance, undefined, 'msy_neverseen1');
		assert.deepEqual([answer.status, answer.body], [200, { balance: 10_000 }]);
	});

	it('knows only the accounts there are once the table is closed', async () => {
		await bench().balance();
		await bench().control('/accounts', { closed: true });
		assert.equal((await bench().call('GET', balance)).status, 200);
		assert.equal((await bench().call('GET', balance, undefined, 'msy_latecomer')).status, 401);
		await bench().control('/accounts', { key: 'msy_latecomer' });
		assert.equal((await bench().call('GET', balance, undefined, 'msy_latecomer')).status, 200);
	});

	for (const [method, path, status] of [
		['GET', '/openapi/v1/nothing', 404],
		['GET', '/openapi/v1/text-to-3d', 404],
		['POST', '/openapi/v1/text-to-texture', 404],
		['POST', '/openapi/v1/print/multi-color', 404],
		['POST', '/openapi/creative-lab/figure/v1/prototype', 404],
		['GET', '/openapi/v1/usage/tasks', 403],
		['GET', '/openapi/v1/showcases', 403],
		['PUT', '/openapi/v1/remesh', 405],
		['DELETE', '/openapi/v1/balance', 405],
		['OPTIONS', '/openapi/v1/balance', 403],
	] as const) {
		it(`answers ${method} ${path} with ${status}`, async () => {
			const answer = await bench().call(method, path);
			assert.equal(answer.status, status);
			assert.deepEqual(Object.keys(answer.body), ['message']);
		});
	}

	it('tells even strangers what it does not have, as the service does', async () => {
		const { meshy } = bench().sandbox;
		assert.equal((await fetch(`${meshy}/openapi/v1/text-to-texture`, { method: 'POST' })).status, 404);
		assert.equal((await fetch(`${meshy}/openapi/v1/retexture`, { method: 'POST' })).status, 401);
	});

	it('names every answer and the version, and is of no use to a browser', async () => {
		const one = await bench().call('GET', balance);
		const two = await bench().call('GET', '/openapi/v1/nothing');
		assert.notEqual(one.headers.get('x-request-id'), two.headers.get('x-request-id'));
		for (const { headers } of [one, two]) {
			assert.match(headers.get('x-api-version') ?? '', /^\d{4}-\d\d-\d\d$/);
			assert.deepEqual(
				[...headers.keys()].filter((name) => name.startsWith('access-control')),
				[],
			);
		}
	});

	it('takes JSON objects only, whatever the content type says', async () => {
		for (const body of ['{"mode":', '[]', '"text"', 'null', '']) {
			const answer = await bench().call('POST', '/openapi/v2/text-to-3d', body);
			assert.equal(answer.status, 400, body);
		}
		const form = new FormData();
		form.append('mode', 'preview');
		const url = `${bench().sandbox.meshy}/openapi/v2/text-to-3d`;
		const headers = { Authorization: `Bearer ${key}` };
		const multipart = await fetch(url, { method: 'POST', headers, body: form });
		assert.deepEqual(
			[multipart.status, await multipart.json()],
			[400, { message: "invalid character '-' in numeric literal" }],
		);
		const plain = await fetch(url, { method: 'POST', headers, body: JSON.stringify(crate) });
		assert.equal(plain.status, 202);
	});

	it('ignores fields that it does not know, and records their names', async () => {
		assert.equal((await bench().preview({ seed: 5, made_up: { deep: true } })).status, 202);
		assert.equal((await bench().preview({ texture_prompt: null, target_polycount: null })).status, 202);
		const { requests } = await bench().control('/requests');
		assert.deepEqual(
			(requests as { ignored: string[] }[]).map(({ ignored }) => ignored),
			[['seed', 'made_up'], []],
		);
	});
});
