import { writeModel } from '../../../placeholders/formats/writeModel';
import { zipModelFiles } from '../../../placeholders/formats/zip';
import { segment } from '../../../placeholders/meshOperations/segment';
import { modelFromImage } from '../../../placeholders/modelFromImage';
import { modelFromPrompt } from '../../../placeholders/modelFromPrompt';
import { modelFromViews } from '../../../placeholders/modelFromViews';
import type { PlaceholderModel } from '../../../placeholders/placeholderModel';
import { renderConcept } from '../../../placeholders/render/renderConcept';
import { type FourViews, renderFourViews, renderPreview } from '../../../placeholders/render/renderViews';
import { modelFromFile } from '../../../placeholders/upload/modelFromFile';
import { writeSchematic } from '../../../placeholders/voxels/writeSchematic';
import { asJpeg } from '../../files/asJpeg';
import { kindOfFile } from '../../files/fileKind';
import { Remembered } from '../../files/remembered';
import type { Uploads } from '../../files/uploads';
import type { Product } from '../outputs';
import { type Look, type Model, type Picture, type Side, sides, type Views } from '../recipe';
import { repainted } from './repainted';
import { stepped } from './steps';

/** Bytes of things and of views that are remembered: a file, its preview and the next step begin with the same. */
const rememberedBytes = { things: 32 * 1024 * 1024, views: 8 * 1024 * 1024 };

/** Turns recipes into things, pictures and files. The same recipe gives the same bytes. */
export class Maker {
	readonly #things = new Remembered<PlaceholderModel>(rememberedBytes.things, thingBytes);
	readonly #sides = new Remembered<FourViews>(rememberedBytes.views, viewBytes);

	constructor(readonly uploads: Uploads) {}

	/** A whole file. Rejects when something that it is made from cannot be read. */
	async file(product: Product): Promise<Uint8Array> {
		if (product.kind === 'picture') {
			const png = await this.picture(product.picture);
			return product.format === 'jpeg' ? asJpeg(png) : png;
		}
		const { model, format } = product;
		if (model.from === 'upload' && model.kind === format) {
			return this.uploads.read(model.token);
		}
		if (format === 'schem') {
			return this.#schematic(model);
		}
		const files = await writeModel(await this.thing(model), format);
		return format === 'obj' ? zipModelFiles(files) : files.main.bytes;
	}

	thing(model: Model): Promise<PlaceholderModel> {
		return this.#things.get(JSON.stringify(model), () => this.#made(model));
	}

	async #made(model: Model): Promise<PlaceholderModel> {
		switch (model.from) {
			case 'prompt':
				return shaped(modelFromPrompt(model.prompt, wishes(model)), model);
			case 'picture':
				return shaped(await modelFromImage(await this.picture(model.picture)), model);
			case 'views':
				return shaped(await modelFromViews(await this.#views(model.views)), model);
			case 'upload':
				return this.#uploaded(model);
			case 'model':
				return stepped(await this.thing(model.model), model.step, (one) => this.picture(one));
		}
	}

	/** An upload as it came; everything that is drawn here is a PNG. */
	async picture(picture: Picture): Promise<Uint8Array> {
		switch (picture.from) {
			case 'upload':
				return this.uploads.read(picture.token);
			case 'words': {
				const { prompt, seed, transparent } = picture;
				return renderConcept(prompt, { seed, transparent });
			}
			case 'pictures': {
				const { pictures, prompt, seed } = picture;
				const [main] = pictures;
				const shown = await renderConcept(main ? await this.picture(main) : prompt, { seed });
				return repainted(shown, prompt);
			}
			case 'side':
				return (await this.#sidesOf(picture))[picture.side];
			case 'render':
				return renderPreview(await this.thing(picture.model));
		}
	}

	/** All sides at once: whoever wants one of them mostly wants the others as well. */
	#sidesOf({ of }: Extract<Picture, { from: 'side' }>): Promise<FourViews> {
		return this.#sides.get(JSON.stringify(of), async () => renderFourViews(await this.#shown(of)));
	}

	/** What a picture shows. Of a picture that was made from words more is known than what can be seen. */
	async #shown(picture: Picture): Promise<PlaceholderModel> {
		return picture.from === 'words'
			? modelFromPrompt(picture.prompt, { seed: picture.seed, texture: true })
			: modelFromImage(await this.picture(picture));
	}

	async #views(views: Views<Picture>): Promise<Views<Uint8Array>> {
		const read: Views<Uint8Array> = { front: await this.picture(views.front) };
		for (const side of sides.filter((one): one is Exclude<Side, 'front'> => one !== 'front')) {
			const picture = views[side];
			if (picture) {
				read[side] = await this.picture(picture);
			}
		}
		return read;
	}

	/** Blocks of the game are not the cubes that stand for them elsewhere, so it goes by what they were made from. */
	async #schematic(model: Model): Promise<Uint8Array> {
		const step = model.from === 'model' && model.step.do === 'stylize' ? model.step : undefined;
		if (model.from !== 'model' || step?.blocks === undefined) {
			throw new Error('it was not made of blocks');
		}
		return writeSchematic(await this.thing(model.model), step.blocks);
	}

	/** A presigned upload may turn out to be something else than was announced. */
	async #uploaded({ token, kind }: Extract<Model, { from: 'upload' }>): Promise<PlaceholderModel> {
		const bytes = await this.uploads.read(token);
		const name = this.uploads.get(token)?.name ?? '';
		if (kindOfFile(name, bytes) !== kind) {
			throw new Error(`the file is no ${kind}`);
		}
		return modelFromFile(bytes, name);
	}
}

/** About what a thing takes in memory: its numbers, and its pictures as they are stored. */
function thingBytes({ surfaces }: PlaceholderModel): number {
	return surfaces.reduce((sum, { mesh, texture }) => {
		const numbers = mesh.positions.length + mesh.normals.length + mesh.uvs.length + mesh.indices.length;
		return sum + 8 * numbers + (texture?.bytes.length ?? 0);
	}, 0);
}

function viewBytes(views: FourViews): number {
	return Object.values(views).reduce((sum: number, bytes: Uint8Array) => sum + bytes.length, 0);
}

/** A face of a quad mesh is two triangles. */
function wishes({ seed, textured, faceLimit, quad }: Look) {
	return {
		seed,
		texture: textured,
		...(faceLimit === undefined ? {} : { faceLimit: quad ? 2 * faceLimit : faceLimit }),
	};
}

function shaped(thing: PlaceholderModel, { parts }: Look): PlaceholderModel {
	return parts ? segment(thing) : thing;
}
