import assert from 'node:assert/strict';
import { crate, freshBench, key } from './bench';

describe('sandbox, Meshy: links', () => {
	const bench = freshBench({ linkLifetimeSeconds: 60 });

	async function glbLink(id: string): Promise<string> {
		return (await bench().look('text-to-3d', id)).model_urls.glb ?? '';
	}

	async function doneId(): Promise<string> {
		return (await bench().done('text-to-3d', crate)).id;
	}

	it('lead to another origin, under the account and the task, with a signature that ends', async () => {
		const id = await doneId();
		const link = new URL(await glbLink(id));
		assert.equal(link.origin, bench().sandbox.files);
		assert.notEqual(link.origin, bench().sandbox.meshy);
		assert.match(
			link.pathname,
			new RegExp(`^/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/tasks/${id}/output/model\\.glb$`),
		);
		assert.deepEqual([...link.searchParams.keys()], ['Expires', 'Signature', 'Key-Pair-Id']);
		const seconds = Number(link.searchParams.get('Expires')) - Date.now() / 1000;
		assert.ok(seconds > 30 && seconds <= 61, String(seconds));
	});

	it('are new at every look, and old ones hold until their time', async () => {
		const id = await doneId();
		const [one, two] = [await glbLink(id), await glbLink(id)];
		assert.notEqual(one, two);
		assert.equal((await fetch(one)).status, 200);
		assert.equal((await fetch(two)).status, 200);
	});

	it('die after their lifetime with 403 and XML, and a fresh look gives a good one', async () => {
		const id = await doneId();
		const link = await glbLink(id);
		await bench().control('/clock', { advanceLinkSeconds: 61 });
		const dead = await fetch(link);
		assert.equal(dead.status, 403);
		assert.equal(dead.headers.get('content-type'), 'application/xml');
		assert.match(await dead.text(), /^<\?xml[\s\S]*<Code>AccessDenied<\/Code>/);
		assert.equal((await fetch(await glbLink(id))).status, 200);
	});

	it('cannot be made to live longer or lead elsewhere', async () => {
		const id = await doneId();
		const task = await bench().look('text-to-3d', id);
		const link = new URL(task.model_urls.glb ?? '');
		const expires = new URL(link);
		expires.searchParams.set('Expires', String(Number(link.searchParams.get('Expires')) + 1));
		const elsewhere = new URL(link);
		elsewhere.pathname = new URL(task.thumbnail_url).pathname;
		const unsigned = new URL(link);
		unsigned.searchParams.delete('Signature');
		for (const bad of [expires, elsewhere, unsigned, `${link.origin}${link.pathname}`]) {
			assert.equal((await fetch(bad)).status, 403, String(bad));
		}
		assert.equal((await fetch(link)).status, 200);
	});

	it('need no key, take no notice of one unless told to, and have no CORS header', async () => {
		const link = await glbLink(await doneId());
		const answer = await fetch(link);
		assert.deepEqual(
			[...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
			[],
		);
		const withKey = { headers: { Authorization: `Bearer ${key}` } };
		assert.equal((await fetch(link, withKey)).status, 200);
		await bench().control('/variants', { http: { fileAuthorization: 'refused' } });
		assert.equal((await fetch(link, withKey)).status, 400);
	});

	it('give a head, a part, an ETag and the right type', async () => {
		const link = await glbLink(await doneId());
		const whole = await fetch(link);
		const bytes = Buffer.from(await whole.arrayBuffer());
		assert.equal(whole.headers.get('content-type'), 'model/gltf-binary');
		const head = await fetch(link, { method: 'HEAD' });
		assert.equal(head.headers.get('content-length'), String(bytes.length));
		assert.equal(head.headers.get('etag'), whole.headers.get('etag'));
		const part = await fetch(link, { headers: { Range: 'bytes=4-7' } });
		assert.equal(part.status, 206);
		assert.ok(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(4, 8)));
	});

	it('can be made to die at once, or in mid-download', async () => {
		const id = await doneId();
		await bench().faults({ origin: 'files', action: 'expireLink' });
		const link = await glbLink(id);
		assert.equal((await fetch(link)).status, 403);
		assert.equal((await fetch(link)).status, 403);
		const whole = Buffer.from(await (await fetch(await glbLink(id))).arrayBuffer());
		await bench().faults({ origin: 'files', action: { type: 'expireLink', afterBytes: 500 } });
		const cut = await glbLink(id);
		await assert.rejects(async () => (await fetch(cut)).arrayBuffer());
		assert.equal((await fetch(cut, { headers: { Range: 'bytes=500-' } })).status, 403);
		const rest = await fetch(await glbLink(id), { headers: { Range: 'bytes=500-' } });
		assert.ok(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(500)));
	});

	it('of files that no task offers lead nowhere', async () => {
		const id = await doneId();
		const link = new URL(await glbLink(id));
		link.pathname = link.pathname.replace('model.glb', 'model.fbx');
		assert.equal((await fetch(link)).status, 403);
	});
});
