import { modelFromImage, modelFromPrompt, modelFromViews } from '../greybox/greybox';
import { previewOf } from '../greybox/preview';
import type { Task } from '../tripo/task';
import { Remembered } from './remembered';
import type { Uploads } from './uploads';

/** Made files are remembered up to this many bytes; others are made again, byte for byte the same. */
const rememberedBytes = 64 * 1024 * 1024;

/** Makes what a task offers when somebody asks for it. */
export class Artifacts {
	readonly #made = new Remembered<Buffer>(rememberedBytes, (bytes) => bytes.length);
	readonly #uploads: Uploads;

	constructor(uploads: Uploads) {
		this.#uploads = uploads;
	}

	/** The task's model, a GLB. Rejects when its pictures cannot be read. */
	model(task: Task): Promise<Buffer> {
		return this.#made.get(`${task.id} model`, async () => Buffer.from(await this.#make(task)));
	}

	/** A rendered picture of the model, a PNG. */
	picture(task: Task): Promise<Buffer> {
		return this.#made.get(`${task.id} picture`, async () =>
			Buffer.from(await previewOf(await this.model(task))),
		);
	}

	forgetAll(): void {
		this.#made.forgetAll();
	}

	async #make(task: Task): Promise<Uint8Array> {
		const options = {
			seed: task.seed,
			texture: task.textured,
			...(task.faceLimit === undefined ? {} : { faceLimit: task.faceLimit }),
		};
		const { recipe } = task;
		switch (recipe.from) {
			case 'prompt':
				return modelFromPrompt(recipe.prompt, options);
			case 'image':
				return modelFromImage(await this.#uploads.read(recipe.image), options);
			case 'views': {
				const views: Parameters<typeof modelFromViews>[0] = { front: await this.#uploads.read(recipe.front) };
				for (const side of ['left', 'back', 'right'] as const) {
					const token = recipe[side];
					if (token !== undefined) {
						views[side] = await this.#uploads.read(token);
					}
				}
				return modelFromViews(views, options);
			}
		}
	}
}
