import assert from 'node:assert/strict';
import { sliceOf } from '../../../src/sandbox/fileHost';
import { freshBench, key } from './bench';

describe('sandbox: links and the file host', () => {
	const bench = freshBench();
	const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
		fetch(url, { headers, method });

	it('gives a model with its length, its ETag and no CORS header, from another origin than the API', async () => {
		const link = await bench().link();
		assert.notEqual(new URL(link).origin, new URL(bench().sandbox.tripo).origin);
		assert.equal(new URL(link).origin, bench().sandbox.files);
		const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
		assert.match(
			new URL(link).pathname,
			new RegExp(`^/tcli_[0-9a-f]{32}/\\d{8}/(${uuid})/tripo_pbr_model_\\1\\.glb$`),
		);
		const response = await get(link);
		const bytes = Buffer.from(await response.arrayBuffer());
		assert.equal(response.status, 200);
		assert.equal(Number(response.headers.get('content-length')), bytes.length);
		assert.equal(bytes.toString('latin1', 0, 4), 'glTF');
		assert.equal(bytes.readUInt32LE(8), bytes.length);
		assert.match(response.headers.get('etag') ?? '', /^"[0-9a-f]{32}"$/);
		assert.equal(response.headers.get('accept-ranges'), 'bytes');
		assert.equal(response.headers.get('access-control-allow-origin'), null);
	});

	it('gives a preview picture', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const output = (await bench().look(id)).output as { rendered_image_url: string };
		assert.match(new URL(output.rendered_image_url).pathname, /\.png$/);
		const bytes = Buffer.from(await (await get(output.rendered_image_url)).arrayBuffer());
		assert.equal(bytes.toString('latin1', 1, 4), 'PNG');
	});

	it('names the kind of model in the path', async () => {
		const bare = await bench().task({ texture: false, pbr: false });
		const plain = await bench().task({ pbr: false });
		await bench().advance(1000);
		assert.match(await bench().modelLink(bare), /\/tripo_base_model_[^/]+\.glb\?/);
		assert.match(await bench().modelLink(plain), /\/tripo_model_[^/]+\.glb\?/);
	});

	it('dies after 60 s with 403 and AccessDenied; the task gives a fresh one', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const link = await bench().modelLink(id);
		await bench().control('/clock', { advanceLinkSeconds: 59 });
		assert.equal((await get(link)).status, 200);
		await bench().control('/clock', { advanceLinkSeconds: 1 });
		const dead = await get(link);
		assert.equal(dead.status, 403);
		assert.match(dead.headers.get('content-type') ?? '', /xml/);
		assert.match(await dead.text(), /^<\?xml.*<Error><Code>AccessDenied<\/Code>/s);
		const fresh = await bench().modelLink(id);
		assert.equal(new URL(fresh).pathname, new URL(link).pathname);
		assert.equal((await get(fresh)).status, 200);
		assert.equal((await get(link)).status, 403);
	});

	it('is another one at every query, and does not age with the work', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const links = [await bench().modelLink(id), await bench().modelLink(id)];
		assert.notEqual(links[0], links[1]);
		await bench().advance(100_000);
		for (const link of links) {
			assert.equal((await get(link)).status, 200);
		}
	});

	it('holds for one path, and cannot be altered', async () => {
		const [one, two] = [await bench().task(), await bench().task()];
		await bench().advance(1000);
		const [a, b] = [new URL(await bench().modelLink(one)), new URL(await bench().modelLink(two))];
		const swapped = `${b.origin}${b.pathname}${a.search}`;
		const policy = JSON.parse(
			Buffer.from((a.searchParams.get('Policy') ?? '').replace(/_+$/, ''), 'base64').toString(),
		);
		policy.Statement[0].Condition.DateLessThan['AWS:EpochTime'] += 3600;
		const longer = new URL(a);
		longer.searchParams.set(
			'Policy',
			Buffer.from(JSON.stringify(policy)).toString('base64').replaceAll('=', '_'),
		);
		const bareUrl = `${a.origin}${a.pathname}`;
		for (const url of [swapped, longer.href, bareUrl, a.href.replace(/Signature=[^&]*/, '')]) {
			assert.equal((await get(url)).status, 403, url);
		}
		assert.equal((await get(a.href)).status, 200);
	});

	it('passes a foreign key by, as content networks do, or refuses it by a variant', async () => {
		const link = await bench().link();
		const withKey = { Authorization: `Bearer ${key}` };
		assert.equal((await get(link, withKey)).status, 200);
		assert.equal((await get(link, withKey, 'HEAD')).status, 200);
		await bench().control('/variants', { http: { fileAuthorization: 'refused' } });
		const refused = await get(link, withKey);
		assert.equal(refused.status, 400);
		assert.match(await refused.text(), /<Code>InvalidArgument</);
		assert.equal((await get(link)).status, 200);
	});

	it('does not take a key for a signature', async () => {
		const { origin, pathname } = new URL(await bench().link());
		assert.equal((await get(origin + pathname, { Authorization: `Bearer ${key}` })).status, 403);
	});

	it('refuses other methods and a preflight', async () => {
		const link = await bench().link();
		assert.equal((await get(link, {}, 'DELETE')).status, 405);
		assert.equal((await get(link, {}, 'OPTIONS')).status, 403);
	});

	it('gives parts: from, from-to, and the end', async () => {
		const link = await bench().link();
		const whole = Buffer.from(await (await get(link)).arrayBuffer());
		const cases: [string, number, number][] = [
			['bytes=100-', 100, whole.length - 1],
			['bytes=0-0', 0, 0],
			['bytes=10-99999999', 10, whole.length - 1],
			['bytes=-50', whole.length - 50, whole.length - 1],
		];
		for (const [range, first, last] of cases) {
			const response = await get(link, { Range: range });
			assert.equal(response.status, 206, range);
			assert.equal(response.headers.get('content-range'), `bytes ${first}-${last}/${whole.length}`);
			const part = Buffer.from(await response.arrayBuffer());
			assert.ok(part.equals(whole.subarray(first, last + 1)), range);
		}
	});

	it('answers 416 to a part that is not there, and the whole to a range it cannot read', async () => {
		const link = await bench().link();
		const length = Number((await get(link, {}, 'HEAD')).headers.get('content-length'));
		assert.ok(length > 0);
		const beyond = await get(link, { Range: `bytes=${length}-` });
		assert.equal(beyond.status, 416);
		assert.equal(beyond.headers.get('content-range'), `bytes */${length}`);
		for (const range of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-']) {
			assert.equal((await get(link, { Range: range })).status, 200, range);
		}
	});

	it('heeds If-Range: the part for the same file, the whole for another', async () => {
		const link = await bench().link();
		const etag = (await get(link, {}, 'HEAD')).headers.get('etag') ?? '';
		assert.equal((await get(link, { Range: 'bytes=5-', 'If-Range': etag })).status, 206);
		assert.equal((await get(link, { Range: 'bytes=5-', 'If-Range': '"another"' })).status, 200);
	});
});

describe('sandbox: ranges', () => {
	it('has no bytes in an empty file', () => {
		assert.deepEqual(sliceOf('bytes=0-', 0), { kind: 'unsatisfiable' });
		assert.deepEqual(sliceOf('bytes=-5', 0), { kind: 'unsatisfiable' });
		assert.deepEqual(sliceOf('bytes=-0', 10), { kind: 'unsatisfiable' });
	});
});

describe('sandbox: link lifetime chosen at the start', () => {
	const bench = freshBench({ linkLifetimeSeconds: 0.5 });

	it('may be less than a second', async () => {
		const link = await bench().link();
		assert.equal((await fetch(link)).status, 200);
		await bench().control('/clock', { advanceLinkSeconds: 0.5 });
		assert.equal((await fetch(link)).status, 403);
	});
});
