import assert from 'node:assert/strict';
import { isQuote, quoteOf } from '../../../../src/core/jobs/drafts/quote';
import type { Inputs } from '../../../../src/core/model/generateRequest';
import type { Operation } from '../../../../src/core/model/request';
import { meshyPresets } from '../../../../src/core/presets/builtIn/meshy';
import { tripoPresets } from '../../../../src/core/presets/builtIn/tripo';
import { filledIn } from '../../../../src/core/presets/fillIn';
import { applyPreset, type Preset, type Service } from '../../../../src/core/presets/preset';

const nobody = (): undefined => undefined;
const inputs: readonly [Operation, Inputs][] = [
	['textToModel', { prompt: 'old knight' }],
	['imageToModel', { images: ['/art/knight.png'] }],
	['multiviewToModel', { views: { front: '/f.png', back: '/b.png' } }],
];

/** What a recipe makes of an input, and for how much; undefined where it is for another one. */
function quoteFor(recipe: Preset, service: Service, [operation, input]: (typeof inputs)[number]) {
	const made = applyPreset(recipe, { provider: service, operation, ...input, options: {} });
	if (!made) return undefined;
	const quote = quoteOf([filledIn(made, {}, nobody)], nobody);
	return isQuote(quote) ? quote : undefined;
}

const services = [
	['tripo', tripoPresets],
	['meshy', meshyPresets],
] as const;

describe('Presets that come with Propsmith', () => {
	for (const [service, recipes] of services) {
		for (const recipe of recipes)
			it(`${service}: ${recipe.title} (${recipe.steps.length} steps) is taken as it is`, () => {
				assert.ok(
					inputs.some((input) => quoteFor(recipe, service, input)),
					`no input fits: ${JSON.stringify(recipe)}`,
				);
				assert.equal(recipe.service, service);
				assert.match(recipe.description ?? '', /^.*[^.]$/);
			});

		it(`${service}: the three that are asked for are there, for words and for a picture`, () => {
			for (const title of ['Mobile Prop', 'Hero Character', 'Background Filler'])
				for (const input of inputs.slice(0, 2))
					assert.ok(
						recipes.some((recipe) => recipe.title === title && quoteFor(recipe, service, input)),
						`${title} for ${input[0]}`,
					);
		});

		it(`${service}: no two of one name fit the same input`, () => {
			for (const input of inputs) {
				const titles = recipes.filter((recipe) => quoteFor(recipe, service, input)).map(({ title }) => title);
				assert.equal(new Set(titles).size, titles.length, titles.join(', '));
			}
		});
	}

	// Written down by hand from the price lists.
	const prices: readonly [Service, title: string, input: number, credits: number][] = [
		['tripo', 'Mobile Prop', 0, 40 + 10],
		['tripo', 'Hero Character', 0, 10 + 20 + 20],
		['tripo', 'Background Filler', 1, 50 + 10],
		['tripo', 'Game-Ready Low Poly', 0, 20 + 30],
		['tripo', 'Rigged Character with Clips', 1, 30 + 25 + 30],
		['tripo', 'Four Views First', 1, 10 + 30],
		['tripo', 'Concept to Animated Character', 0, 20 + 10 + 30 + 30 + 25 + 30],
		['meshy', 'Draft, Then Texture', 0, 20 + 10],
		['meshy', 'Mobile Prop', 0, 5 + 10],
		['meshy', 'Mobile Prop', 1, 5 + 10],
		['meshy', 'Hero Character', 0, 20 + 5 + 10],
		['meshy', 'Rigged Character', 0, 20 + 10 + 5],
		['meshy', 'Rigged Character', 1, 20 + 10 + 5],
		['meshy', 'Concept Picture First', 0, 3 + 20 + 10],
		['meshy', 'Game-Ready Low Poly', 0, 20 + 10 + 5],
	];
	for (const [service, title, input, credits] of prices)
		it(`${service}: ${title} for ${inputs[input]?.[0]} costs ${credits}`, () => {
			const [, recipes] = services.find(([one]) => one === service) ?? services[0];
			const quotes = recipes
				.filter((recipe) => recipe.title === title)
				.map((recipe) => quoteFor(recipe, service, inputs[input] as (typeof inputs)[number]));
			const quote = quotes.find((one) => one !== undefined);
			assert.deepEqual([quote?.credits, quote?.unpriced], [credits, 0]);
		});
});
