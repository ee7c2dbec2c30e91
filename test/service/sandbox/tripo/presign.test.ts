import assert from 'node:assert/strict';
import { freshBench, key } from '../bench';
import { Chain } from './chain';

/** Bytes of what is put up: more than goes comfortably through one multipart request. */
const large = 61 * 1024 * 1024;

/** A GLB with so much behind its scene that it reaches a size; readers skip chunks that they do not know. */
function padded(glb: Buffer, size: number): Buffer {
	const chunk = Buffer.alloc(8);
	chunk.writeUInt32LE(size - glb.length - 8, 0);
	chunk.write('PAD ', 4, 'latin1');
	const whole = Buffer.concat([glb, chunk, Buffer.alloc(size - glb.length - 8)]);
	whole.writeUInt32LE(size, 8);
	return whole;
}

describe('sandbox: large models through a presigned address', () => {
	const bench = freshBench();

	async function presigned(format = 'glb') {
		const { data } = await bench().call('POST', '/files/presign', { body: { format } });
		return { url: data.presigned_url as string, token: data.file_token as string };
	}

	it('are put there whole and can be worked on afterwards', async () => {
		const chain = new Chain(bench());
		const source = await chain.download(await chain.one('text_to_model'));
		const { url, token } = await presigned();
		assert.equal((await chain.ask('import_model', { input: token })).body.code, 1004, 'nothing there yet');
		const body = new Uint8Array(padded(source, large));
		const put = await fetch(url, {
			method: 'PUT',
			headers: { 'Content-Type': 'application/octet-stream' },
			body,
		});
		assert.equal(put.status, 200);
		const imported = await chain.make('import_model', { input: token });
		assert.equal((await chain.download(imported)).length, large);
		await chain.make('animate_rig', { input: imported });
		await chain.make('convert_model', { input: token, format: 'STL' });
	});

	it('must not carry the key along, and must come in time', async () => {
		const { url, token } = await presigned();
		const put = (headers: Record<string, string> = {}) =>
			fetch(url, { method: 'PUT', headers, body: new Uint8Array(Buffer.from('glTF....')) });
		const leaked = await put({ Authorization: `Bearer ${key}` });
		assert.equal(leaked.status, 400);
		assert.match(await leaked.text(), /<Error>/);
		await bench().control('/clock', { advanceLinkSeconds: 1801 });
		const late = await put();
		assert.equal(late.status, 403);
		assert.equal(late.headers.get('content-type'), 'application/xml');
		assert.match(await late.text(), /^<\?xml .*<Error><Code>/s);
		const answer = await new Chain(bench()).ask('import_model', { input: token });
		assert.equal(answer.body.code, 1004);
	});

	it('fail as tasks when the bytes are not of the format that was named', async () => {
		const chain = new Chain(bench());
		const { url, token } = await presigned();
		await fetch(url, { method: 'PUT', body: new Uint8Array(Buffer.from('no model at all')) });
		const task = await chain.end('import_model', { input: token });
		assert.deepEqual([task.status, task.error_code], ['failed', 1004]);
	});
});
