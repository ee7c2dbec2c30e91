import type { Disk } from '../disk';

/** Bytes that can be read at any place, so that no file has to be in memory as a whole. */
export interface ByteSource {
	readonly size: number;
	/** Fewer bytes than asked for only where the source ends. */
	read(offset: number, length: number): Promise<Buffer>;
}

/** Bytes that are in memory already. They are not copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return {
		size: buffer.length,
		read: async (offset, length) => buffer.subarray(Math.min(offset, buffer.length), offset + length),
	};
}

/** Opens a file for reading, for as long as the work takes. */
export async function withFileSource<T>(
	disk: Pick<Disk, 'open'>,
	path: string,
	work: (source: ByteSource) => Promise<T>,
): Promise<T> {
	const file = await disk.open(path, 'r');
	try {
		const { size } = await file.stat();
		return await work({
			size,
			read: async (offset, length) => {
				const wanted = Math.max(Math.min(length, size - offset), 0);
				const buffer = Buffer.allocUnsafe(wanted);
				let filled = 0;
				while (filled < wanted) {
					const { bytesRead } = await file.read(buffer, filled, wanted - filled, offset + filled);
					if (bytesRead === 0) break;
					filled += bytesRead;
				}
				return buffer.subarray(0, filled);
			},
		});
	} finally {
		await file.close();
	}
}

const windowBytes = 256 * 1024;

/** The same bytes for many small reads that mostly go forward: one read of the file serves them all. */
export function buffered(source: ByteSource): ByteSource {
	let start = 0;
	let held: Buffer = Buffer.alloc(0);
	return {
		size: source.size,
		read: async (offset, length) => {
			if (length > windowBytes) return source.read(offset, length);
			if (offset < start || offset + length > start + held.length) {
				held = await source.read(offset, windowBytes);
				start = offset;
			}
			return held.subarray(offset - start, offset - start + length);
		},
	};
}

/** A part of the source as a source of its own. */
export function sliceOf(source: ByteSource, size: number): ByteSource {
	return {
		size,
		read: (offset, length) => source.read(offset, Math.max(Math.min(length, size - offset), 0)),
	};
}

/** The source from an offset on, in pieces. */
export async function* piecesOf(source: ByteSource, from = 0, until = source.size): AsyncGenerator<Buffer> {
	const pieceBytes = 1024 * 1024;
	for (let at = from; at < until; at += pieceBytes) {
		const piece = await source.read(at, Math.min(pieceBytes, until - at));
		if (piece.length === 0) return;
		yield piece;
	}
}
