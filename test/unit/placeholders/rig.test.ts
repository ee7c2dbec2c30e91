import assert from 'node:assert/strict';
import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { writeModel } from '../../../src/placeholders/formats/writeModel';
import { kinds } from '../../../src/placeholders/kinds/catalogue';
import { boundsOf } from '../../../src/placeholders/mesh/mesh';
import { scaleTo, setOrigin } from '../../../src/placeholders/meshOperations/scale';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import type { PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { rigModel, skeletonOnly } from '../../../src/placeholders/rig/rigModel';
import { rigTypes } from '../../../src/placeholders/rig/rigType';
import { complaintsAbout } from './model';

function made(prompt: string, texture = false): PlaceholderModel {
	return modelFromPrompt(prompt, { seed: 1, texture });
}

function jointNames({ skeleton }: PlaceholderModel): string[] {
	return skeleton?.joints.map(({ name }) => name) ?? [];
}

/** The joint that pulls a vertex most. */
function pulledBy(thing: PlaceholderModel, surface: number, vertex: number): string | undefined {
	const skin = thing.surfaces[surface]?.skin;
	const weights = skin?.weights.slice(vertex * 4, vertex * 4 + 4) ?? [];
	const slot = weights.indexOf(Math.max(...weights));
	return thing.skeleton?.joints[skin?.joints[vertex * 4 + slot] ?? -1]?.name;
}

/** The vertex for which a number of its place is largest. */
function extreme(
	thing: PlaceholderModel,
	of: (x: number, y: number, z: number) => number,
): [surface: number, vertex: number] {
	let best = { surface: 0, vertex: 0, value: -Infinity };
	thing.surfaces.forEach(({ mesh }, surface) => {
		for (let vertex = 0; vertex * 3 < mesh.positions.length; vertex++) {
			const [x = 0, y = 0, z = 0] = mesh.positions.slice(vertex * 3, vertex * 3 + 3);
			if (of(x, y, z) > best.value) best = { surface, vertex, value: of(x, y, z) };
		}
	});
	return [best.surface, best.vertex];
}

describe('a rig', () => {
	const bodies = kinds.flatMap(({ name, words: [word = name], body }) => (body ? [{ word, body }] : []));
	const cases = [
		...bodies.map(({ word, body }) => ({ word, type: body as string })),
		...rigTypes.map((type) => ({ word: 'barrel', type: type as string })),
		{ word: 'knight', type: 'others' },
	];

	for (const { word, type } of cases) {
		it(`of a ${word} as ${type} is valid and inside of it`, async () => {
			const thing = rigModel(made(word), type);
			assert.deepEqual(await complaintsAbout(await writeGlb(thing)), []);
			const { min, max } = boundsOf(thing.surfaces.map(({ mesh }) => mesh));
			const slack = Math.max(...max.map((high, axis) => high - (min[axis] ?? 0))) * 0.02;
			for (const { name, at, parent } of thing.skeleton?.joints ?? []) {
				const inside = at.every(
					(value, axis) => value >= (min[axis] ?? 0) - slack && value <= (max[axis] ?? 0) + slack,
				);
				assert.ok(inside, `${name} is at ${at}`);
				assert.ok(parent < jointNames(thing).indexOf(name), 'parents come first');
			}
			assert.equal(jointNames(thing).length, new Set(jointNames(thing)).size);
			for (const { skin, mesh } of thing.surfaces) {
				assert.equal(skin?.weights.length, (mesh.positions.length / 3) * 4);
				assert.equal(skin?.joints.length, skin?.weights.length);
			}
		});
	}

	it('is known by the body of a kind, and things have none', () => {
		assert.equal(made('wolf').body, 'quadruped');
		assert.equal(made('old wizard').body, 'biped');
		assert.equal(made('treasure chest').body, undefined);
	});

	it('gives each limb to its joint', () => {
		const person = rigModel(made('person'), 'biped');
		assert.equal(pulledBy(person, ...extreme(person, (_x, y) => y)), 'Head');
		assert.equal(pulledBy(person, ...extreme(person, (x, y) => x - y * 5)), 'LeftFoot');
		assert.equal(pulledBy(person, ...extreme(person, (x, y) => -x - y * 5)), 'RightFoot');
		assert.equal(pulledBy(person, ...extreme(person, (x) => x)), 'LeftHand');
		const dog = rigModel(made('dog'), 'quadruped');
		assert.equal(pulledBy(dog, ...extreme(dog, (_x, _y, z) => z)), 'Head');
		assert.equal(pulledBy(dog, ...extreme(dog, (x, y, z) => x - y * 5 - z * 0.1)), 'BackLeftFoot');
	});

	it('hangs what is held on the hand, hilt and all', () => {
		const knight = rigModel(made('knight'), 'biped');
		const [surface, tip] = extreme(knight, (x, y) => y * 0.2 - x);
		assert.equal(pulledBy(knight, surface, tip), 'RightHand');
		const bronze = knight.surfaces.findIndex(({ name }) => name === 'bronze');
		const owners = knight.surfaces[bronze]?.mesh.indices.map((vertex) => pulledBy(knight, bronze, vertex));
		assert.deepEqual(new Set(owners), new Set(['RightHand']));
	});

	it('is not put off by a hat', () => {
		const shoulder = (prompt: string): number =>
			rigModel(made(prompt), 'biped').skeleton?.joints.find(({ name }) => name === 'LeftUpperArm')?.at[1] ??
			0;
		assert.ok(Math.abs(shoulder('wizard') - shoulder('person')) < 0.05);
	});

	it("has Mixamo's names on request", () => {
		const names = jointNames(rigModel(made('person'), 'biped', 'mixamo'));
		for (const name of [
			'Hips',
			'Spine',
			'Spine1',
			'LeftArm',
			'RightForeArm',
			'LeftHand',
			'RightUpLeg',
			'LeftLeg',
		])
			assert.ok(names.includes(`mixamorig:${name}`), `${name} is not in ${names}`);
		assert.ok(names.every((name) => name.startsWith('mixamorig:')));
	});

	it('grows and moves with the thing', () => {
		const person = rigModel(made('person'), 'biped');
		const tall = setOrigin(scaleTo(person, 4, 'height'), 'center');
		const { min, max } = boundsOf(tall.surfaces.map(({ mesh }) => mesh));
		const head = tall.skeleton?.joints.find(({ name }) => name === 'Head')?.at ?? [0, 0, 0];
		assert.ok(head[1] > max[1] * 0.6 && head[1] < max[1]);
		assert.ok(Math.abs(min[1] + 2) < 1e-6);
		const again = rigModel(tall, 'biped').skeleton;
		assert.ok(Math.abs((again?.joints.find(({ name }) => name === 'Head')?.at[1] ?? 0) - head[1]) < 1e-6);
	});

	it('is the same in FBX', async () => {
		const { readFacts, readFbx } = await import('./readers.mjs');
		const dog = rigModel(made('dog', true), 'quadruped');
		const { joints, triangles } = readFacts(readFbx((await writeModel(dog, 'fbx')).main.bytes));
		assert.deepEqual(joints.toSorted(), jointNames(dog).toSorted());
		assert.ok(triangles > 1000);
	});

	it('can stand alone', async () => {
		const bones = skeletonOnly(rigModel(made('person'), 'biped'));
		const glb = await writeGlb(bones);
		assert.deepEqual(
			(await complaintsAbout(glb)).filter((complaint) => !complaint.startsWith('NODE_EMPTY')),
			[],
		);
		const { readFacts, readFbx, readGltf } = await import('./readers.mjs');
		for (const read of [await readGltf(glb), readFbx((await writeModel(bones, 'fbx')).main.bytes)]) {
			const { meshes, triangles } = readFacts(read);
			assert.deepEqual([meshes, triangles], [[], 0]);
		}
	});
});
