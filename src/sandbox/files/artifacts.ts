import type { Maker } from '../tripo/making/maker';
import { rigCheck } from '../tripo/making/rigCheck';
import { type Output, outputsOf } from '../tripo/outputs';
import type { Task } from '../tripo/task';
import { Remembered } from './remembered';

/** Made files are remembered up to this many bytes; others are made again, byte for byte the same. */
const rememberedBytes = 64 * 1024 * 1024;

/** Makes what a task offers when somebody asks for it. */
export class Artifacts {
	readonly #made = new Remembered<Buffer>(rememberedBytes, (bytes) => bytes.length);
	readonly #maker: Maker;

	constructor(maker: Maker) {
		this.#maker = maker;
	}

	/** One file of a task by its name, if it has one of that name. */
	async file(task: Task, name: string): Promise<Buffer | undefined> {
		const output = outputsOf(task).find((one) => one.name === name);
		return output && this.#bytes(task, output);
	}

	/**
	 * Does what the task is about: its files can be had afterwards, and what it found out is given back. Rejects
	 * when what it was made from cannot be used.
	 */
	async finish(task: Task): Promise<Record<string, unknown> | undefined> {
		const { result } = task;
		if (result.kind === 'rigCheck') {
			return rigCheck(result.model, await this.#maker.thing(result.model));
		}
		if (result.kind === 'model' && result.model.from === 'upload') {
			// Its file is the upload itself, which nobody has looked into yet.
			await this.#maker.thing(result.model);
		}
		for (const output of outputsOf(task)) {
			const { product } = output;
			// Previews wait until somebody wants to see them.
			if (product.kind === 'model' || product.picture.from !== 'render') {
				await this.#bytes(task, output);
			}
		}
		return undefined;
	}

	forgetAll(): void {
		this.#made.forgetAll();
	}

	#bytes(task: Task, { name, product }: Output): Promise<Buffer> {
		return this.#made.get(`${task.id} ${name}`, async () => {
			const bytes = await this.#maker.file(product);
			return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		});
	}
}
