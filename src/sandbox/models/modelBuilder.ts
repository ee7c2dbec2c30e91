import { conceptPicture } from '../../placeholders/concept';
import { filesOf } from '../../placeholders/formats/files';
import type { ModelFile } from '../../placeholders/formats/modelFiles';
import { zipped } from '../../placeholders/formats/zip';
import { type FourViews, fourViews } from '../../placeholders/fourViews';
import { pbrMapsOf } from '../../placeholders/pictures/pbrMaps';
import { pngOf, pngPixels } from '../../placeholders/pictures/png';
import { tinted } from '../../placeholders/pictures/tint';
import { thingFromImage, thingFromPrompt, thingFromViews } from '../../placeholders/placeholder';
import { portraitOf } from '../../placeholders/preview';
import type { Thing } from '../../placeholders/thing';
import { thingFromFile } from '../../placeholders/upload/thingFromFile';
import { schematicOf } from '../../placeholders/voxels/schematic';
import { clausesOf } from '../../placeholders/words/clauses';
import { looksOf } from '../../placeholders/words/look';
import { kindOfFile } from '../files/fileKind';
import { asJpeg } from '../files/pictureFile';
import type { UploadStore } from '../files/uploadStore';
import { LruCache } from './lruCache';
import { applyStep } from './modelSteps';
import type { Content, ModelRecipe, PictureRecipe, Views, WordsRecipe } from './recipe';

/** Bytes of models and sets of views that are kept: a file, its preview and the next task share their beginnings. */
const keptBytes = { models: 32 * 1024 * 1024, views: 8 * 1024 * 1024 };

/** Pictures say what a model looks like; the placeholder ignores both. */
const lookOfPicture = { seed: 0, texture: true };

/** Turns recipes into models, pictures and files. The same recipe gives the same bytes. */
export class ModelBuilder {
	readonly #models = new LruCache<Thing>(keptBytes.models, sizeOfModel);
	readonly #views = new LruCache<FourViews>(keptBytes.views, sizeOfViews);

	constructor(readonly uploads: UploadStore) {}

	/** Rejects when an upload cannot be used or a step cannot be done. */
	model(recipe: ModelRecipe): Promise<Thing> {
		return this.#models.get(JSON.stringify(recipe), () => this.#build(recipe));
	}

	/** A PNG; of an upload the bytes as they came. */
	async picture(recipe: PictureRecipe): Promise<Uint8Array> {
		switch (recipe.from) {
			case 'upload':
				return this.uploads.read(recipe.token);
			case 'words':
				return conceptPicture(recipe.prompt, recipe);
			case 'picture': {
				const png = await conceptPicture(await this.picture(recipe.picture), recipe);
				return recipe.prompt === undefined ? png : recoloured(png, recipe.prompt);
			}
			case 'view':
				return (await this.#viewsOf(recipe.model))[recipe.side];
			case 'render':
				return portraitOf(await this.model(recipe.model));
		}
	}

	/** The file itself, then those that lie beside it. */
	async files(content: Content): Promise<readonly ModelFile[]> {
		switch (content.kind) {
			case 'model':
				return this.#modelFiles(content);
			case 'map':
				return [unnamed((await pbrMapsOf(await this.model(content.model)))[content.map])];
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

	async #build(recipe: ModelRecipe): Promise<Thing> {
		switch (recipe.from) {
			case 'words':
				return fromWords(recipe);
			case 'picture':
				return thingFromImage(await this.picture(recipe.picture), lookOfPicture);
			case 'views':
				return thingFromViews(await this.#viewPictures(recipe.views), lookOfPicture);
			case 'upload':
				return this.#fromUpload(recipe);
			case 'model':
				return applyStep(await this.model(recipe.model), recipe.step, (picture) => this.picture(picture));
		}
	}

	async #fromUpload({ token, name, mustBe }: Extract<ModelRecipe, { from: 'upload' }>): Promise<Thing> {
		const bytes = await this.uploads.read(token);
		if (mustBe !== undefined && kindOfFile(name, bytes) !== mustBe)
			throw new Error(`the file is no ${mustBe}`);
		return thingFromFile(bytes, name);
	}

	/** All views at once: whoever wants one mostly wants the others as well. */
	#viewsOf(model: ModelRecipe): Promise<FourViews> {
		return this.#views.get(JSON.stringify(model), async () => fourViews(await this.model(model)));
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
		const files = await filesOf(await this.model(model), format, { quads });
		return content.zipped ? [unnamed(zipped(files))] : [files.main, ...files.others];
	}

	/** The game's own blocks are chosen by what the cubes were made from. */
	async #schematic(model: ModelRecipe): Promise<Uint8Array> {
		if (model.from !== 'model' || model.step.do !== 'voxelize') throw new Error('it was not made of blocks');
		return schematicOf(await this.model(model.model), model.step.blocks);
	}
}

function fromWords({ prompt, seed, textured, faceLimit }: WordsRecipe): Thing {
	return thingFromPrompt(prompt, { seed, texture: textured, ...(faceLimit !== undefined && { faceLimit }) });
}

/** A PNG in the colour that the words ask for, if they do. */
function recoloured(png: Uint8Array, words: string): Uint8Array {
	const { colour, substance } = looksOf(clausesOf(words)).body;
	const paint = colour ?? substance?.colour;
	return paint ? pngOf(tinted(pngPixels(png), paint)) : png;
}

function unnamed(bytes: Uint8Array): ModelFile {
	return { name: '', bytes };
}

/** About what a model takes in memory: its numbers, and its pictures as they are stored. */
function sizeOfModel({ surfaces }: Thing): number {
	return surfaces.reduce((sum, { mesh, picture }) => {
		const numbers = mesh.positions.length + mesh.normals.length + mesh.uvs.length + mesh.indices.length;
		return sum + 8 * numbers + (picture?.bytes.length ?? 0);
	}, 0);
}

function sizeOfViews({ front, left, back, right }: FourViews): number {
	return front.length + left.length + back.length + right.length;
}
