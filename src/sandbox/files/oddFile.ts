import { unzipSync, zipSync } from 'fflate';
import { asJpeg } from './pictureFile';

/** How a file can be other than a client expects, and be whole all the same. */
export const oddities = ['trailing', 'byteOrderMark', 'requires', 'foreignArchive', 'jpeg'] as const;
export type Oddity = (typeof oddities)[number];

/**
 * A whole file as some exporters and hosts leave it:
 * - `trailing`: two bytes behind its end;
 * - `byteOrderMark`: a GLB whose JSON begins with a byte order mark;
 * - `requires`: a GLB that requires `KHR_texture_basisu` and uses `EXT_texture_webp`;
 * - `foreignArchive`: a ZIP with backslashes between folders, one folder around everything, and what macOS and Windows
 *   leave behind;
 * - `jpeg`: a PNG picture as a JPEG.
 */
export function oddFile(bytes: Buffer, oddity: Oddity): Buffer {
	switch (oddity) {
		case 'trailing':
			return Buffer.concat([bytes, Buffer.alloc(2)]);
		case 'byteOrderMark':
			return withJson(bytes, (json) => `\ufeff${json}`);
		case 'requires':
			return withJson(bytes, (json) => {
				const { extensionsUsed = [], ...gltf } = JSON.parse(json) as { extensionsUsed?: string[] };
				const required = 'KHR_texture_basisu';
				return JSON.stringify({
					...gltf,
					extensionsUsed: [...extensionsUsed, required, 'EXT_texture_webp'],
					extensionsRequired: [required],
				});
			});
		case 'foreignArchive':
			return foreignArchive(bytes);
		case 'jpeg':
			return Buffer.from(asJpeg(bytes));
	}
}

/** The GLB with its first chunk, its JSON, changed. */
function withJson(glb: Buffer, change: (json: string) => string): Buffer {
	const length = glb.readUInt32LE(12);
	const text = Buffer.from(change(glb.toString('utf8', 20, 20 + length).trimEnd()));
	const json = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, ' ')]);
	const rest = glb.subarray(20 + length);
	const header = Buffer.from(glb.subarray(0, 20));
	header.writeUInt32LE(header.length + json.length + rest.length, 8);
	header.writeUInt32LE(json.length, 12);
	return Buffer.concat([header, json, rest]);
}

function foreignArchive(zip: Buffer): Buffer {
	const clutter = new Uint8Array([0]);
	const entries: Record<string, Uint8Array> = {
		'__MACOSX\\export\\._model.obj': clutter,
		'export\\README.txt': clutter,
	};
	for (const [name, bytes] of Object.entries(unzipSync(zip)))
		entries[`export\\${name.replaceAll('/', '\\')}`] = bytes;
	entries['export\\Thumbs.db'] = clutter;
	entries['export\\.DS_Store'] = clutter;
	return Buffer.from(zipSync(entries));
}
