import assert from 'node:assert/strict';
import { freshBench, png } from './bench';

const megabyte = 1024 * 1024;

describe('sandbox: uploads', () => {
	const bench = freshBench();

	it('gives a token for a picture', async () => {
		const answer = await bench().upload('front.png', png());
		assert.equal(answer.status, 200);
		assert.match(answer.data.file_token as string, /^file_[0-9a-f]{8}-[0-9a-f-]{27}$/);
	});

	const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
	const cases: [string, string, Uint8Array, number, number][] = [
		['an empty file', 'a.png', new Uint8Array(), 400, 2003],
		['a file type it does not know', 'a.gif', png(), 400, 2004],
		['a file without an extension', 'picture', png(), 400, 2004],
		['text under a picture name', 'a.png', Buffer.from('hello'), 400, 2004],
		['a picture under a model name', 'a.glb', png(), 400, 2004],
		['a picture of more than 20 MB', 'a.png', Buffer.concat([png(), Buffer.alloc(20 * megabyte)]), 413, 2021],
		[
			'a model of more than 150 MB',
			'a.glb',
			Buffer.concat([Buffer.from('glTF'), Buffer.alloc(151 * megabyte)]),
			413,
			2021,
		],
	];
	for (const [what, name, bytes, status, code] of cases) {
		it(`refuses ${what}`, async () => {
			const answer = await bench().upload(name, bytes);
			assert.deepEqual([answer.status, answer.body.code], [status, code]);
		});
	}

	it('takes a JPEG that is called PNG, and a model', async () => {
		assert.equal((await bench().upload('a.png', jpegHead)).status, 200);
		assert.equal((await bench().upload('a.glb', Buffer.from('glTF....'))).status, 200);
	});

	it('refuses what is not multipart, broken multipart and a form without the file', async () => {
		const json = await bench().call('POST', '/files', { body: {} });
		assert.deepEqual([json.status, json.body.code], [415, 1003]);
		const broken = await bench().call('POST', '/files', {
			body: 'no parts here',
			headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
		});
		assert.deepEqual([broken.status, broken.body.code], [400, 1003]);
		const form = new FormData();
		form.append('image', new Blob([new Uint8Array(png())]), 'a.png');
		const unnamed = await fetch(`${bench().sandbox.tripo}/files`, {
			method: 'POST',
			headers: { Authorization: 'Bearer tsk_bench-0001' },
			body: form,
		});
		assert.equal(((await unnamed.json()) as { code: number }).code, 1004);
	});

	it('lets a minute have ten uploads, then says how long to wait', async () => {
		for (let count = 0; count < 10; count += 1) {
			assert.equal((await bench().upload('a.png', png())).status, 200);
		}
		const refused = await bench().upload('a.png', png());
		assert.deepEqual([refused.status, refused.body.code], [429, 1007]);
		assert.ok(Number(refused.headers.get('retry-after')) >= 1);
		assert.equal(refused.headers.get('x-ratelimit-limit'), '10');
		assert.equal(refused.headers.get('x-ratelimit-remaining'), '0');
		assert.ok(Number(refused.headers.get('x-ratelimit-reset')) * 1000 > Date.now());
		await bench().advance(60);
		assert.equal((await bench().upload('a.png', png())).status, 200);
	});
});

describe('sandbox: presigned uploads', () => {
	const bench = freshBench();

	async function presigned() {
		const { data } = await bench().call('POST', '/files/presign', { body: { format: 'png' } });
		return { url: data.presigned_url as string, token: data.file_token as string, seconds: data.expires_in };
	}

	const imageTask = (input: string) =>
		bench().call('POST', '/generation/image-to-model', { body: { input, model: 'v3.1-20260211' } });

	it('takes the bytes on the file host, and the token is good afterwards', async () => {
		const { url, token, seconds } = await presigned();
		assert.equal(seconds, 1800);
		assert.equal(new URL(url).origin, bench().sandbox.files);
		assert.equal((await imageTask(token)).body.code, 1004);
		assert.equal((await fetch(url, { method: 'PUT', body: new Uint8Array(png()) })).status, 200);
		assert.equal((await imageTask(token)).status, 200);
	});

	it('refuses an API key, an altered signature, a late PUT and one without a length', async () => {
		const { url } = await presigned();
		const put = (address: string, init: RequestInit = {}) =>
			fetch(address, { method: 'PUT', body: new Uint8Array(png()), ...init });
		assert.equal((await put(url, { headers: { Authorization: 'Bearer tsk_bench-0001' } })).status, 400);
		const altered = await put(url.replace(/Signature=./, 'Signature=_'));
		assert.equal(altered.status, 403);
		assert.match(await altered.text(), /<Code>SignatureDoesNotMatch</);
		const stream = new Blob([new Uint8Array(png())]).stream();
		assert.equal((await put(url, { body: stream, duplex: 'half' } as RequestInit)).status, 411);
		await bench().control('/clock', { advanceLinkSeconds: 1800 });
		assert.equal((await put(url)).status, 403);
	});

	it('refuses formats it does not know', async () => {
		for (const format of ['.png', 'gif', 'constructor', 7]) {
			const answer = await bench().call('POST', '/files/presign', { body: { format } });
			assert.equal(answer.body.code, 1004, String(format));
		}
	});

	it('can name the address as other versions do', async () => {
		await bench().control('/variants', { presignedName: 'upload_url' });
		const { data } = await bench().call('POST', '/files/presign', { body: { format: 'glb' } });
		assert.deepEqual(Object.keys(data).sort(), ['expires_in', 'file_token', 'upload_url']);
	});
});
