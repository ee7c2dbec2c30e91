import type { ModelFile } from '../../placeholders/formats/modelFiles';
import { type ModelFormat, writeModel } from '../../placeholders/formats/writeModel';
import { makePbrMaps } from '../../placeholders/images/pbrMaps';
import type { PlaceholderModel } from '../../placeholders/placeholderModel';
import { renderPreview } from '../../placeholders/render/renderViews';
import { Remembered } from '../files/remembered';
import type { Uploads } from '../files/uploads';
import { type Printability, printabilityOf } from './printability';
import { outputsOf, type Product } from './product';
import type { Content, Model } from './recipe';
import { Workbench } from './workbench';

/** Bytes of made files that are remembered; what goes beyond is made again, byte for byte the same. */
const rememberedBytes = 64 * 1024 * 1024;

/** What is known of a product once it was tried. */
export interface Made {
	/** Names of the files that lie beside its OBJ. */
	beside: string[];
	/** What an analysis found. */
	found?: Printability;
}

const nothingBeside: Made = { beside: [] };

/** Makes what tasks offer when somebody asks for it, and remembers it for a while. */
export class Making {
	readonly #bench: Workbench;
	readonly #files = new Remembered<readonly ModelFile[]>(rememberedBytes, bytesIn);

	constructor(inputs: Uploads) {
		this.#bench = new Workbench(inputs);
	}

	thing(model: Model): Promise<PlaceholderModel> {
		return this.#bench.thing(model);
	}

	/** Tries whether the product can be made. Rejects when an input cannot be used. */
	async attempt(product: Product): Promise<Made> {
		switch (product.kind) {
			case 'model': {
				await this.thing(product.model);
				const [, ...beside] = product.formats.includes('obj') ? await this.#model(product.model, 'obj') : [];
				return { beside: beside.map(({ name }) => name) };
			}
			case 'rig':
				await this.thing(product.model);
				return nothingBeside;
			case 'animation':
				await this.thing(product.rigged);
				return nothingBeside;
			case 'motion':
				return nothingBeside;
			case 'analysis':
				return { beside: [], found: printabilityOf(await this.thing(product.model)) };
			case 'pictures':
				await Promise.all(product.pictures.map((picture) => this.#content({ kind: 'picture', picture })));
				return nothingBeside;
		}
	}

	/** The file of this name; `undefined` when the product has none. */
	async file(product: Product, name: string): Promise<Buffer | undefined> {
		if (product.kind === 'model' && product.formats.includes('obj')) {
			// The OBJ's own textures come first: its MTL counts on these very files.
			const beside = (await this.#model(product.model, 'obj')).find((file) => file.name === name);
			if (beside) {
				return Buffer.from(beside.bytes);
			}
		}
		const output = outputsOf(product).find((one) => one.name === name);
		const [main] = output ? await this.#content(output.content) : [];
		return main && Buffer.from(main.bytes);
	}

	forgetAll(): void {
		this.#bench.forgetAll();
		this.#files.forgetAll();
	}

	/** The file itself, and what lies beside it. */
	#content(content: Content): Promise<readonly ModelFile[]> {
		if (content.kind === 'model') {
			return this.#model(content.model, content.format, content.quads);
		}
		return this.#files.get(JSON.stringify(content), async () => [
			{ name: '', bytes: await this.#picture(content) },
		]);
	}

	#model(model: Model, format: ModelFormat, quads = false): Promise<readonly ModelFile[]> {
		return this.#files.get(JSON.stringify({ model, format, quads }), async () => {
			const { main, others } = await writeModel(await this.thing(model), format, { quads });
			return [main, ...others];
		});
	}

	async #picture(content: Exclude<Content, { kind: 'model' }>): Promise<Uint8Array> {
		switch (content.kind) {
			case 'map':
				return (await makePbrMaps(await this.thing(content.model)))[content.map];
			case 'thumbnail':
				return renderPreview(await this.thing(content.model));
			case 'picture':
				return this.#bench.picture(content.picture);
		}
	}
}

function bytesIn(files: readonly ModelFile[]): number {
	return files.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
