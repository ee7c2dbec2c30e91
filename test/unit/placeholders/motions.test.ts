import assert from 'node:assert/strict';
import { animate } from '../../../src/placeholders/animation/animate';
import { stretchClips } from '../../../src/placeholders/animation/stretchClips';
import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { writeModel } from '../../../src/placeholders/formats/writeModel';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import type { PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { skeletonOnly } from '../../../src/placeholders/rig/rigModel';

const person = (): PlaceholderModel => modelFromPrompt('person', { seed: 1, texture: false });

describe('clips of a duration', () => {
	for (const seconds of [2, 3.5, 10])
		it(`go on for ${seconds} seconds, round after round`, () => {
			const [walk] = animate(person(), ['walk']).clips ?? [];
			const [long] = stretchClips(animate(person(), ['walk']), seconds).clips ?? [];
			assert.ok(walk && long);
			assert.equal(long.seconds, seconds);
			const rounds = Math.round(seconds / walk.seconds);
			for (const [index, { times, values }] of long.tracks.entries()) {
				const keys: number = walk.tracks[index]?.times.length ?? 0;
				assert.equal(times.length, rounds * (keys - 1) + 1);
				assert.equal(values.length, times.length);
				assert.ok(times.every((time, key) => key === 0 || time > (times[key - 1] ?? 0)));
				assert.ok(Math.abs((times.at(-1) ?? 0) - seconds) < 1e-3);
			}
		});
});

describe('BVH, read by three.js', () => {
	it('has the joints of the skeleton where glTF has them, at rest and on the way', async () => {
		const { readBvh, readGltf, jointsAt } = await import('./readers.mjs');
		const moving = skeletonOnly(stretchClips(animate(person(), ['waves hello']), 2));
		const bvh = readBvh((await writeModel(moving, 'bvh')).main.bytes);
		const gltf = await readGltf(await writeGlb(moving));
		for (const seconds of [0, 0.5, 1.3]) {
			const [here, there] = [
				jointsAt(bvh, bvh.clips[0]?.name ?? '', seconds),
				jointsAt(gltf, 'waves hello', seconds),
			];
			for (const { name } of moving.skeleton?.joints ?? []) {
				const [one, other] = [here.get(name), there.get(name)];
				assert.ok(one && other, name);
				// Centimetres, and frames where glTF has keys.
				assert.ok(one.multiplyScalar(0.01).distanceTo(other) < 0.03, `${name} at ${seconds} s`);
			}
		}
	});

	it('cannot be of a thing that does not move', async () => {
		await assert.rejects(writeModel(person(), 'bvh'), /skeleton that moves/);
	});
});
