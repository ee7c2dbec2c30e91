import type { ModelFile } from '../../placeholders/formats/modelFiles';
import { writeModel } from '../../placeholders/formats/writeModel';
import { zipModelFiles } from '../../placeholders/formats/zip';
import { makePbrMaps } from '../../placeholders/images/pbrMaps';
import { decodePng, encodePng } from '../../placeholders/images/png';
import { tint } from '../../placeholders/images/tint';
import { modelFromImage } from '../../placeholders/modelFromImage';
import { modelFromPrompt } from '../../placeholders/modelFromPrompt';
import { modelFromViews } from '../../placeholders/modelFromViews';
import type { PlaceholderModel } from '../../placeholders/placeholderModel';
import { renderConcept } from '../../placeholders/render/renderConcept';
import { type FourViews, renderFourViews, renderPreview } from '../../placeholders/render/renderViews';
import { modelFromFile } from '../../placeholders/upload/modelFromFile';
import { writeSchematic } from '../../placeholders/voxels/writeSchematic';
import { parseClauses } from '../../placeholders/words/clauses';
import { parseLooks } from '../../placeholders/words/look';
import { kindOfFile } from '../files/fileKind';
import { asJpeg } from '../files/pictureFile';
import type { UploadStore } from '../files/uploadStore';
import { LruCache } from './lruCache';
import { applyStep } from './modelSteps';
import type { Content, ModelRecipe, PictureRecipe, Views, WordsRecipe } from './recipe';

/** Bytes of models and sets of views that are kept: a file, its preview and the next task share their beginnings. */
const keptBytes = { models: 32 * 1024 * 1024, views: 8 * 1024 * 1024 };

/** Turns recipes into models, pictures and files. The same recipe gives the same bytes. */
export class ModelBuilder {
	readonly #models = new LruCache<PlaceholderModel>(keptBytes.models, sizeOfModel);
	readonly #views = new LruCache<FourViews>(keptBytes.views, sizeOfViews);

	constructor(readonly uploads: UploadStore) {}

	/** Rejects when an upload cannot be used or a step cannot be done. */
	model(recipe: ModelRecipe): Promise<PlaceholderModel> {
		return this.#models.get(JSON.stringify(recipe), () => this.#build(recipe));
	}

	/** A PNG; of an upload the bytes as they came. */
	async picture(recipe: PictureRecipe): Promise<Uint8Array> {
		switch (recipe.from) {
			case 'upload':
				return this.uploads.read(recipe.token);
			case 'words':
				return renderConcept(recipe.prompt, recipe);
			case 'picture': {
				const png = await renderConcept(await this.picture(recipe.picture), recipe);
				return recipe.prompt === undefined ? png : recoloured(png, recipe.prompt);
			}
			case 'view':
				return (await this.#viewsOf(recipe.model))[recipe.side];
			case 'render':
				return renderPreview(await this.model(recipe.model));
		}
	}

	/** The file itself, then those that lie beside it. */
	async files(content: Content): Promise<readonly ModelFile[]> {
		switch (content.kind) {
			case 'model':
				return this.#modelFiles(content);
			case 'map':
				return [unnamed((await makePbrMaps(await this.model(content.model)))[content.map])];
			case 'picture': {
				const bytes = await this.picture(content.picture);
				return [unnamed(content.jpeg ? asJpeg(bytes) : bytes)];
			}
		}
	}

	forgetAll(): void {
		this.#models.forgetAll();
		this.#views.forgetAll();
	}

	async #build(recipe: ModelRecipe): Promise<PlaceholderModel> {
		switch (recipe.from) {
			case 'words':
				return fromWords(recipe);
			case 'picture':
				return modelFromImage(await this.picture(recipe.picture));
			case 'views':
				return modelFromViews(await this.#viewPictures(recipe.views));
			case 'upload':
				return this.#fromUpload(recipe);
			case 'model':
				return applyStep(await this.model(recipe.model), recipe.step, (picture) => this.picture(picture));
		}
	}

	async #fromUpload({
		token,
		name,
		mustBe,
	}: Extract<ModelRecipe, { from: 'upload' }>): Promise<PlaceholderModel> {
		const bytes = await this.uploads.read(token);
		if (mustBe !== undefined && kindOfFile(name, bytes) !== mustBe)
			throw new Error(`the file is no ${mustBe}`);
		return modelFromFile(bytes, name);
	}

	/** All views at once: whoever wants one mostly wants the others as well. */
	#viewsOf(model: ModelRecipe): Promise<FourViews> {
		return this.#views.get(JSON.stringify(model), async () => renderFourViews(await this.model(model)));
	}

	async #viewPictures({ front, left, back, right }: Views<PictureRecipe>): Promise<Views<Uint8Array>> {
		return {
			front: await this.picture(front),
			...(left && { left: await this.picture(left) }),
			...(back && { back: await this.picture(back) }),
			...(right && { right: await this.picture(right) }),
		};
	}

	async #modelFiles(content: Extract<Content, { kind: 'model' }>): Promise<readonly ModelFile[]> {
		const { model, format, quads = false } = content;
		if (content.asUploaded && model.from === 'upload') return [unnamed(await this.uploads.read(model.token))];
		if (format === 'schem') return [unnamed(await this.#schematic(model))];
		const files = await writeModel(await this.model(model), format, { quads });
		return content.zipped ? [unnamed(zipModelFiles(files))] : [files.main, ...files.others];
	}

	/** The game's own blocks are chosen by what the cubes were made from. */
	async #schematic(model: ModelRecipe): Promise<Uint8Array> {
		if (model.from !== 'model' || model.step.do !== 'voxelize') throw new Error('it was not made of blocks');
		return writeSchematic(await this.model(model.model), model.step.blocks);
	}
}

function fromWords({ prompt, seed, textured, faceLimit }: WordsRecipe): PlaceholderModel {
	return modelFromPrompt(prompt, { seed, texture: textured, ...(faceLimit !== undefined && { faceLimit }) });
}

/** A PNG in the colour that the words ask for, if they do. */
function recoloured(png: Uint8Array, words: string): Uint8Array {
	const { colour, substance } = parseLooks(parseClauses(words)).body;
	const paint = colour ?? substance?.colour;
	return paint ? encodePng(tint(decodePng(png), paint)) : png;
}

function unnamed(bytes: Uint8Array): ModelFile {
	return { name: '', bytes };
}

/** About what a model takes in memory: its numbers, and its pictures as they are stored. */
function sizeOfModel({ surfaces }: PlaceholderModel): number {
	return surfaces.reduce((sum, { mesh, texture }) => {
		const numbers = mesh.positions.length + mesh.normals.length + mesh.uvs.length + mesh.indices.length;
		return sum + 8 * numbers + (texture?.bytes.length ?? 0);
	}, 0);
}

function sizeOfViews({ front, left, back, right }: FourViews): number {
	return front.length + left.length + back.length + right.length;
}
