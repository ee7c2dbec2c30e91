import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, as it is or as an archive would lie about it. */
export interface Packed {
	/** Bytes where they are to be in another encoding than UTF-8. */
	readonly name: string | Uint8Array;
	readonly data?: string | Uint8Array;
	readonly stored?: true;
	/** Instead of the true ones. */
	readonly size?: number;
	readonly crc?: number;
	/** Unix file type and permissions, such as 0o120777 for a link. */
	readonly mode?: number;
	/** General purpose flags; names are UTF-8 when absent. */
	readonly flags?: number;
}

const utf8Names = 0x800;

/** A ZIP archive, byte by byte, because no tool would write what some tests need. */
export function zipOf(...files: readonly Packed[]): Buffer {
	const bodies: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const file of files) {
		const data = Buffer.from(file.data ?? '');
		const packed = file.stored ? data : deflateRawSync(data);
		const name = Buffer.from(file.name);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(file.flags ?? utf8Names, 2);
		common.writeUInt16LE(file.stored ? 0 : 8, 4);
		common.writeUInt32LE(file.crc ?? crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(file.size ?? data.length, 18);
		common.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([signature(0x04034b50), common, name, packed]);
		const attributes = Buffer.alloc(14);
		attributes.writeUInt32LE(((file.mode ?? 0o100644) << 16) >>> 0, 6);
		attributes.writeUInt32LE(offset, 10);
		// Made by a Unix system, so that the mode counts.
		directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 3]), common, attributes, name]));
		bodies.push(local);
		offset += local.length;
	}
	const listing = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(listing.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...bodies, listing, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}
