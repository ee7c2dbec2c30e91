import type { ModelFile } from '../../placeholders/formats/modelFiles';
import { LruCache } from './lruCache';
import type { ModelBuilder } from './modelBuilder';
import type { Content, Output } from './recipe';

/** Bytes of files that are kept; others are made again, byte for byte the same. */
const keptBytes = 64 * 1024 * 1024;

/** Makes the files of tasks when somebody asks for them, and keeps them for a while. */
export class ArtifactCache {
	readonly #files = new LruCache<readonly ModelFile[]>(keptBytes, (files) =>
		files.reduce((sum, { bytes }) => sum + bytes.length, 0),
	);

	constructor(readonly builder: ModelBuilder) {}

	/** The file itself, then those that lie beside it. Rejects when it cannot be made. */
	files(content: Content): Promise<readonly ModelFile[]> {
		return this.#files.get(JSON.stringify(content), () => this.builder.files(content));
	}

	/** The output of this name; `undefined` when there is none. */
	async file(outputs: readonly Output[], name: string): Promise<Buffer | undefined> {
		const output = outputs.find((one) => one.name === name);
		const [main] = output ? await this.files(output.content) : [];
		return main && Buffer.from(main.bytes.buffer, main.bytes.byteOffset, main.bytes.byteLength);
	}

	forgetAll(): void {
		this.#files.forgetAll();
		this.builder.forgetAll();
	}
}
