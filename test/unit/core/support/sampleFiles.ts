import { encode } from 'fast-png';
import { encode as encodeJpeg } from 'jpeg-js';
import type { FormatId } from '../../../../src/core/files/formats/formats';
import { type ModelFormat, writeModel } from '../../../../src/placeholders/formats/writeModel';
import { modelFromPrompt } from '../../../../src/placeholders/modelFromPrompt';
import { zipOf } from './zip';

/** A model in one file, as the sandbox writes it. */
export async function modelFile(format: ModelFormat): Promise<Buffer> {
	const thing = modelFromPrompt('crate', { seed: 1, texture: true });
	return Buffer.from((await writeModel(thing, format)).main.bytes);
}

const pixels = Uint8Array.from({ length: 24 * 24 * 4 }, (_, index) => (index * 37) % 256);

export const png = Buffer.from(encode({ width: 24, height: 24, data: pixels, channels: 4 }));
export const jpeg = Buffer.from(encodeJpeg({ width: 24, height: 24, data: pixels }, 80).data);

/** The frame of a WebP: one chunk of so many bytes. */
export function webp(bytes = 20): Buffer {
	const file = Buffer.alloc(20 + bytes, 1);
	file.write('RIFF', 0, 'latin1');
	file.writeUInt32LE(12 + bytes, 4);
	file.write('WEBPVP8L', 8, 'latin1');
	file.writeUInt32LE(bytes, 16);
	return file;
}

export function binaryStl(triangles: number): Buffer {
	const file = Buffer.alloc(84 + 50 * triangles, 1);
	file.writeUInt32LE(triangles, 80);
	return file;
}

/** A box of a HEIC, AVIF or video, with its brand. */
export function ftyp(brand: string, compatible = ''): Buffer {
	const box = Buffer.from(`\0\0\0\0ftyp${brand}\0\0\0\0${compatible}`, 'latin1');
	box.writeUInt32BE(box.length, 0);
	return box;
}

export const textStl =
	'solid box\n facet normal 0 0 1\n  outer loop\n   vertex 0 0 0\n   vertex 1 0 0\n   vertex 0 1 0\n  endloop\n endfacet\nendsolid box\n';
export const obj = 'mtllib box.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n';
export const gltf = JSON.stringify({ asset: { version: '2.0' }, scenes: [] });
export const lfsPointer =
	'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Files of every format that is told by its bytes. Not all of them are whole. */
export function formatSamples(): readonly (readonly [what: string, bytes: Buffer, format: FormatId])[] {
	return [
		['text FBX', latin1('; FBX 7.7.0 project file\nFBXHeaderExtension:  {\n}\n'), 'fbxText'],
		['OBJ', latin1(obj), 'obj'],
		['OBJ with a long comment', latin1(`${'# made by somebody\n'.repeat(1000)}${obj}`), 'obj'],
		['OBJ with a byte order mark', latin1(`\xef\xbb\xbf${obj}`), 'obj'],
		['MTL', latin1('# a comment\nnewmtl a\nmap_Kd a.png\n'), 'mtl'],
		['glTF', latin1(gltf), 'gltf'],
		['glTF with a byte order mark', latin1(`\xef\xbb\xbf\n${gltf}`), 'gltf'],
		['glTF that was cut', latin1(gltf.slice(0, -5)), 'gltf'],
		['binary STL', binaryStl(3), 'stl'],
		[
			'binary STL whose header says “solid”',
			Buffer.concat([latin1('solid facet endsolid'), binaryStl(2).subarray(20)]),
			'stl',
		],
		['binary STL and two bytes', Buffer.concat([binaryStl(3), Buffer.alloc(2)]), 'stl'],
		['text STL', latin1(textStl), 'stlText'],
		['PLY', latin1('ply\nformat ascii 1.0\nelement vertex 0\nend_header\n'), 'ply'],
		['USD in text', latin1('#usda 1.0\n'), 'usda'],
		['binary USD', latin1('PXR-USDC\0\0\0\0'), 'usdc'],
		['Blender file', latin1('BLENDER-v300'), 'blend'],
		['PNG', png, 'png'],
		['JPEG', jpeg, 'jpeg'],
		['WebP', webp(), 'webp'],
		['GIF', latin1('GIF89a\x01\0\x01\0;'), 'gif'],
		['HEIC', ftyp('heic'), 'heic'],
		['HEIC of an iPhone', ftyp('mif1', 'heic'), 'heic'],
		['AVIF', ftyp('avif'), 'avif'],
		['AVIF by its second brand', ftyp('mif1', 'avif'), 'avif'],
		['video', ftyp('isom'), 'video'],
		['BMP', Buffer.concat([latin1('BM'), Buffer.alloc(12), latin1('\x28\0\0\0'), Buffer.alloc(36)]), 'bmp'],
		['TIFF', latin1('II*\0\x08\0\0\0'), 'tiff'],
		['SVG', latin1('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'svg'],
		['Photoshop file', latin1('8BPS\0\x01'), 'psd'],
		['KTX2', latin1('\xabKTX 20\xbb\r\n\x1a\n'), 'ktx2'],
		['OpenEXR', latin1('v/1\x01\x02\0\0\0'), 'exr'],
		['Radiance HDR', latin1('#?RADIANCE\n'), 'hdr'],
		['PDF', latin1('%PDF-1.7\n'), 'pdf'],
		['LFS pointer', latin1(lfsPointer), 'lfsPointer'],
		['web page', latin1('\n<!DOCTYPE html><html>'), 'html'],
		['storage’s error', latin1('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'), 'xml'],
		['service’s error', latin1('{"code":2001,"message":"no such task"}'), 'json'],
		['program of Linux', latin1('\x7fELF\x02\x01'), 'program'],
		['program of Windows', latin1('MZ\x90\0\x03\0\0\0'), 'program'],
		['script', latin1('#!/bin/sh\nrm -rf /\n'), 'script'],
		['text', latin1('MZ is a town. v 1.0 of this text\nf for short\n'), 'text'],
		['bytes', Buffer.from([1, 2, 3, 0, 250]), 'unknown'],
		['nothing', Buffer.alloc(0), 'empty'],
		['ZIP', zipOf({ name: 'a.obj', data: obj }), 'zip'],
		['ZIP of a document', zipOf({ name: '[Content_Types].xml' }, { name: 'word/document.xml' }), 'zip'],
		[
			'3MF with its list of types last',
			zipOf({ name: '3D/a.model' }, { name: '[Content_Types].xml' }),
			'3mf',
		],
		['USDZ', zipOf({ name: 'a.usdc', stored: true }, { name: 'a.png', stored: true }), 'usdz'],
		['ZIP with a USD behind a picture', zipOf({ name: 'a.png' }, { name: 'a.usdc' }), 'zip'],
	];
}
