import type { RigType } from '../rig/rigType';
import { leg } from './limbs';
import { type Motion, type NamedMotion, type Pose, pulse, swing } from './motion';

function trot(seconds: number, stride: number, reach: number, knee: number, gallop: number): Motion {
	const one = (name: string, share: number, later: number): Pose =>
		leg(name, swing(share, 1, later) * reach, Math.max(0, swing(share, 1, later + 0.25)) * knee);
	return {
		seconds,
		stride,
		pose: (share) => ({
			...one('FrontLeft', share, 0),
			...one('BackRight', share, gallop * 0.5),
			...one('FrontRight', share, 0.5 - gallop * 0.4),
			...one('BackLeft', share, 0.5 + gallop * 0.1),
			Hips: { turn: [gallop * swing(share) * 5, 0, 0], shift: [0, 0.015 * swing(share, 2), 0] },
			Head: { turn: [swing(share, 2) * 4, 0, 0] },
			Tail1: { turn: [0, swing(share) * 14, 0] },
		}),
	};
}

const quadrupedIdle: Motion = {
	seconds: 2.5,
	pose: (share) => ({
		Chest: { turn: [swing(share) * 1.5, 0, 0] },
		Head: { turn: [swing(share, 1, 0.3) * 3, swing(share, 1, 0.6) * 6, 0] },
		Tail1: { turn: [0, swing(share, 2) * 16, 0] },
		Tail2: { turn: [0, swing(share, 2, -0.1) * 16, 0] },
	}),
};

const leap: Motion = {
	seconds: 1.1,
	pose(share) {
		const air = pulse(share, 0.2, 0.5, 0.5, 0.85);
		const pitch = pulse(share, 0.1, 0.35, 0.35, 0.6) - pulse(share, 0.5, 0.7, 0.7, 0.95);
		return {
			...leg('FrontLeft', air * 45, air * 40),
			...leg('FrontRight', air * 40, air * 40),
			...leg('BackLeft', -air * 40, air * 20),
			...leg('BackRight', -air * 45, air * 20),
			Hips: { turn: [-pitch * 20, 0, 0], shift: [0, air * 0.35, 0] },
		};
	},
};

/** Legs of one side in turn with those of the other; neighbours never lift together. */
function creep(seconds: number, stride: number, reach: number): Motion {
	return {
		seconds,
		stride,
		pose(share) {
			const pose: Record<string, Pose[string]> = { Body: { shift: [0, 0.01 * swing(share, 2), 0] } };
			for (const side of ['Left', 'Right'] as const) {
				for (let order = 1; order <= 4; order++) {
					const sign = side === 'Left' ? 1 : -1;
					const later = (order + (side === 'Left' ? 0 : 1)) % 2 ? 0 : 0.5;
					const lift = Math.max(0, swing(share, 1, later + 0.25)) * reach;
					pose[`${side}Leg${order}Upper`] = {
						turn: [0, -sign * swing(share, 1, later) * reach, sign * lift],
					};
				}
			}
			return pose;
		},
	};
}

function flap(seconds: number, reach: number): Motion {
	return {
		seconds,
		stride: reach / 30,
		pose(share) {
			const beat = swing(share) * reach;
			return {
				LeftWing1: { turn: [0, 0, beat] },
				LeftWing2: { turn: [0, 0, swing(share, 1, -0.12) * reach * 0.7] },
				RightWing1: { turn: [0, 0, -beat] },
				RightWing2: { turn: [0, 0, -swing(share, 1, -0.12) * reach * 0.7] },
				Hips: { shift: [0, -swing(share, 1, 0.1) * reach * 0.0012, 0] },
				Tail: { turn: [swing(share) * 5, 0, 0] },
			};
		},
	};
}

const strut: Motion = {
	seconds: 0.8,
	stride: 0.6,
	pose: (share) => ({
		...leg('Left', swing(share) * 28, Math.max(0, swing(share, 1, 0.25)) * 40),
		...leg('Right', -swing(share) * 28, Math.max(0, swing(share, 1, 0.75)) * 40),
		Head: { turn: [swing(share, 2) * 8, 0, 0] },
		Tail: { turn: [0, swing(share) * 6, 0] },
	}),
};

/** A wave that runs from head to tail. */
function slither(joints: readonly string[], seconds: number, stride: number, reach: number): Motion {
	return {
		seconds,
		stride,
		pose: (share) =>
			Object.fromEntries(
				joints.map((name, order) => [
					name,
					{ turn: [0, swing(share, 1, -order / joints.length) * reach * (0.4 + order / joints.length), 0] },
				]),
			),
	};
}

const snake = ['Head', ...Array.from({ length: 7 }, (_, index) => `Spine${index + 1}`)];
const fish = ['Head', 'Spine1', 'Spine2', 'Tail1', 'Tail2'];
const going = /run|flee|sprint|gallop|fast/;
const still = /idle|stand|wait|breath|rest/;
const walking = /walk|march|stride|swim|crawl|creep/;

/** For each body but a biped's; the first whose words are found in a clip's name is meant. */
export const animalMotions: Readonly<Record<Exclude<RigType, 'biped'>, readonly NamedMotion[]>> = {
	quadruped: [
		{ words: /jump|leap|hop/, motion: leap },
		{ words: going, motion: trot(0.6, 1.6, 42, 60, 1) },
		{ words: walking, motion: trot(1.1, 0.8, 24, 40, 0) },
		{ words: still, motion: quadrupedIdle },
	],
	hexapod: [
		{ words: going, motion: creep(0.5, 1.2, 24) },
		{ words: walking, motion: creep(1, 0.8, 18) },
	],
	octopod: [
		{ words: going, motion: creep(0.5, 1.2, 24) },
		{ words: walking, motion: creep(1, 0.8, 18) },
	],
	avian: [
		{ words: walking, motion: strut },
		{ words: /fly|flap|glide|run|jump/, motion: flap(0.7, 38) },
	],
	serpentine: [
		{ words: going, motion: slither(snake, 0.8, 1.5, 24) },
		{ words: walking, motion: slither(snake, 1.4, 1, 18) },
		{ words: still, motion: slither(snake, 3, 0, 5) },
	],
	aquatic: [
		{ words: going, motion: slither(fish, 0.6, 2, 22) },
		{ words: walking, motion: slither(fish, 1.2, 1, 14) },
		{ words: still, motion: slither(fish, 2.5, 0, 5) },
	],
};
