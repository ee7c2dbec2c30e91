import assert from 'node:assert/strict';
import { encode } from 'jpeg-js';
import { bytesOf, crate, dataUri, freshBench, png } from './bench';

describe('sandbox, Meshy: pictures and models inside requests', () => {
	const bench = freshBench({ meshyTier: 'ultra' });
	const glb = { target_formats: ['glb'] };
	const jpeg = () => encode({ width: 40, height: 40, data: Buffer.alloc(40 * 40 * 4, 120) }, 80).data;
	const send = (image_url: unknown) => bench().post('image-to-3d', { image_url, ...glb });
	const sendModel = (model_url: unknown) => bench().post('remesh', { model_url });
	const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

	it('takes PNG and JPEG, under either name', async () => {
		for (const uri of [
			dataUri(png()),
			dataUri(jpeg(), 'image/jpeg'),
			dataUri(jpeg(), 'image/jpg'),
			dataUri(jpeg(), 'image/png'),
		]) {
			assert.equal((await send(uri)).status, 202, uri.slice(0, 30));
		}
	});

	for (const [what, uri] of [
		['another picture format', dataUri(webp, 'image/webp')],
		['another format under a right name', dataUri(webp, 'image/png')],
		['text', dataUri(Buffer.from('no picture'), 'image/png')],
		['only the beginning of a picture', dataUri(png().slice(0, 12))],
		['nothing', 'data:image/png;base64,'],
		['no base64', 'data:image/png;base64,@@@@'],
		['no word of base64', `data:image/png,${Buffer.from(png()).toString('base64')}`],
		['no comma', 'data:image/png;base64'],
		['a model', dataUri(Buffer.from('glTF'), 'model/gltf-binary')],
		['an address that cannot be reached', 'https://example.com/a.png'],
		['an address of this machine', 'http://127.0.0.1:1/a.png'],
		['an address of another kind of file', 'https://example.com/a.webp'],
		['a path', '/etc/passwd'],
		['another scheme', 'file:///etc/passwd.png'],
		['no text', 5],
		['empty text', ''],
	] as const) {
		it(`refuses ${what}`, async () => {
			const answer = await send(uri);
			assert.equal(answer.status, 400);
			assert.match(answer.body.message ?? '', /^image_url /);
		});
	}

	it('refuses a picture of more than 20 MB', async () => {
		const large = Buffer.concat([png(), Buffer.alloc(20 * 1024 * 1024)]);
		assert.match((await send(dataUri(large))).body.message ?? '', /20 MB/);
	});

	it('takes a picture or a model from the sandbox’s own file host, while its link lives', async () => {
		const picture = await bench().done('text-to-image', { ai_model: 'nano-banana', prompt: 'a red crate' });
		const [url = ''] = picture.image_urls;
		assert.equal((await send(url)).status, 202);
		const model = await bench().done('text-to-3d', crate);
		assert.equal((await sendModel(model.model_urls.glb)).status, 202);
		await bench().control('/clock', { advanceLinkSeconds: 61 });
		assert.match((await send(url)).body.message ?? '', /cannot be reached/);
		assert.match((await send(`${url}x`)).body.message ?? '', /cannot be reached/);
	});

	it('fails a task, with its credits back, whose picture cannot be made into anything', async () => {
		const torn = png(64, 64).slice(0, 60);
		const task = await bench().done('image-to-3d', { image_url: dataUri(torn), ...glb });
		assert.equal(task.status, 'FAILED');
		assert.deepEqual([task.task_error?.type, task.task_error?.code], ['invalid_input', 'invalid_input']);
		assert.equal(task.consumed_credits, 0);
		assert.equal(await bench().balance(), 10_000);
	});

	const stl = Buffer.concat([Buffer.alloc(80), Buffer.from([1, 0, 0, 0]), Buffer.alloc(50)]);
	for (const [what, bytes] of [
		['FBX', Buffer.from('Kaydara FBX Binary  \0')],
		['text FBX', Buffer.from('; FBX 7.4.0 project file\n')],
		['OBJ', Buffer.from('# crate\nmtllib crate.mtl\nv 0 0 0\n')],
		['binary STL', stl],
		['text STL', Buffer.from('solid crate\n facet normal 0 0 1\n')],
		['glTF', Buffer.from('{"asset":{"version":"2.0"}}')],
	] as const) {
		it(`takes a model as ${what}, told by its bytes`, async () => {
			assert.equal((await sendModel(dataUri(bytes, 'application/octet-stream'))).status, 202);
		});
	}

	it('takes a GLB and goes on from what is in it', async () => {
		const made = await bench().done('text-to-3d', crate);
		const model = await bytesOf(made.model_urls.glb);
		for (const mediaType of ['application/octet-stream', 'model/gltf-binary']) {
			const task = await bench().done('resize', { model_url: dataUri(model, mediaType), resize_height: 2 });
			assert.equal(task.status, 'SUCCEEDED', JSON.stringify(task.task_error));
		}
	});

	for (const [what, uri, complaint] of [
		['a picture', dataUri(png()), /media types/],
		['a picture as anything', dataUri(png(), 'application/octet-stream'), /known format/],
		['text', dataUri(Buffer.from('hello'), 'application/octet-stream'), /known format/],
		['a file of another kind', 'https://example.com/a.3dm', /Invalid model file extension: \.3dm/],
	] as const) {
		it(`refuses ${what} for a model`, async () => {
			const answer = await sendModel(uri);
			assert.equal(answer.status, 400);
			assert.match(answer.body.message ?? '', complaint);
		});
	}

	it('refuses a damaged GLB at once where the model is looked at, and fails elsewhere', async () => {
		const damaged = dataUri(Buffer.from('glTF and no more'), 'application/octet-stream');
		const looked = await bench().post('uv-unwrap', { model_url: damaged });
		assert.deepEqual([looked.status, /cannot be read/.test(looked.body.message ?? '')], [400, true]);
		const task = await bench().done('remesh', { model_url: damaged });
		assert.deepEqual([task.status, task.consumed_credits], ['FAILED', 0]);
	});

	it('wants the other formats converted before UV unwrapping and rigging', async () => {
		for (const resource of ['uv-unwrap', 'rigging']) {
			const model_url = dataUri(stl, 'application/octet-stream');
			const answer = await bench().post(resource, { model_url });
			assert.match(answer.body.message ?? '', /Invalid model file extension: \.stl/, resource);
		}
	});

	it('refuses more faces than UV unwrapping takes', async () => {
		const made = await bench().done('text-to-3d', { ...crate, prompt: 'a forest' });
		assert.equal((await bench().post('uv-unwrap', { input_task_id: made.id })).status, 202);
		const model_url = dataUri(manyFaces(40_001), 'model/gltf-binary');
		const answer = await bench().post('uv-unwrap', { model_url });
		assert.equal(answer.status, 400);
		assert.match(answer.body.message ?? '', /40001 faces/);
	});
});

