import { animate } from '../../placeholders/animation/animate';
import { stretchClips } from '../../placeholders/animation/stretchClips';
import { repair } from '../../placeholders/meshOperations/repair';
import { retexture } from '../../placeholders/meshOperations/retexture';
import { scaleTo, setOrigin } from '../../placeholders/meshOperations/scale';
import { simplify } from '../../placeholders/meshOperations/simplify';
import { stripMaterials } from '../../placeholders/meshOperations/stripMaterials';
import { unwrap } from '../../placeholders/meshOperations/unwrap';
import { modelFromImage } from '../../placeholders/modelFromImage';
import { modelFromPrompt } from '../../placeholders/modelFromPrompt';
import { modelFromViews } from '../../placeholders/modelFromViews';
import type { PlaceholderModel } from '../../placeholders/placeholderModel';
import { renderConcept } from '../../placeholders/render/renderConcept';
import { type FourViews, renderFourViews } from '../../placeholders/render/renderViews';
import { rigModel, skeletonOnly } from '../../placeholders/rig/rigModel';
import { modelFromFile } from '../../placeholders/upload/modelFromFile';
import { Remembered } from '../files/remembered';
import type { Uploads } from '../files/uploads';
import { type Model, type Picture, type Step, sides } from './recipe';

/** Numbers in meshes, and sets of views, that are remembered; what goes beyond is made again. */
const remembered = { numbers: 4_000_000, views: 20 };

/**
 * Carries out recipes. The same recipe gives the same thing, or the same bytes, every time. Things are remembered
 * step by step, for recipes that have a part in common.
 */
export class Workbench {
	readonly #inputs: Uploads;
	readonly #things = new Remembered<PlaceholderModel>(remembered.numbers, numbersIn);
	readonly #sides = new Remembered<FourViews>(remembered.views, () => 1);

	constructor(inputs: Uploads) {
		this.#inputs = inputs;
	}

	/** The model of a recipe. Rejects when an input cannot be read. */
	thing(model: Model): Promise<PlaceholderModel> {
		return this.#things.get(JSON.stringify(model), () => this.#made(model));
	}

	forgetAll(): void {
		this.#things.forgetAll();
		this.#sides.forgetAll();
	}

	async #made(model: Model): Promise<PlaceholderModel> {
		switch (model.from) {
			case 'words': {
				const { prompt, seed, faceLimit } = model;
				return modelFromPrompt(prompt, {
					seed,
					texture: true,
					...(faceLimit === undefined ? {} : { faceLimit }),
				});
			}
			case 'picture':
				return modelFromImage(await this.picture(model.picture));
			case 'pictures': {
				const [front, ...others] = await Promise.all(model.pictures.map((one) => this.picture(one)));
				if (!front) {
					throw new Error('there is no picture');
				}
				const named = others.map((bytes, index) => [sides[index + 1], bytes] as const);
				return modelFromViews({ front, ...Object.fromEntries(named) });
			}
			case 'motion': {
				const figure = rigModel(modelFromPrompt('person', { seed: 0, texture: false }), 'biped');
				return skeletonOnly(moved(figure, model));
			}
			case 'input':
				return modelFromFile(await this.#inputs.read(model.token), `model.${model.format}`);
			case 'model':
				return this.#worked(await this.thing(model.model), model.step);
		}
	}

	/** The PNG (or, of an input, whatever it is) of a recipe. */
	async picture(picture: Picture): Promise<Uint8Array> {
		switch (picture.from) {
			case 'input':
				return this.#inputs.read(picture.token);
			case 'words':
				return renderConcept(picture.prompt, picture);
			case 'picture':
				return renderConcept(await this.picture(picture.picture), picture);
			case 'view':
				return (await this.#views(picture.model))[picture.side];
		}
	}

	#views(model: Model): Promise<FourViews> {
		return this.#sides.get(JSON.stringify(model), async () => renderFourViews(await this.thing(model)));
	}

	async #worked(thing: PlaceholderModel, step: Step): Promise<PlaceholderModel> {
		switch (step.do) {
			case 'strip':
				return stripMaterials(thing);
			case 'texture': {
				const { words, picture, seed } = step;
				return retexture(thing, {
					seed,
					...(words === undefined ? {} : { words }),
					...(picture === undefined ? {} : { picture: await this.picture(picture) }),
				});
			}
			case 'simplify':
				return simplify(thing, step.faces);
			case 'scale':
				return scaleTo(thing, step.metres, step.axis);
			case 'place':
				return setOrigin(thing, step.origin);
			case 'unwrap':
				return unwrap(thing);
			case 'rig':
				return rigModel(thing, 'biped');
			case 'animate':
				return animate(thing, step.clips);
			case 'move':
				return moved(thing, step);
			case 'mend':
				return repair(thing);
			case 'skeletonOnly':
				return skeletonOnly(thing);
		}
	}
}

/** The figure with one clip, called after the words that it follows. */
function moved(
	figure: PlaceholderModel,
	{ words, seconds }: { words: string; seconds: number },
): PlaceholderModel {
	return stretchClips(animate(figure, [words.replaceAll(':', ' ')]), seconds);
}

function numbersIn({ surfaces }: PlaceholderModel): number {
	return surfaces.reduce((sum, { mesh }) => sum + mesh.positions.length + mesh.indices.length, 0);
}
