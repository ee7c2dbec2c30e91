import assert from 'node:assert/strict';
import { kinds } from '../../../src/placeholders/kinds/catalogue';
import { glbFromPrompt } from './glb';
import { complaintsAbout, factsOf } from './model';

describe('every kind of placeholder', () => {
	for (const kind of kinds) {
		it(`${kind.name} is valid, stands on the ground and keeps to its budget`, async () => {
			for (const options of [
				{ seed: 1, texture: true },
				{ seed: 77, texture: true },
				{ seed: 2, texture: false },
			]) {
				const glb = await glbFromPrompt(kind.words[0] ?? '', options);
				assert.deepEqual(await complaintsAbout(glb), []);
				const facts = await factsOf(glb);
				assert.equal(facts.name, kind.name);
				assert.ok(Math.abs(facts.low[1] ?? 1) < 1e-4, `lowest point is ${facts.low[1]}`);
				assert.ok(facts.triangles >= 12 && facts.triangles < 3000, `${facts.triangles} triangles`);
				assert.ok(glb.length < 300_000, `${glb.length} bytes`);
				assert.equal(facts.images.length > 0, options.texture);
				assert.equal(facts.hasUvs, options.texture);
				const middle = [0, 2].map((axis) => ((facts.low[axis] ?? 0) + (facts.high[axis] ?? 0)) / 2);
				const size = Math.max(...facts.high.map((high, axis) => high - (facts.low[axis] ?? 0)));
				assert.ok(
					middle.every((value) => Math.abs(value) < size * 0.35),
					`middle at ${middle}`,
				);
			}
		});
	}

	it('stays within any face limit from 100 up, and takes less as 100', async () => {
		for (const kind of kinds) {
			for (const faceLimit of [20, 100, 350, 900]) {
				const glb = await glbFromPrompt(kind.words[0] ?? '', { seed: 3, texture: false, faceLimit });
				const facts = await factsOf(glb);
				assert.ok(
					facts.triangles <= Math.max(100, faceLimit),
					`${kind.name} has ${facts.triangles} triangles of ${faceLimit}`,
				);
				assert.ok(facts.triangles >= 12);
				assert.ok(Math.abs(facts.low[1] ?? 1) < 1e-4);
			}
		}
	});

	it('is still valid under a tight face limit', async () => {
		for (const prompt of ['castle', 'dragon', 'snowy knight', 'wagon', 'campfire']) {
			const glb = await glbFromPrompt(prompt, { seed: 5, texture: true, faceLimit: 120 });
			assert.deepEqual(await complaintsAbout(glb), []);
		}
	});
});
