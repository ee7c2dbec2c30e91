import assert from 'node:assert/strict';
import { open, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { systemDisk } from '../../../../../src/core/files/disk';
import { bytesSource, withFileSource } from '../../../../../src/core/files/formats/byteSource';
import { checkFormat } from '../../../../../src/core/files/formats/checkFormat';
import { detectFormat } from '../../../../../src/core/files/formats/detectFormat';
import type { FormatId } from '../../../../../src/core/files/formats/formats';
import { glb, glbWithJson } from '../../support/glb';
import { binaryStl, jpeg, modelFile, obj, png, textStl, webp } from '../../support/sampleFiles';
import { tempFolders } from '../../support/tempFolders';
import { zipOf } from '../../support/zip';

const check = async (bytes: Uint8Array, format?: FormatId) => {
	const source = bytesSource(bytes);
	return checkFormat(source, format ?? (await detectFormat(source)));
};
const notes = async (bytes: Uint8Array, format?: FormatId) => (await check(bytes, format)).notes;
const refused = (bytes: Uint8Array, words: RegExp, format?: FormatId) =>
	assert.rejects(check(bytes, format), (error: { code?: string; message: string }) => {
		assert.equal(error.code, 'fileInvalid', String(error));
		assert.match(error.message, words);
		return true;
	});
const extra = (bytes: Buffer, text: string): Buffer => Buffer.concat([bytes, Buffer.from(text, 'latin1')]);

/** Every file that is told by its bytes and whose end can be told. */
const whole: readonly [what: string, format: FormatId, file: () => Promise<Buffer>][] = [
	['GLB', 'glb', () => modelFile('glb')],
	['glTF', 'gltf', () => modelFile('gltf')],
	['FBX', 'fbx', () => modelFile('fbx')],
	['STL', 'stl', () => modelFile('stl')],
	['USDZ', 'usdz', () => modelFile('usdz')],
	['3MF', '3mf', () => modelFile('3mf')],
	[
		'ZIP',
		'zip',
		async () => zipOf({ name: 'a.obj', data: obj.repeat(50) }, { name: 'a.mtl', data: 'newmtl a' }),
	],
	['PNG', 'png', async () => png],
	['JPEG', 'jpeg', async () => jpeg],
	['WebP', 'webp', async () => webp()],
	['gzip', 'gzip', async () => gzipSync(obj.repeat(50))],
];

describe('Law 10: what is called checked was read to its end', () => {
	for (const [what, format, file] of whole) {
		it(`a whole ${what} is taken, without a word`, async () => {
			const bytes = await file();
			assert.equal(await detectFormat(bytesSource(bytes)), format);
			assert.deepEqual(await notes(bytes), format === 'gltf' ? await notes(bytes) : []);
		});

		it(`a ${what} is refused wherever it was cut`, async () => {
			const bytes = await file();
			const step = Math.max(Math.floor(bytes.length / 400), 1);
			const cuts = new Set<number>();
			for (let at = 0; at < bytes.length; at += step) cuts.add(at);
			for (let at = 1; at <= 200; at++)
				cuts.add(Math.max(bytes.length - at, 0)).add(Math.min(at, bytes.length - 1));
			// Behind its last node an FBX is whole but for its footer.
			if (format === 'fbx') cuts.delete(endOfNodes(bytes));
			for (const cut of cuts) await refused(bytes.subarray(0, cut), /./, format);
		});

		it(`a ${what} of noise does not crash the check`, async () => {
			const bytes = await file();
			for (let round = 0; round < 200; round++) {
				const noisy = Buffer.from(bytes);
				for (let flips = 0; flips < 3; flips++)
					noisy[Math.floor(Math.random() * noisy.length)] = Math.floor(Math.random() * 256);
				await check(noisy, format).catch((error: { code?: string }) =>
					assert.equal(error.code, 'fileInvalid', String(error)),
				);
			}
		});
	}

	describe('what is odd and harmless is noted', () => {
		const json = { asset: { version: '2.0' } };
		const oddities: readonly [what: string, file: () => Promise<Buffer> | Buffer, note: RegExp][] = [
			['bytes behind a GLB', async () => extra(await modelFile('glb'), 'more'), /^4 bytes behind the end/],
			[
				'a byte order mark in a GLB',
				() => glb([['JSON', `\ufeff${JSON.stringify(json)}`]]),
				/byte order mark/,
			],
			[
				'zeros behind the JSON of a GLB',
				() => glb([['JSON', `${JSON.stringify(json)}\0\0`]]),
				/padded with zeros/,
			],
			[
				'a chunk that nobody knows',
				() =>
					glb([
						['JSON', JSON.stringify(json)],
						['WHAT', 'abcd'],
					]),
				/1 chunk of an unknown type/,
			],
			['a last chunk without padding', () => glb([['JSON', JSON.stringify(json).padEnd(30)]]), /not padded/],
			['a GLB that names no version', () => Buffer.from(glbWithJson({})), /which glTF version/],
			[
				'two bytes behind a binary STL',
				() => extra(binaryStl(3), '\0\0'),
				/^2 bytes behind the last triangle/,
			],
			['bytes behind a PNG', () => extra(png, 'trailer'), /^7 bytes behind its end/],
			['bytes behind a JPEG', () => extra(jpeg, '\xff\xd8'), /^2 bytes behind its end mark/],
			[
				'bytes between the segments of a JPEG',
				() => Buffer.concat([jpeg.subarray(0, 20), Buffer.alloc(3), jpeg.subarray(20)]),
				/^3 bytes between its segments/,
			],
			['bytes behind a WebP', () => extra(webp(), '\0'), /^1 byte behind/],
			[
				'bytes behind an archive',
				() => extra(zipOf({ name: 'a', data: 'b' }), 'more'),
				/^4 bytes behind the end of the archive/,
			],
			[
				'bytes behind an FBX',
				async () => extra(await modelFile('fbx'), 'more'),
				/^4 bytes behind its footer/,
			],
			[
				'an FBX without a footer',
				async () => {
					const bytes = await modelFile('fbx');
					return bytes.subarray(0, endOfNodes(bytes));
				},
				/footer is missing/,
			],
			['a byte order mark before an OBJ', () => Buffer.from(`\ufeff${obj}`), /byte order mark/],
		];
		for (const [what, file, note] of oddities)
			it(what, async () => {
				const found = await notes(await file());
				assert.equal(found.length, 1, found.join('; '));
				assert.match(found[0] ?? '', note);
			});
	});

	it('files that a glTF needs beside it are named', async () => {
		const resources = [
			{ uri: 'a.bin', byteLength: 4 },
			{ uri: 'data:;base64,AAAA', byteLength: 3 },
		];
		const json = {
			asset: { version: '2.0' },
			buffers: resources,
			images: [{ uri: 'a.png' }, { uri: 'a.png' }],
		};
		for (const bytes of [Buffer.from(JSON.stringify(json)), glb([['JSON', JSON.stringify(json)]])])
			assert.deepEqual((await check(bytes)).outside, ['a.bin', 'a.png']);
	});

	describe('a GLB that contradicts itself is refused', () => {
		const asset = { version: '2.0' };
		const view = { buffer: 0, byteLength: 8 };
		const buffers = [{ byteLength: 8 }];
		const bin = ['BIN\0', '12345678'] as const;
		const files: readonly [what: string, bytes: Uint8Array, words: RegExp][] = [
			['its JSON is cut', glb([['JSON', '{"asset":']]), /JSON is broken/],
			['its JSON is a list', glb([['JSON', '[]']]), /no glTF/],
			['its first chunk is something else', glb([bin]), /first chunk/],
			['it has no chunk', glb([]), /first chunk/],
			['it is of version 1', glb([['JSON', '{}']], 1), /version 1/],
			['its header says too much', Buffer.from(glbWithJson({ asset })).subarray(0, -1), /its header says/],
			['a buffer needs bytes and there are none', glbWithJson({ asset, buffers }), /buffer 0 needs 8 bytes/],
			[
				'a buffer is longer than its bytes',
				glbOf({ asset, buffers: [{ byteLength: 9 }] }),
				/needs 9 bytes, 8/,
			],
			[
				'a second buffer has no bytes',
				glbOf({ asset, buffers: [...buffers, { byteLength: 1 }] }),
				/buffer 1/,
			],
			[
				'a view leads beyond its buffer',
				glbOf({ asset, buffers, bufferViews: [{ ...view, byteOffset: 4 }] }),
				/ends at byte 12/,
			],
			[
				'a view is in no buffer',
				glbOf({ asset, buffers, bufferViews: [{ ...view, buffer: 1 }] }),
				/no buffer/,
			],
			['a length is negative', glbOf({ asset, buffers, bufferViews: [{ ...view, byteLength: -8 }] }), /“-8”/],
			[
				'an accessor leads beyond its view',
				glbOf({
					asset,
					buffers,
					bufferViews: [view],
					accessors: [{ bufferView: 0, count: 3, componentType: 5126, type: 'SCALAR' }],
				}),
				/ends at byte 12/,
			],
			[
				'an accessor is in no view',
				glbOf({ asset, buffers, accessors: [{ bufferView: 0, count: 1 }] }),
				/no buffer view/,
			],
			['a picture is in no view', glbOf({ asset, buffers, images: [{ bufferView: 4 }] }), /picture/],
			['a list is no list', glbOf({ asset, buffers: 5 }), /no glTF/],
			['a buffer is null', glbOf({ asset, buffers: [null] }), /no glTF/],
			[
				'data in it are too short',
				glbWithJson({ asset, buffers: [{ uri: 'data:;base64,AAAA', byteLength: 4 }] }),
				/buffer 0/,
			],
		];
		function glbOf(json: unknown): Buffer {
			return glb([['JSON', JSON.stringify(json)], bin]);
		}
		for (const [what, bytes, words] of files) it(what, () => refused(bytes, words, 'glb'));

		it('but not for a buffer that stands in for compressed ones', async () => {
			const fallback = { EXT_meshopt_compression: { fallback: true } };
			const packed = { EXT_meshopt_compression: { buffer: 0, byteLength: 8 } };
			const json = {
				asset,
				buffers: [...buffers, { byteLength: 100, extensions: fallback }],
				bufferViews: [{ buffer: 1, byteLength: 100, extensions: packed }],
			};
			assert.deepEqual(await notes(glbOf(json)), []);
			const far = { EXT_meshopt_compression: { buffer: 0, byteLength: 9 } };
			await refused(
				glbOf({ ...json, bufferViews: [{ buffer: 1, byteLength: 1, extensions: far }] }),
				/ends at byte 9/,
			);
		});
	});

	describe('other models that are cut or empty are refused', () => {
		const files: readonly [what: string, bytes: Uint8Array, format: FormatId, words: RegExp][] = [
			['an OBJ without faces', Buffer.from('v 0 0 0\nv 1 0 0\n'), 'obj', /no faces/],
			['an OBJ without corners', Buffer.from('f 1 2 3\n'), 'obj', /no corners/],
			['an OBJ with a zero', Buffer.from(`${obj}\0`), 'obj', /is text/],
			['a text STL that was cut', Buffer.from(textStl.slice(0, 60)), 'stlText', /endsolid/],
			['a text FBX that was cut', Buffer.from('; FBX 7.7.0\nObjects:  {\n\tGeometry: 1'), 'fbxText', /block/],
			['a PLY without its end', Buffer.from('ply\nformat ascii 1.0\n'), 'ply', /header/],
			[
				'a PLY that was cut',
				Buffer.from(
					'ply\nformat binary_little_endian 1.0\nelement vertex 9\nproperty float x\nend_header\n1234',
				),
				'ply',
				/4 came|takes/,
			],
			['a GIF that was cut', Buffer.from('GIF89a\x01\0'), 'gif', /end mark/],
		];
		for (const [what, bytes, format, words] of files) it(what, () => refused(bytes, words, format));
	});

	it('a GLB of more than two gigabytes is read in pieces', async () => {
		const path = join(await newFolder(), 'large.glb');
		const size = 2.2 * 1024 ** 3;
		const bytes = Math.floor(size / 4) * 4;
		const json = Buffer.from(
			JSON.stringify({ asset: { version: '2.0' }, buffers: [{ byteLength: bytes }] }).padEnd(100),
		);
		const head = glb([
			['JSON', json.toString()],
			['BIN\0', ''],
		]);
		head.writeUInt32LE(head.length + bytes, 8);
		head.writeUInt32LE(bytes, head.length - 8);
		const file = await open(path, 'w');
		await file.write(head);
		await file.close();
		await truncate(path, head.length + bytes);
		const before = process.memoryUsage().rss;
		assert.deepEqual(
			(await withFileSource(systemDisk, path, (source) => checkFormat(source, 'glb'))).notes,
			[],
		);
		assert.ok(process.memoryUsage().rss - before < 200 * 1024 ** 2);
		await truncate(path, head.length + bytes - 1);
		await assert.rejects(
			withFileSource(systemDisk, path, (source) => checkFormat(source, 'glb')),
			/its header says/,
		);
	});
	const newFolder = tempFolders();
});

/** Behind the empty node that ends the list of an FBX of version 7.4. */
function endOfNodes(bytes: Buffer): number {
	const isWide = bytes.readUInt32LE(23) >= 7500;
	let at = 27;
	for (;;) {
		const end = isWide ? Number(bytes.readBigUInt64LE(at)) : bytes.readUInt32LE(at);
		if (end === 0) return at + (isWide ? 25 : 13);
		at = end;
	}
}
