import { zlibSync } from 'fflate';
import type { FbxNode, FbxValue } from './node';

/** FBX 7.4: the newest whose offsets have 32 bits, and the one that everything reads. */
const version = 7400;

/** 23 bytes that every binary FBX begins with. */
const magic = 'Kaydara FBX Binary  \x00\x1a\x00';

/** A node without anything ends a list of nodes. */
const endOfList = new Uint8Array(13);

/** Readers of Autodesk check these against the creation time, which is therefore the same in all files. */
export const creationTime = '1970-01-01 10:00:00:000';
export const fileId = bytesOf('28b32aebb624ccc2bfc8b02aa92bfcf1');
const footId = bytesOf('fabcab09d0c8d466b176fb831cf7267e');
const ending = bytesOf('f85a8c6adef5d97eece90ce3758f290b');

/** Arrays of more bytes than this are compressed. */
const smallArray = 128;

/** These have an end of list even when they have no children, or Autodesk's reader stumbles. */
const alwaysListed: ReadonlySet<string> = new Set(['AnimationStack', 'AnimationLayer']);

function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
		Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
	);
}

/** A growing file. Numbers are little-endian. */
class Writer {
	private bytes = new Uint8Array(1 << 16);
	private view = new DataView(this.bytes.buffer);
	size = 0;

	/** The place of `count` more bytes. */
	private room(count: number): number {
		const at = this.size;
		this.size += count;
		if (this.size > this.bytes.length) {
			const larger = new Uint8Array(Math.max(this.size, this.bytes.length * 2));
			larger.set(this.bytes);
			this.bytes = larger;
			this.view = new DataView(larger.buffer);
		}
		return at;
	}

	raw(bytes: ArrayLike<number>): void {
		const at = this.room(bytes.length);
		this.bytes.set(bytes, at);
	}

	text(words: string): void {
		this.raw(new TextEncoder().encode(words));
	}

	uint8(value: number): void {
		this.raw([value]);
	}

	uint32(value: number, at?: number): void {
		const place = at ?? this.room(4);
		this.view.setUint32(place, value, true);
	}

	int32(value: number): void {
		const place = this.room(4);
		this.view.setInt32(place, value, true);
	}

	int64(value: bigint): void {
		const place = this.room(8);
		this.view.setBigInt64(place, value, true);
	}

	double(value: number): void {
		const place = this.room(8);
		this.view.setFloat64(place, value, true);
	}

	done(): Uint8Array {
		return this.bytes.slice(0, this.size);
	}
}

function writeSized(writer: Writer, letter: string, bytes: Uint8Array): void {
	writer.text(letter);
	writer.uint32(bytes.length);
	writer.raw(bytes);
}

function writeArray(
	writer: Writer,
	letter: string,
	array: Int32Array | BigInt64Array | Float32Array | Float64Array,
): void {
	const plain = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
	const packed = plain.length > smallArray ? zlibSync(plain, { level: 6 }) : undefined;
	writer.text(letter);
	writer.uint32(array.length);
	writer.uint32(packed ? 1 : 0);
	writer.uint32((packed ?? plain).length);
	writer.raw(packed ?? plain);
}

function writeValue(writer: Writer, value: FbxValue): void {
	if (typeof value === 'string') writeSized(writer, 'S', new TextEncoder().encode(value));
	else if (typeof value === 'boolean') {
		writer.text('C');
		writer.uint8(value ? 1 : 0);
	} else if (typeof value === 'number') {
		writer.text('D');
		writer.double(value);
	} else if (typeof value === 'bigint') {
		writer.text('L');
		writer.int64(value);
	} else if (value instanceof Uint8Array) writeSized(writer, 'R', value);
	else if (value instanceof Int32Array) writeArray(writer, 'i', value);
	else if (value instanceof BigInt64Array) writeArray(writer, 'l', value);
	else if (value instanceof Float32Array) writeArray(writer, 'f', value);
	else if (value instanceof Float64Array) writeArray(writer, 'd', value);
	else {
		writer.text('I');
		writer.int32(value.int);
	}
}

/** A record: where it ends, how many values of how many bytes, its name, the values, the children. */
function writeNode(writer: Writer, { name, values, children }: FbxNode, last: boolean): void {
	const start = writer.size;
	writer.uint32(0);
	writer.uint32(values.length);
	writer.uint32(0);
	writer.uint8(name.length);
	writer.text(name);
	const first = writer.size;
	for (const value of values) writeValue(writer, value);
	writer.uint32(writer.size - first, start + 8);
	children.forEach((child, index) => {
		writeNode(writer, child, index === children.length - 1);
	});
	const empty = (values.length === 0 && !last) || alwaysListed.has(name);
	if (children.length > 0 || empty) writer.raw(endOfList);
	writer.uint32(writer.size, start);
}

/** The bytes of a binary FBX with these nodes at its top. */
export function encodeFbx(nodes: readonly FbxNode[]): Uint8Array {
	const writer = new Writer();
	writer.text(magic);
	writer.uint32(version);
	nodes.forEach((top, index) => {
		writeNode(writer, top, index === nodes.length - 1);
	});
	writer.raw(endOfList);
	writer.raw(footId);
	writer.uint32(0);
	writer.raw(new Uint8Array(16 - (writer.size % 16)));
	writer.uint32(version);
	writer.raw(new Uint8Array(120));
	writer.raw(ending);
	return writer.done();
}
