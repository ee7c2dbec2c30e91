/** A value in Minecraft's binary format, with the type that it has there. */
export type Tag =
	| { readonly type: 'short' | 'int'; readonly value: number }
	| { readonly type: 'bytes'; readonly value: Uint8Array }
	| { readonly type: 'compound'; readonly value: Readonly<Record<string, Tag>> };

const numbers: Readonly<Record<Tag['type'], number>> = { short: 2, int: 3, bytes: 7, compound: 10 };

/** Writes a named compound, uncompressed: big-endian, each value with its type and name before it. */
export function writeNbt(name: string, value: Tag): Buffer {
	const length = Buffer.alloc(2);
	length.writeUInt16BE(Buffer.byteLength(name));
	return Buffer.concat([Buffer.of(numbers[value.type]), length, Buffer.from(name), payload(value)]);
}

function payload(tag: Tag): Buffer {
	if (tag.type === 'compound') {
		const members = Object.entries(tag.value).map(([name, value]) => writeNbt(name, value));
		return Buffer.concat([...members, Buffer.of(0)]);
	}
	const number = Buffer.alloc(tag.type === 'short' ? 2 : 4);
	const value = tag.type === 'bytes' ? tag.value.length : tag.value;
	number.writeIntBE(value, 0, number.length);
	return tag.type === 'bytes' ? Buffer.concat([number, tag.value]) : number;
}
