import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disk } from '../disk';
import { headBytes } from './verify';

/** A file that is still coming, under a name that says so. Its hash grows with it. */
export class PartFile {
	bytes = 0;
	private hash = createHash('sha256');
	private head: Uint8Array = new Uint8Array();
	private expectedBytes: number | undefined;
	private strongEtag: string | undefined;
	private closed = false;

	private constructor(
		private readonly disk: Disk,
		readonly path: string,
		private readonly handle: FileHandle,
	) {}

	static async create(disk: Disk, path: string): Promise<PartFile> {
		await disk.mkdir(dirname(path), { recursive: true });
		return new PartFile(disk, path, await disk.open(path, 'w+'));
	}

	/** Set when the same object can be asked for from the next byte on. */
	get etag(): string | undefined {
		return this.strongEtag;
	}

	get resumable(): boolean {
		return this.strongEtag !== undefined && this.bytes > 0;
	}

	/** As many bytes as the server announced; without an announcement the end of the body is the end. */
	get isWhole(): boolean {
		return this.expectedBytes === undefined || this.bytes === this.expectedBytes;
	}

	/** The first bytes, for the check of the format. */
	get firstBytes(): Uint8Array {
		return this.head;
	}

	/** Starts over with a new object. Only a strong ETag can promise that two answers are the same bytes. */
	async restart(etag: string | undefined, expectedBytes: number | undefined): Promise<void> {
		await this.handle.truncate(0);
		this.bytes = 0;
		this.hash = createHash('sha256');
		this.head = new Uint8Array();
		this.expectedBytes = expectedBytes;
		this.strongEtag = etag?.startsWith('"') ? etag : undefined;
	}

	async append(piece: Uint8Array): Promise<void> {
		// One write may take only some of the bytes, as on a disk that is almost full.
		for (let written = 0; written < piece.byteLength; ) {
			const left = piece.byteLength - written;
			written += (await this.handle.write(piece, written, left, this.bytes + written)).bytesWritten;
		}
		this.hash.update(piece);
		if (this.head.byteLength < headBytes)
			this.head = new Uint8Array(
				Buffer.concat([this.head, piece.subarray(0, headBytes - this.head.byteLength)]),
			);
		this.bytes += piece.byteLength;
	}

	/** Flushes to the disk. */
	async close(): Promise<void> {
		await this.handle.sync();
		this.closed = true;
		await this.handle.close();
	}

	/** Lower-case hex; once, at the end. */
	sha256(): string {
		return this.hash.digest('hex');
	}

	async discard(): Promise<void> {
		if (!this.closed) await this.handle.close();
		this.closed = true;
		await this.disk.unlink(this.path).catch(() => {});
	}
}
