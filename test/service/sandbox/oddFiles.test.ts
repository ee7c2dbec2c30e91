import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { decode } from 'jpeg-js';
import { oddFile, oddities } from '../../../src/sandbox/files/oddFile';
import { modelFile, png } from '../../unit/core/support/sampleFiles';
import { zipOf } from '../../unit/core/support/zip';
import { freshBench } from './bench';

describe('sandbox: odd files and links', () => {
	const bench = freshBench();
	const faults = async (...steps: object[]) => {
		const answer = await bench().control('/faults', steps);
		assert.equal(answer.httpStatus, 200, JSON.stringify(answer));
	};
	const bytesOf = async (link: string): Promise<Buffer> =>
		Buffer.from(await (await fetch(link)).arrayBuffer());

	it('oddFile: the file host gives the file in that form', async () => {
		const link = await bench().link();
		const whole = await bytesOf(link);
		await faults({ origin: 'files', action: { type: 'oddFile', how: 'trailing' } });
		assert.deepEqual(await bytesOf(link), Buffer.concat([whole, Buffer.alloc(2)]));
		assert.deepEqual(await bytesOf(link), whole);
		const answer = await bench().control('/faults', [{ action: { type: 'oddFile', how: 'square' } }]);
		assert.match(String(answer.error), /how must be one of trailing/);
	});

	it('each oddity is what it is called', async () => {
		assert.equal(oddities.length, 5);
		const glb = await modelFile('glb');
		const json = (bytes: Buffer): string => bytes.toString('utf8', 20, 20 + bytes.readUInt32LE(12));
		assert.ok(json(oddFile(glb, 'byteOrderMark')).startsWith('\ufeff{'));
		const requiring = oddFile(glb, 'requires');
		assert.deepEqual(JSON.parse(json(requiring)).extensionsRequired, ['KHR_texture_basisu']);
		assert.equal(requiring.readUInt32LE(8), requiring.length);
		const jpeg = decode(oddFile(png, 'jpeg'));
		assert.deepEqual([jpeg.width, jpeg.height], [24, 24]);
		const names = Object.keys(
			unzipSync(oddFile(zipOf({ name: 'textures/a.png', data: 'p' }), 'foreignArchive')),
		);
		assert.ok(names.includes('export\\textures\\a.png') && names.includes('export\\.DS_Store'), names.join());
		assert.ok(names[0]?.startsWith('__MACOSX\\'));
	});

	it('nameLinks: links have another name, and give the same file', async () => {
		const id = await bench().task();
		await bench().advance(1000);
		const own = (await bench().look(id)).output as { model_url: string };
		for (const name of ['*', '*.exe', 'photo.png']) {
			await faults({ path: '/tasks/*', action: { type: 'nameLinks', name } });
			const { model_url } = (await bench().look(id)).output as { model_url: string };
			const path = new URL(model_url).pathname;
			assert.match(
				path,
				name === '*' ? /\/as\/[^.]+$/ : name === '*.exe' ? /\/as\/[^.]+\.exe$/ : /\/as\/photo\.png$/,
			);
			assert.deepEqual(await bytesOf(model_url), await bytesOf(own.model_url));
			assert.equal((await fetch(model_url.replace('/as/', '/other/'))).status, 403);
		}
	});
});
