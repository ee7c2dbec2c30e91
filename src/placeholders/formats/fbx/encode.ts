import { zlibSync } from 'fflate';
import type { FbxNode, FbxValue } from './node';

/** FBX 7.4: the newest whose offsets have 32 bits, and the one that everything reads. */
const version = uint32(7400);

/** 23 bytes that every binary FBX begins with. */
const magic = Buffer.from('Kaydara FBX Binary  \x00\x1a\x00', 'latin1');

/** A node without anything ends a list of nodes. */
const endOfList = Buffer.alloc(13);

/** Readers of Autodesk check these against the creation time, which is therefore the same in all files. */
export const creationTime = '1970-01-01 10:00:00:000';
export const fileId = new Uint8Array(Buffer.from('28b32aebb624ccc2bfc8b02aa92bfcf1', 'hex'));
const footId = Buffer.from('fabcab09d0c8d466b176fb831cf7267e', 'hex');
const ending = Buffer.from('f85a8c6adef5d97eece90ce3758f290b', 'hex');

/** Arrays of more bytes than this are compressed. */
const smallArray = 128;

/** These have an end of list even when they have no children, or Autodesk's reader stumbles. */
const alwaysListed: ReadonlySet<string> = new Set(['AnimationStack', 'AnimationLayer']);

function uint32(...values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(values.length * 4);
	for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
	return bytes;
}

/** A value that is as long as its type says: its letter, and its bytes. */
function fixed(letter: string, size: number, write: (bytes: Buffer) => void): Buffer {
	const bytes = Buffer.alloc(1 + size, letter);
	write(bytes);
	return bytes;
}

function encodeArray(
	letter: string,
	array: Int32Array | BigInt64Array | Float32Array | Float64Array,
): Buffer {
	const plain = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	const compress = plain.length > smallArray;
	const data = compress ? zlibSync(plain, { level: 6 }) : plain;
	return Buffer.concat([Buffer.from(letter), uint32(array.length, compress ? 1 : 0, data.length), data]);
}

function encodeValue(value: FbxValue): Buffer {
	if (typeof value === 'string' || value instanceof Uint8Array) {
		const data = Buffer.from(value);
		return Buffer.concat([Buffer.from(typeof value === 'string' ? 'S' : 'R'), uint32(data.length), data]);
	}
	if (typeof value === 'boolean') return fixed('C', 1, (bytes) => bytes.writeUInt8(value ? 1 : 0, 1));
	if (typeof value === 'number') return fixed('I', 4, (bytes) => bytes.writeInt32LE(value, 1));
	if (typeof value === 'bigint') return fixed('L', 8, (bytes) => bytes.writeBigInt64LE(value, 1));
	if (value instanceof Int32Array) return encodeArray('i', value);
	if (value instanceof BigInt64Array) return encodeArray('l', value);
	if (value instanceof Float32Array) return encodeArray('f', value);
	if (value instanceof Float64Array) return encodeArray('d', value);
	return fixed('D', 8, (bytes) => bytes.writeDoubleLE(value.double, 1));
}

/** A record at an offset: where it ends, how many values of how many bytes, its name, the values, the children. */
function encodeNode({ name, values, children }: FbxNode, start: number, last: boolean): Buffer {
	const data = Buffer.concat(values.map(encodeValue));
	const list = encodeNodes(children, start + 13 + name.length + data.length);
	const empty = (values.length === 0 && !last) || alwaysListed.has(name);
	const listed = children.length > 0 || empty ? [list, endOfList] : [list];
	const body = Buffer.concat([Buffer.of(name.length), Buffer.from(name), data, ...listed]);
	return Buffer.concat([uint32(start + 12 + body.length, values.length, data.length), body]);
}

function encodeNodes(nodes: readonly FbxNode[], start: number): Buffer {
	let end = start;
	const encoded = nodes.map((node, index) => {
		const bytes = encodeNode(node, end, index === nodes.length - 1);
		end += bytes.length;
		return bytes;
	});
	return Buffer.concat(encoded);
}

/** The bytes of a binary FBX with these nodes at its top. */
export function encodeFbx(nodes: readonly FbxNode[]): Uint8Array {
	const start = magic.length + version.length;
	const head = Buffer.concat([magic, version, encodeNodes(nodes, start), endOfList, footId, uint32(0)]);
	const padding = Buffer.alloc(16 - (head.length % 16));
	return new Uint8Array(Buffer.concat([head, padding, version, Buffer.alloc(120), ending]));
}
