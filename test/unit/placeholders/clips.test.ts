import assert from 'node:assert/strict';
import { animate } from '../../../src/placeholders/animation/animate';
import { writeGlb } from '../../../src/placeholders/formats/gltf';
import { writeModel } from '../../../src/placeholders/formats/writeModel';
import { box } from '../../../src/placeholders/mesh/box';
import { merged } from '../../../src/placeholders/mesh/mesh';
import { posed } from '../../../src/placeholders/mesh/pose';
import { modelFromPrompt } from '../../../src/placeholders/modelFromPrompt';
import type { PlaceholderModel } from '../../../src/placeholders/placeholderModel';
import { rigModel, skeletonOnly } from '../../../src/placeholders/rig/rigModel';
import type { Clip } from '../../../src/placeholders/skeleton';
import { complaintsAbout } from './model';

function made(prompt: string): PlaceholderModel {
	return modelFromPrompt(prompt, { seed: 1, texture: false });
}

function moving(clip: Clip | undefined, thing: PlaceholderModel): string[] {
	return clip?.tracks.map(({ joint }) => thing.skeleton?.joints[joint]?.name ?? '') ?? [];
}

/** A figure with its arms held out, of which nothing is known but its shape. */
function uploaded(): PlaceholderModel {
	const mesh = merged(
		posed(box(0.3, 1.5, 0.2), {}),
		posed(box(1.7, 0.12, 0.12), { at: [0, 1.25, 0] }),
		posed(box(0.2, 0.25, 0.2), { at: [0, 1.5, 0] }),
	);
	const surface = {
		name: 'body',
		mesh,
		colour: [0.5, 0.5, 0.5] as const,
		metallic: 0,
		roughness: 1,
		glow: 0,
	};
	return { name: 'upload', surfaces: [surface] };
}

describe('clips', () => {
	const bodies = ['person', 'dog', 'spider', 'bird', 'fish'];
	const names = ['idle', 'walk', 'run', 'jump', 'slash', 'fall', 'no such thing'];

	for (const word of bodies) {
		it(`of a ${word} are valid, named as asked, and end where they say`, async () => {
			const thing = animate(made(word), names);
			const glb = await writeGlb(thing);
			assert.deepEqual(await complaintsAbout(glb), []);
			const { readFacts, readFbx, readGltf } = await import('./readers.mjs');
			for (const read of [await readGltf(glb), readFbx((await writeModel(thing, 'fbx')).main.bytes)]) {
				const { clips } = readFacts(read);
				assert.deepEqual(
					clips.map(({ name }) => name),
					names,
				);
				for (const [index, { seconds }] of clips.entries()) {
					assert.ok(Math.abs(seconds - (thing.clips?.[index]?.seconds ?? 0)) < 1e-3);
				}
			}
			for (const clip of thing.clips ?? []) assert.ok(clip.tracks.length > 0, `${clip.name} moves nothing`);
		});
	}

	it('take the word after the last colon, whatever stands around it', () => {
		const thing = animate(made('person'), [
			'preset:biped:walk',
			'Walking_Woman',
			'preset:biped:wave_goodbye_01',
		]);
		const [preset, other, wave] = thing.clips ?? [];
		assert.deepEqual(preset?.tracks, other?.tracks);
		assert.ok(moving(preset, thing).includes('LeftUpperLeg'));
		assert.ok(moving(wave, thing).includes('RightUpperArm'));
		assert.ok(!moving(wave, thing).includes('LeftUpperLeg'));
	});

	it('swing the legs of a walk in turn, and lift a jump off the ground', async () => {
		const { jointsAt, readGltf } = await import('./readers.mjs');
		const thing = animate(made('person'), ['walk', 'jump']);
		const read = await readGltf(await writeGlb(thing));
		const ahead = (seconds: number): number => {
			const joints = jointsAt(read, 'walk', seconds);
			return (joints.get('LeftFoot')?.z ?? 0) - (joints.get('RightFoot')?.z ?? 0);
		};
		assert.ok(ahead(0.25) > 0.3, `${ahead(0.25)}`);
		assert.ok(ahead(0.75) < -0.3);
		const lowest = (seconds: number): number => {
			const joints = jointsAt(read, 'jump', seconds);
			return Math.min(joints.get('LeftFoot')?.y ?? 0, joints.get('RightFoot')?.y ?? 0);
		};
		assert.ok(lowest(0.6) > lowest(0) + 0.3);
	});

	it('stay in place unless told to travel', () => {
		for (const travels of [false, true]) {
			const { clips = [] } = animate(made('dog'), ['walk'], travels);
			const shift = clips[0]?.tracks.find(({ joint, path }) => joint === 0 && path === 'translation');
			const way = (shift?.values.at(-1)?.[2] ?? 0) - (shift?.values[0]?.[2] ?? 0);
			assert.equal(way > 0.2, travels, `${way}`);
			assert.ok(travels || Math.abs(way) < 1e-9);
		}
	});

	it('move every vertex alike in FBX and in glTF', async () => {
		const { boundsAt, readFbx, readGltf } = await import('./readers.mjs');
		const thing = animate(made('knight'), ['run', 'fall', 'dance']);
		const glb = await readGltf(await writeGlb(thing));
		const fbx = readFbx((await writeModel(thing, 'fbx')).main.bytes);
		for (const { name, seconds, tracks } of thing.clips ?? []) {
			for (const share of [0.25, 0.5]) {
				// At a key, where the two formats' ways between keys do not differ.
				const times = tracks[0]?.times ?? [];
				const moment = times[Math.round(share * (times.length - 1))] ?? seconds;
				const [one, other] = [boundsAt(glb, name, moment), boundsAt(fbx, name, moment)];
				for (const axis of ['x', 'y', 'z'] as const) {
					assert.ok(Math.abs(one.min[axis] * 100 - other.min[axis]) < 0.1, `${name} ${axis}`);
					assert.ok(Math.abs(one.max[axis] * 100 - other.max[axis]) < 0.1, `${name} ${axis}`);
				}
			}
		}
	});

	it('lower arms that are held out', async () => {
		const { jointsAt, readGltf } = await import('./readers.mjs');
		const thing = animate(rigModel(uploaded(), 'biped'), ['idle', 'walk']);
		const rest = thing.skeleton?.joints.find(({ name }) => name === 'LeftHand')?.at ?? [0, 0, 0];
		assert.ok(rest[0] > 0.5, 'the arms are held out at rest');
		const read = await readGltf(await writeGlb(thing));
		const hand = jointsAt(read, 'walk', 0.25).get('LeftHand');
		assert.ok((hand?.y ?? 9) < rest[1] - 0.3);
		assert.ok((jointsAt(read, 'walk', 0.25).get('RightHand')?.z ?? 0) > (hand?.z ?? 0) + 0.2);
	});

	it('go on without the shape', async () => {
		const { jointsAt, readGltf } = await import('./readers.mjs');
		const read = await readGltf(await writeGlb(skeletonOnly(animate(made('person'), ['jump']))));
		assert.ok((jointsAt(read, 'jump', 0.6).get('Hips')?.y ?? 0) > 1);
	});

	it('are the same every time', () => {
		assert.deepEqual(animate(made('dragon'), ['run']), animate(made('dragon'), ['run']));
	});
});
