import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileKind } from './fileKind';

/** An uploaded file. Its bytes are elsewhere. */
export interface Upload {
	/** `file_<uuid>` */
	token: string;
	/** Account id. */
	account: string;
	name: string;
	kind: FileKind;
	/** Lease time, ms since 1970. */
	createdAt: number;
	/** A presigned upload's bytes have not come yet. */
	pending: boolean;
}

/** A token can be used for a day; after that the service does not know it any more. */
export const tokenLifetimeMs = 24 * 3600 * 1000;

/** Uploaded files: in memory, or as one file each in `folder` so that they outlive a restart. */
export class UploadStore {
	readonly #records = new Map<string, Upload>();
	readonly #bytes = new Map<string, Buffer>();

	constructor(
		private readonly folder: string | undefined,
		records: readonly Upload[] = [],
	) {
		for (const record of records) this.#records.set(record.token, record);
	}

	all(): Upload[] {
		return [...this.#records.values()];
	}

	get(token: string): Upload | undefined {
		return this.#records.get(token);
	}

	/** Keeps a file that came at `createdAt`, or the place of a presigned one whose bytes have not come yet. */
	async add(
		file: Pick<Upload, 'token' | 'account' | 'name' | 'kind'>,
		createdAt: number,
		bytes?: Buffer,
	): Promise<void> {
		if (bytes) await this.#write(file.token, bytes);
		this.#records.set(file.token, { ...file, createdAt, pending: bytes === undefined });
	}

	/** The bytes of a presigned upload have come. */
	async fill(upload: Upload, bytes: Buffer): Promise<void> {
		await this.#write(upload.token, bytes);
		upload.pending = false;
	}

	/** Rejects when the bytes are gone. */
	async read(token: string): Promise<Buffer> {
		const bytes = this.#bytes.get(token);
		if (bytes) return bytes;
		if (!this.folder || !this.#records.has(token)) throw new Error('an uploaded file is gone');
		return readFile(this.#path(token));
	}

	/** Drops files that are too old to be named in a request and that no task in `inUse` was made from. */
	async prune(now: number, inUse: ReadonlySet<string>): Promise<void> {
		for (const upload of this.all()) {
			if (now - upload.createdAt > tokenLifetimeMs && !inUse.has(upload.token))
				await this.#drop(upload.token);
		}
	}

	async forgetAll(): Promise<void> {
		for (const upload of this.all()) await this.#drop(upload.token);
	}

	async #drop(token: string): Promise<void> {
		this.#records.delete(token);
		this.#bytes.delete(token);
		if (this.folder) await rm(this.#path(token), { force: true });
	}

	async #write(token: string, bytes: Buffer): Promise<void> {
		if (!this.folder) {
			this.#bytes.set(token, bytes);
			return;
		}
		await mkdir(this.folder, { recursive: true });
		const part = `${this.#path(token)}.part`;
		await writeFile(part, bytes);
		await rename(part, this.#path(token));
	}

	#path(token: string): string {
		return join(this.folder ?? '', token);
	}
}
