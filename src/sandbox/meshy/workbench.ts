import { animated } from '../../placeholders/clips/animated';
import { lasting } from '../../placeholders/clips/lasting';
import { conceptPicture } from '../../placeholders/concept';
import { type FourViews, fourViews } from '../../placeholders/fourViews';
import { bare } from '../../placeholders/meshOperations/bare';
import { mended } from '../../placeholders/meshOperations/mended';
import { retextured } from '../../placeholders/meshOperations/retextured';
import { scaled, withOrigin } from '../../placeholders/meshOperations/scaled';
import { simplified } from '../../placeholders/meshOperations/simplified';
import { unwrapped } from '../../placeholders/meshOperations/unwrapped';
import { thingFromImage, thingFromPrompt, thingFromViews } from '../../placeholders/placeholder';
import { armatureOf, rigged } from '../../placeholders/rig/rigged';
import type { Thing } from '../../placeholders/thing';
import { thingFromFile } from '../../placeholders/upload/thingFromFile';
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
	readonly #things = new Remembered<Thing>(remembered.numbers, numbersIn);
	readonly #sides = new Remembered<FourViews>(remembered.views, () => 1);

	constructor(inputs: Uploads) {
		this.#inputs = inputs;
	}

	/** The model of a recipe. Rejects when an input cannot be read. */
	thing(model: Model): Promise<Thing> {
		return this.#things.get(JSON.stringify(model), () => this.#made(model));
	}

	forgetAll(): void {
		this.#things.forgetAll();
		this.#sides.forgetAll();
	}

	async #made(model: Model): Promise<Thing> {
		switch (model.from) {
			case 'words': {
				const { prompt, seed, faceLimit } = model;
				return thingFromPrompt(prompt, {
					seed,
					texture: true,
					...(faceLimit === undefined ? {} : { faceLimit }),
				});
			}
			case 'picture':
				return thingFromImage(await this.picture(model.picture), plainLook);
			case 'pictures': {
				const [front, ...others] = await Promise.all(model.pictures.map((one) => this.picture(one)));
				if (!front) {
					throw new Error('there is no picture');
				}
				const named = others.map((bytes, index) => [sides[index + 1], bytes] as const);
				return thingFromViews({ front, ...Object.fromEntries(named) }, plainLook);
			}
			case 'motion': {
				const figure = rigged(thingFromPrompt('person', { seed: 0, texture: false }), 'biped');
				return armatureOf(moved(figure, model));
			}
			case 'input':
				return thingFromFile(await this.#inputs.read(model.token), `model.${model.format}`);
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
				return conceptPicture(picture.prompt, picture);
			case 'picture':
				return conceptPicture(await this.picture(picture.picture), picture);
			case 'view':
				return (await this.#views(picture.model))[picture.side];
		}
	}

	#views(model: Model): Promise<FourViews> {
		return this.#sides.get(JSON.stringify(model), async () => fourViews(await this.thing(model)));
	}

	async #worked(thing: Thing, step: Step): Promise<Thing> {
		switch (step.do) {
			case 'strip':
				return bare(thing);
			case 'texture': {
				const { words, picture, seed } = step;
				return retextured(thing, {
					seed,
					...(words === undefined ? {} : { words }),
					...(picture === undefined ? {} : { picture: await this.picture(picture) }),
				});
			}
			case 'simplify':
				return simplified(thing, step.faces);
			case 'scale':
				return scaled(thing, step.metres, step.axis);
			case 'place':
				return withOrigin(thing, step.origin);
			case 'unwrap':
				return unwrapped(thing);
			case 'rig':
				return rigged(thing, 'biped');
			case 'animate':
				return animated(thing, step.clips);
			case 'move':
				return moved(thing, step);
			case 'mend':
				return mended(thing);
			case 'skeletonOnly':
				return armatureOf(thing);
		}
	}
}

/** The figure with one clip, called after the words that it follows. */
function moved(figure: Thing, { words, seconds }: { words: string; seconds: number }): Thing {
	return lasting(animated(figure, [words.replaceAll(':', ' ')]), seconds);
}

/** What pictures are made into has no seed and always its own look. */
const plainLook = { seed: 0, texture: true } as const;

function numbersIn({ surfaces }: Thing): number {
	return surfaces.reduce((sum, { mesh }) => sum + mesh.positions.length + mesh.indices.length, 0);
}
