import { gunzipSync, constants as zlib } from 'node:zlib';
import { type ByteSource, buffered } from './byteSource';
import { detectText, textBytes } from './detectText';
import type { FormatId } from './formats';
import { zipFormat } from './zip';

/** How files of each format start, a character a byte. */
const starts: readonly (readonly [start: string, format: FormatId])[] = [
	['glTF', 'glb'],
	['Kaydara FBX Binary', 'fbx'],
	['BLENDER', 'blend'],
	['PXR-USDC', 'usdc'],
	['#usda ', 'usda'],
	['HIERARCHY\n', 'bvh'],
	['HIERARCHY\r', 'bvh'],
	['ply\n', 'ply'],
	['ply\r', 'ply'],
	['\x89PNG\r\n\x1a\n', 'png'],
	['\xff\xd8\xff', 'jpeg'],
	['GIF87a', 'gif'],
	['GIF89a', 'gif'],
	['II*\0', 'tiff'],
	['II+\0', 'tiff'],
	['MM\0*', 'tiff'],
	['MM\0+', 'tiff'],
	['8BPS\0', 'psd'],
	['\xabKTX 20\xbb\r\n\x1a\n', 'ktx2'],
	['v/1\x01', 'exr'],
	['#?RADIANCE', 'hdr'],
	['#?RGBE', 'hdr'],
	['%PDF-', 'pdf'],
	['version https://git-lfs.github.com/spec/', 'lfsPointer'],
	["7z\xbc\xaf'\x1c", 'sevenZip'],
	['Rar!\x1a\x07', 'rar'],
	['\x28\xb5\x2f\xfd', 'zstd'],
	['\x7fELF', 'program'],
	['\xcf\xfa\xed\xfe', 'program'],
	['\xce\xfa\xed\xfe', 'program'],
	['\xca\xfe\xba\xbe', 'program'],
	['#!', 'script'],
];

function bySignature(head: Buffer): FormatId | undefined {
	const start = head.toString('latin1', 0, 64);
	const plain = starts.find(([text]) => start.startsWith(text))?.[1];
	if (plain) return plain;
	if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'webp';
	// Both words may as well begin a text.
	if (start.startsWith('MZ') && head.includes(0)) return 'program';
	if (start.startsWith('BM') && head.length >= 18 && bmpHeaders.includes(head.readUInt32LE(14))) return 'bmp';
	return start.startsWith('ftyp', 4) ? byBrand(start.slice(8)) : undefined;
}

/** Bytes of the header that follows the first 14 in the versions of BMP. */
const bmpHeaders: readonly number[] = [12, 40, 52, 56, 64, 108, 124];

/** HEIC, AVIF and videos are boxes; the first one names their brands. */
function byBrand(brands: string): FormatId {
	if (/^avi[fs]/.test(brands)) return 'avif';
	if (/^(mif1|msf1)/.test(brands)) return /avi[fs]/.test(brands) ? 'avif' : 'heic';
	return /^(hei|hev)[cxms]/.test(brands) ? 'heic' : 'video';
}

/**
 * Tells a file's format by its bytes alone. Formats without a signature (OBJ, glTF, STL, MTL) are told by what stands
 * in them, and `unknown` or `text` is the answer where that is not certain.
 */
export async function detectFormat(file: ByteSource): Promise<FormatId> {
	if (file.size === 0) return 'empty';
	const source = buffered(file);
	const head = await source.read(0, textBytes);
	// A character a byte; TextDecoder would take “latin1” for Windows-1252.
	const start = head.toString('latin1', 0, 4);
	if (start === 'PK\x03\x04' || start === 'PK\x05\x06') return zipFormat(source);
	if (start.startsWith('\x1f\x8b')) return gzipFormat(head);
	const signed = bySignature(head);
	if (signed) return signed;
	if (isBinaryStl(head, source.size)) return 'stl';
	return detectText(source, head);
}

/** What is packed in a gzip file, where a model format is known to be packed so. */
function gzipFormat(head: Buffer): FormatId {
	try {
		const start = gunzipSync(head.subarray(0, 16_384), { finishFlush: zlib.Z_SYNC_FLUSH }).toString(
			'latin1',
			0,
			64,
		);
		if (start.startsWith('BLENDER')) return 'blend';
		// NBT: a named compound.
		return start.startsWith('\x0a\0') ? 'schem' : 'gzip';
	} catch {
		return 'gzip';
	}
}

/** Some programs add a byte or two, or colours, behind the triangles. */
const mostBehindStl = 64;

/** 80 bytes of anything, the number of triangles, and 50 bytes for each. */
function isBinaryStl(head: Buffer, size: number): boolean {
	if (head.length < 84) return false;
	const triangles = head.readUInt32LE(80);
	const behind = size - (84 + 50 * triangles);
	return triangles === 0 ? behind === 0 : behind >= 0 && behind <= mostBehindStl;
}
