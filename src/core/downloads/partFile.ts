import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Disk, isSystemError } from '../files/disk';
import type { RemoteObject } from '../model/jobRecord';
import { findMoved, removeMoved } from './movedFile';

/**
 * Bytes between two flushes. What lies before the last whole block has reached the disk, whatever happened to the
 * machine since; what lies behind it is fetched again by whoever takes the file up.
 */
export const flushedBlock = 1024 * 1024;

/** True where what came of the object is taken up later; less than one flushed block is fetched again anyway. */
export function isWorthKeeping(object: RemoteObject | undefined): boolean {
	return object !== undefined && object.bytes > flushedBlock;
}

/** The part file is no longer where it grew: it, or a folder above it, was moved or deleted. */
export class PartFileGone extends Error {
	override readonly name = 'PartFileGone';
	constructor(readonly path: string) {
		super(`${path} was moved or deleted`);
	}
}

/** A file that is still coming, under a name that says so. Its hash grows with it. */
export class PartFile {
	bytes = 0;
	private hash = createHash('sha256');
	private expectedBytes: number | undefined;
	private strongEtag: string | undefined;
	private closed = false;
	private digested: string | undefined;

	private constructor(
		private readonly disk: Disk,
		readonly path: string,
		private readonly handle: FileHandle,
	) {}

	/** Opens the file, empty, or with what a former process flushed of the object. */
	static async open(disk: Disk, path: string, begun?: RemoteObject): Promise<PartFile> {
		await removeMoved(disk, path);
		await disk.mkdir(dirname(path), { recursive: true });
		const former = begun && (await openExisting(disk, path));
		if (!begun || !former) return new PartFile(disk, path, await disk.open(path, 'w+'));
		const part = new PartFile(disk, path, former);
		await part.takeUp(begun);
		return part;
	}

	/** Set when the same object can be asked for from the next byte on. */
	get etag(): string | undefined {
		return this.strongEtag;
	}

	get resumable(): boolean {
		return this.strongEtag !== undefined && this.bytes > 0;
	}

	/** What the bytes are a beginning of, where that can be told later; undefined else. */
	get object(): RemoteObject | undefined {
		if (this.strongEtag === undefined || this.expectedBytes === undefined) return undefined;
		return { etag: this.strongEtag, bytes: this.expectedBytes };
	}

	/** As many bytes as the server announced; without an announcement the end of the body is the end. */
	get isWhole(): boolean {
		return this.expectedBytes === undefined || this.bytes === this.expectedBytes;
	}

	/** True while nobody has said how long the object is. */
	get isOfUnknownLength(): boolean {
		return this.expectedBytes === undefined;
	}

	/** What the server says of the object's length after its first bytes came. */
	learnLength(bytes: number): void {
		this.expectedBytes ??= bytes;
	}

	/** More bytes came than the server announced: nothing of them can be trusted. */
	get isTooLong(): boolean {
		return this.expectedBytes !== undefined && this.bytes > this.expectedBytes;
	}

	/** Starts over with a new object. Only a strong ETag can promise that two answers are the same bytes. */
	async restart(etag: string | undefined, expectedBytes: number | undefined): Promise<void> {
		await this.handle.truncate(0);
		this.bytes = 0;
		this.hash = createHash('sha256');
		this.expectedBytes = expectedBytes;
		this.strongEtag = etag?.startsWith('"') ? etag : undefined;
	}

	async append(piece: Uint8Array): Promise<void> {
		// One write may take only some of the bytes, as on a disk that is almost full.
		for (let written = 0; written < piece.byteLength; ) {
			const left = piece.byteLength - written;
			written += (await this.handle.write(piece, written, left, this.bytes + written)).bytesWritten;
		}
		const blocks = Math.floor(this.bytes / flushedBlock);
		this.digest(piece);
		if (Math.floor(this.bytes / flushedBlock) === blocks) return;
		await this.handle.datasync();
		await this.assertInPlace();
	}

	/** Flushes to the disk. Rejects with PartFileGone when the file is no longer at its path. */
	async close(): Promise<void> {
		await this.handle.sync();
		await this.assertInPlace();
		await this.release();
	}

	/** Leaves the file for whoever takes it up. */
	async release(): Promise<void> {
		if (this.closed) return;
		this.closed = true;
		await this.handle.close();
	}

	/** Lower-case hex; at the end. */
	sha256(): string {
		this.digested ??= this.hash.digest('hex');
		return this.digested;
	}

	/** Removes the file, wherever somebody moved it to meanwhile. */
	async discard(): Promise<void> {
		const moved = this.closed ? undefined : await findMoved(this.disk, this.path, this.handle);
		await this.release();
		for (const path of moved ? [moved, this.path] : [this.path]) await this.disk.unlink(path).catch(() => {});
	}

	private async assertInPlace(): Promise<void> {
		const [own, found] = await Promise.all([
			this.handle.stat({ bigint: true }),
			this.disk.stat(this.path, { bigint: true }).catch((error: unknown) => {
				if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
				throw error;
			}),
		]);
		// Some network file systems number a file anew at each look; nobody else has a file of this name and length.
		if (!found || (found.ino !== own.ino && found.size !== own.size)) throw new PartFileGone(this.path);
	}

	private async takeUp({ etag, bytes }: RemoteObject): Promise<void> {
		const { size } = await this.handle.stat();
		const kept = Math.floor(Math.min(size, bytes) / flushedBlock) * flushedBlock;
		await this.handle.truncate(kept);
		// A process that was killed before its flush left bytes that a power cut could still take; they count from now on.
		await this.handle.datasync();
		this.strongEtag = etag;
		this.expectedBytes = bytes;
		const block = Buffer.alloc(flushedBlock);
		while (this.bytes < kept) {
			const { bytesRead } = await this.handle.read(block, 0, flushedBlock, this.bytes);
			if (bytesRead === 0) throw new Error(`${this.path} became shorter while it was read`);
			this.digest(block.subarray(0, bytesRead));
		}
	}

	private digest(piece: Uint8Array): void {
		this.hash.update(piece);
		this.bytes += piece.byteLength;
	}
}

async function openExisting(disk: Disk, path: string): Promise<FileHandle | undefined> {
	return disk.open(path, 'r+').catch((error: unknown) => {
		if (isSystemError(error, 'ENOENT')) return undefined;
		throw error;
	});
}
