import assert from 'node:assert/strict';
import { glbFromPrompt } from './glb';
import { complaintsAbout, factsOf, type ModelFacts } from './model';

async function plain(prompt: string): Promise<ModelFacts> {
	return factsOf(await glbFromPrompt(prompt, { seed: 9, texture: false }));
}

function height({ high }: ModelFacts): number {
	return high[1] ?? 0;
}

/** The base colour of the first material whose name starts so. */
function colour({ materials }: ModelFacts, start: string): readonly number[] {
	const found = [...materials].find(([name]) => name.startsWith(start));
	assert.ok(found, `no ${start} in ${[...materials.keys()]}`);
	return found[1];
}

function brightness(rgb: readonly number[]): number {
	return (rgb[0] ?? 0) + (rgb[1] ?? 0) + (rgb[2] ?? 0);
}

const sizes: readonly (readonly [prompt: string, low: number, high: number])[] = [
	['barrel', 0.8, 1],
	['sword', 1, 1.3],
	['tree', 4, 8],
	['pine tree', 4, 8],
	['house', 5, 7.2],
	['chair', 0.8, 1.1],
	['table', 0.7, 0.8],
	['door', 2, 2.5],
	['knight', 1.7, 2.1],
	['dog', 0.5, 1],
	['horse', 2, 2.6],
	['coin', 0.02, 0.06],
	['potion', 0.15, 0.35],
	['car', 1.2, 1.9],
];

describe('looks of a placeholder', () => {
	for (const [prompt, low, high] of sizes) {
		it(`a ${prompt} is ${low} to ${high} m tall for any seed`, async () => {
			for (const seed of [0, 1, 2, 3, 4, 4_000_000_000, -5]) {
				const tall = height(await factsOf(await glbFromPrompt(prompt, { seed, texture: false })));
				assert.ok(tall >= low && tall <= high, `${tall} m with seed ${seed}`);
			}
		});
	}

	it('follows words of size and measures', async () => {
		const usual = height(await plain('barrel'));
		assert.ok(height(await plain('giant barrel')) > usual * 2);
		assert.ok(height(await plain('tiny barrel')) < usual * 0.5);
		assert.ok(Math.abs(height(await plain('barrel, 2.5 m tall')) - 2.5) < 0.001);
		assert.ok(Math.abs(height(await plain('a 30cm barrel')) - 0.3) < 0.001);
		assert.ok(Math.abs(height(await plain('a 6 foot barrel')) - 1.8288) < 0.001);
		const { low, high } = await plain('bridge 12 metres long');
		assert.ok(Math.abs((high[0] ?? 0) - (low[0] ?? 0) - 12) < 0.01);
	});

	it('follows words of material and colour', async () => {
		assert.ok((await plain('iron barrel')).materials.has('iron'));
		assert.ok((await plain('sword made of gold')).materials.has('gold'));
		const [red = 0, green = 1] = colour(await plain('red wooden chair'), 'wood');
		assert.ok(red > green * 3);
		assert.ok(
			brightness(colour(await plain('dark red dragon'), 'scales')) <
				brightness(colour(await plain('red dragon'), 'scales')),
		);
	});

	it('gives parts named in the prompt their own colour and leaves the rest', async () => {
		const facts = await plain('white house with a blue roof');
		const [red = 1, , blue = 0] = colour(facts, 'shingles');
		assert.ok(blue > red * 2);
		assert.ok((await plain('oak chest with silver bands')).materials.has('silver'));
	});

	it('ages, burns and snows on things', async () => {
		assert.ok(
			brightness(colour(await plain('burnt oak table'), 'oak')) <
				brightness(colour(await plain('oak table'), 'oak')) * 0.5,
		);
		const snowy = await plain('snowy house');
		assert.ok(snowy.materials.has('snow'));
		assert.equal(snowy.triangles, (await plain('house')).triangles);
	});

	it('gives the same bytes for the same words and seed, other bytes for another seed', async () => {
		for (const prompt of ['weathered oak barrel', 'tree', 'snowy castle', 'flux capacitor']) {
			const first = await glbFromPrompt(prompt, { seed: 42, texture: true });
			assert.deepEqual(await glbFromPrompt(prompt, { seed: 42, texture: true }), first);
			assert.notDeepEqual(await glbFromPrompt(prompt, { seed: 43, texture: true }), first);
		}
	});

	it('makes something valid of any text', async () => {
		const odd = [
			'',
			'   ',
			'木の樽',
			'🐉🔥',
			'"',
			'"""\'',
			',,,',
			'a'.repeat(3000),
			'with with of of',
			'0 m tall tree',
			'constructor',
			'__proto__ chair',
			'toString of hasOwnProperty',
		];
		for (const prompt of odd) {
			for (const texture of [true, false]) {
				const glb = await glbFromPrompt(prompt, { seed: 1, texture });
				assert.deepEqual(await complaintsAbout(glb), [], prompt);
			}
		}
	});
});
