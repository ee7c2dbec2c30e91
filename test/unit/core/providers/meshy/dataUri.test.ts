import assert from 'node:assert/strict';
import { dataUri } from '../../../../../src/core/providers/meshy/dataUri';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('Local files within a request', () => {
	for (const [what, head, type] of [
		['a PNG', '\x89PNG\r\n\x1a\n', 'image/png'],
		['a JPEG', '\xff\xd8\xff\xe0', 'image/jpeg'],
		['a GLB', 'glTF\x02', 'application/octet-stream'],
		['an OBJ', 'v 0 0 0', 'application/octet-stream'],
		['nothing', '', 'application/octet-stream'],
	] as const)
		it(`tells ${what} by its first bytes, whatever its name`, () => {
			assert.equal(
				dataUri(bytes(head)),
				`data:${type};base64,${Buffer.from(head, 'latin1').toString('base64')}`,
			);
		});

	it('refuses a WebP under a borrowed name', () => {
		assert.throws(
			() => dataUri(bytes('RIFF\x10\x00\x00\x00WEBPVP8 ')),
			/PNG and JPEG, not WebP.*No credits/s,
		);
	});

	it('refuses what is larger than Meshy takes', () => {
		assert.throws(() => dataUri(Buffer.alloc(100 * 1024 * 1024 + 1)), /larger than the service takes/);
	});
});
