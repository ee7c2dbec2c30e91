import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { bytesSource } from '../../../../../src/core/files/formats/byteSource';
import { detectFormat } from '../../../../../src/core/files/formats/detectFormat';
import { formatSamples, modelFile } from '../../support/sampleFiles';

describe('Law 10: bytes decide what a file is', () => {
	for (const [what, bytes, format] of formatSamples())
		it(`${what}: ${format}`, async () => assert.equal(await detectFormat(bytesSource(bytes)), format));

	for (const format of ['glb', 'gltf', 'fbx', 'obj', 'stl', 'usdz', '3mf'] as const)
		it(`a ${format} of the sandbox`, async () =>
			assert.equal(await detectFormat(bytesSource(await modelFile(format))), format));

	it('what is packed in a gzip file', async () => {
		const of = (text: string) => detectFormat(bytesSource(gzipSync(Buffer.from(text, 'latin1'))));
		assert.equal(await of('BLENDER-v279'), 'blend');
		assert.equal(await of('\x0a\0\x09Schematic'), 'schem');
		assert.equal(await of('anything'), 'gzip');
	});

	it('an archive that was cut, by its first file', async () => {
		for (const format of ['usdz', '3mf'] as const)
			assert.equal(await detectFormat(bytesSource((await modelFile(format)).subarray(0, -40))), format);
	});
});