/** A GLB with that many triangles, all of them the same. */
function manyFaces(count: number): Buffer {
	const positions = Buffer.from(new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0]).buffer);
	const indices = Buffer.from(Uint16Array.from({ length: 3 * count }, (_, index) => index % 3).buffer);
	const binary = Buffer.concat([positions, indices, Buffer.alloc((4 - (indices.length % 4)) % 4)]);
	const json = JSON.stringify({
		asset: { version: '2.0' },
		scene: 0,
		scenes: [{ nodes: [0] }],
		nodes: [{ mesh: 0 }],
		meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
		accessors: [
			{ bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 1, 0] },
			{ bufferView: 1, componentType: 5123, count: 3 * count, type: 'SCALAR' },
		],
		bufferViews: [
			{ buffer: 0, byteLength: positions.length },
			{ buffer: 0, byteOffset: positions.length, byteLength: indices.length },
		],
		buffers: [{ byteLength: binary.length }],
	});
	const text = Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
	const chunk = (type: string, bytes: Buffer) => {
		const head = Buffer.alloc(8);
		head.writeUInt32LE(bytes.length);
		head.write(type, 4, 'latin1');
		return Buffer.concat([head, bytes]);
	};
	const chunks = Buffer.concat([chunk('JSON', text), chunk('BIN\0', binary)]);
	const head = Buffer.alloc(12);
	head.write('glTF', 'latin1');
	head.writeUInt32LE(2, 4);
	head.writeUInt32LE(head.length + chunks.length, 8);
	return Buffer.concat([head, chunks]);
}
