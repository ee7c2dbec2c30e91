import assert from 'node:assert/strict';
import { decode } from 'fast-png';
import { animate } from '../../../src/placeholders/animation/animate';
import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { kinds } from '../../../src/placeholders/kinds/catalogue';
import { boundsOf } from '../../../src/placeholders/mesh/mesh';
import { retexture } from '../../../src/placeholders/meshOperations/retexture';
import { scaleBy, scaleTo, setOrigin } from '../../../src/placeholders/meshOperations/scale';
import { keepParts, segment } from '../../../src/placeholders/meshOperations/segment';
import { simplify } from '../../../src/placeholders/meshOperations/simplify';
import { stripMaterials } from '../../../src/placeholders/meshOperations/stripMaterials';
import { unwrap } from '../../../src/placeholders/meshOperations/unwrap';
import { modelFromImage } from '../../../src/placeholders/modelFromImage';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import { faceCount, type PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { renderPreview } from '../../../src/placeholders/render/renderViews';
import { rigModel } from '../../../src/placeholders/rig/rigModel';
import { complaintsAbout, factsOf } from './model';

function made(prompt: string, texture = true): PlaceholderModel {
	return modelFromPrompt(prompt, { seed: 1, texture });
}

function extent(thing: PlaceholderModel): { min: readonly number[]; max: readonly number[]; size: number[] } {
	const { min, max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
	return { min, max, size: max.map((high, axis) => high - (min[axis] ?? 0)) };
}

async function isValid(thing: PlaceholderModel): Promise<void> {
	assert.deepEqual(await complaintsAbout(await writeGlb(thing)), []);
}

function near(actual: number | undefined, expected: number, within = 1e-6): void {
	assert.ok(Math.abs((actual ?? NaN) - expected) < within, `${actual} is not ${expected}`);
}

describe('a simplified thing', () => {
	for (const { name, words } of kinds) {
		it(`has no more faces than asked: ${name}`, async () => {
			const thing = made(words[0] ?? '', false);
			const [all, before] = [faceCount(thing), extent(thing)];
			for (const share of [0.6, 0.25, 0.05]) {
				const wish = Math.max(12, Math.round(all * share));
				const less = await simplify(thing, wish);
				assert.ok(faceCount(less) <= wish, `${faceCount(less)} of ${wish}`);
				assert.ok(faceCount(less) >= Math.min(all, wish) * 0.75, `${faceCount(less)} of ${wish}`);
				await isValid(less);
				// Of a blade of grass nothing can go but the blade.
				if (share < 0.5 || all < 300) continue;
				extent(less).size.forEach((size, axis) => {
					near(size, before.size[axis] ?? 0, Math.max(...before.size) * 0.15);
				});
			}
		});
	}

	it('keeps sheets that have two sides', async () => {
		const dragon = made('dragon');
		const less = await simplify(dragon, 250);
		near(extent(less).size[0], extent(dragon).size[0] ?? 0, 0.2);
		assert.ok(less.surfaces.some(({ name }) => name.startsWith('leather')));
	});

	it('keeps its skin and its textures', async () => {
		const less = await simplify(animate(made('knight'), ['walk']), 500);
		await isValid(less);
		assert.ok((await factsOf(await writeGlb(less))).images.length > 3);
		assert.equal(less.clips?.length, 1);
	});

	it('is the thing itself when that has no more', async () => {
		const thing = made('crate');
		assert.equal(await simplify(thing, faceCount(thing)), thing);
	});

	it('takes absurd wishes as the least that makes sense', async () => {
		assert.ok(faceCount(await simplify(made('knight'), 0)) <= 4);
		assert.ok(faceCount(await simplify(made('knight'), 0)) > 0);
	});

	it('is the same every time', async () => {
		assert.deepEqual(await simplify(made('castle'), 300), await simplify(made('castle'), 300));
	});
});

describe('a scaled thing', () => {
	it('has the height or the longest side that was asked for', () => {
		near(extent(scaleTo(made('sword'), 0.5, 'height')).size[1], 0.5);
		const car = extent(scaleTo(made('car'), 3, 'longest'));
		near(Math.max(...car.size), 3);
		near(extent(scaleBy(made('crate'), 2)).size[1], (extent(made('crate')).size[1] ?? 0) * 2);
	});

	it('stands where its origin was asked to be', () => {
		const shifted = setOrigin(made('knight'), 'bottom');
		near(extent(shifted).min[1], 0);
		near((extent(shifted).min[0] ?? 0) + (extent(shifted).max[0] ?? 0), 0);
		const centred = extent(setOrigin(made('knight'), 'center'));
		for (const axis of [0, 1, 2]) near((centred.min[axis] ?? 0) + (centred.max[axis] ?? 0), 0);
	});

	it('takes the steps of its clips along', () => {
		const dog = animate(made('dog'), ['jump']);
		const shift = ({ clips = [] }: PlaceholderModel) =>
			clips[0]?.tracks.find(({ path }) => path === 'translation')?.values;
		const highest = (thing: PlaceholderModel): number => Math.max(...(shift(thing) ?? []).map(([, y]) => y));
		near(highest(scaleBy(dog, 3)), highest(dog) * 3);
	});
});

describe('a bare thing', () => {
	it('has the shape alone', async () => {
		const knight = made('knight');
		const facts = await factsOf(await writeGlb(stripMaterials(knight)));
		assert.equal(facts.triangles, faceCount(knight));
		assert.deepEqual([facts.images.length, facts.hasUvs], [0, false]);
		assert.equal(new Set([...facts.materials.values()].map(String)).size, 1);
	});
});

/** How many points of a fine grid over the unit square are in more than one triangle, and in any. */
function overlaps(thing: PlaceholderModel): { twice: number; once: number } {
	const side = 400;
	const hits = new Uint8Array(side * side);
	for (const { mesh } of thing.surfaces) {
		for (let index = 0; index < mesh.indices.length; index += 3) {
			const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = mesh.indices
				.slice(index, index + 3)
				.flatMap((vertex) => mesh.uvs.slice(vertex * 2, vertex * 2 + 2).map((value) => value * side));
			const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
			for (let y = Math.floor(Math.min(ay, by, cy)); y < Math.max(ay, by, cy); y++) {
				for (let x = Math.floor(Math.min(ax, bx, cx)); x < Math.max(ax, bx, cx); x++) {
					const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
					const second = (px * (cy - ay) - py * (cx - ax)) / area;
					const third = ((bx - ax) * py - (by - ay) * px) / area;
					if (second > 1e-6 && third > 1e-6 && second + third < 1 - 1e-6)
						hits[y * side + x] = (hits[y * side + x] ?? 0) + 1;
				}
			}
		}
	}
	return { twice: hits.filter((count) => count > 1).length, once: hits.filter((count) => count > 0).length };
}

describe('an unwrapped thing', () => {
	for (const prompt of ['barrel', 'knight', 'house', 'dragon', 'tree']) {
		it(`gives faces places of their own: ${prompt}`, async () => {
			const thing = unwrap(made(prompt));
			const complaints = await complaintsAbout(await writeGlb(thing));
			// That nothing uses the coordinates yet is the point of them.
			assert.deepEqual(
				complaints.filter((complaint) => !complaint.startsWith('UNUSED_OBJECT')),
				[],
			);
			assert.equal(faceCount(thing), faceCount(made(prompt)));
			const facts = await factsOf(await writeGlb(thing));
			assert.deepEqual([facts.images.length, facts.hasUvs], [0, true]);
			for (const { mesh } of thing.surfaces) assert.ok(mesh.uvs.every((value) => value >= 0 && value <= 1));
			const { twice, once } = overlaps(thing);
			assert.ok(once > 400 * 400 * 0.1, `${once} points used`);
			assert.ok(twice < once * 0.02, `${twice} of ${once} twice`);
		});
	}

	it('mirrors nothing', () => {
		for (const { mesh } of unwrap(made('crate')).surfaces) {
			for (let index = 0; index < mesh.indices.length; index += 3) {
				const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = mesh.indices
					.slice(index, index + 3)
					.flatMap((vertex) => mesh.uvs.slice(vertex * 2, vertex * 2 + 2));
				// Counter-clockwise from outside is clockwise where v goes down.
				assert.ok((bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 1e-9);
			}
		}
	});
});

describe('a thing in parts', () => {
	it('has a name for each, the same every time, and loses no face', () => {
		const knight = made('knight');
		const parts = segment(knight);
		const names = parts.surfaces.map(({ name }) => name);
		assert.ok(names.length > knight.surfaces.length && names.length < 30, `${names.length} parts`);
		assert.equal(new Set(names).size, names.length);
		assert.ok(names.every((name) => /^[\p{L}\p{N}_]+$/u.test(name)));
		assert.equal(faceCount(parts), faceCount(knight));
		assert.deepEqual(segment(made('knight')), parts);
		assert.ok(segment(knight, 4).surfaces.length < names.length);
	});

	it('can be asked for some of them', async () => {
		const parts = segment(rigModel(made('knight'), 'biped'));
		const [one, , other] = parts.surfaces.map(({ name }) => name);
		const some = keepParts(parts, [one ?? '', other ?? '', 'nothing']);
		assert.deepEqual(
			some.surfaces.map(({ name }) => name),
			[one, other],
		);
		await isValid(some);
	});
});

describe('a retextured thing', () => {
	const shape = ({ surfaces }: PlaceholderModel) =>
		surfaces.map(({ mesh }) => [mesh.positions, mesh.indices]);

	/** The mean of what a portrait shows. */
	function shown(thing: PlaceholderModel): number[] {
		const { data, channels } = decode(renderPreview(thing));
		const sums = [0, 0, 0, 0];
		for (let index = 0; index < data.length; index += channels) {
			const alpha = data[index + 3] ?? 0;
			for (let channel = 0; channel < 3; channel++)
				sums[channel] = (sums[channel] ?? 0) + (data[index + channel] ?? 0) * alpha;
			sums[3] = (sums[3] ?? 0) + alpha;
		}
		return sums.slice(0, 3).map((sum) => sum / (sums[3] ?? 1));
	}

	it('has the same shape in the substance and colour of the words', async () => {
		const knight = made('knight');
		const golden = await retexture(knight, { words: 'golden armour with red trim', seed: 1 });
		await isValid(golden);
		assert.deepEqual(shape(golden), shape(knight));
		const { materials } = await factsOf(await writeGlb(golden));
		assert.ok(materials.has('gold'), `${[...materials.keys()]}`);
		const [red = 0, green = 0, blue = 0] = shown(golden);
		assert.ok(red > blue * 1.5 && green > blue * 1.2, `${red} ${green} ${blue}`);
	});

	it('takes the colours of a picture, but not its ground', async () => {
		const dragon = renderPreview(await retexture(made('dragon'), { words: 'green', seed: 1 }));
		const [red = 0, green = 0, blue = 0] = shown(
			await retexture(made('robot'), { picture: dragon, seed: 1 }),
		);
		assert.ok(green > red * 1.2 && green > blue * 1.2, `${red} ${green} ${blue}`);
	});

	it('keeps what a picture shows and colours it', async () => {
		const card = await modelFromImage(renderPreview(made('dragon')));
		const red = await retexture(card, { words: 'red', seed: 1 });
		await isValid(red);
		assert.equal((await factsOf(await writeGlb(red))).cutOut, true);
		const [r = 0, g = 0] = shown(red);
		assert.ok(r > g * 1.3);
	});

	it('finds places for textures on a shape that has none', async () => {
		const plain = stripMaterials(rigModel(made('horse', false), 'quadruped'));
		const surfaces = plain.surfaces.map((surface) => ({
			...surface,
			mesh: { ...surface.mesh, uvs: surface.mesh.uvs.map(() => 0) },
		}));
		const marble = await retexture({ ...plain, surfaces }, { words: 'white marble', seed: 1 });
		await isValid(marble);
		assert.ok((await factsOf(await writeGlb(marble))).images.length > 0);
	});

	it('follows the seed', async () => {
		const look = { words: 'old stone' };
		const bytes = async (seed: number) => writeGlb(await retexture(made('barrel'), { ...look, seed }));
		assert.deepEqual(await bytes(1), await bytes(1));
		assert.notDeepEqual(await bytes(1), await bytes(2));
	});
});
