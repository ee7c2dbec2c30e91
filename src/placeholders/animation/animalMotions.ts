import { words } from '../literals';
import type { RigType } from '../rig/rigType';
import { leg, legs, type Motion, motion, type Pose, pulse, swing } from './motion';

/** Going on four legs; `gallop` 0 is a walk with legs in diagonal pairs, 1 a gallop. */
function trot(reach: number, knee: number, gallop: number): Motion['pose'] {
	const one = (name: string, share: number, later: number): Pose =>
		leg(name, swing(share, 1, later) * reach, Math.max(0, swing(share, 1, later + 0.25)) * knee);
	return (share) => ({
		...one('FrontLeft', share, 0),
		...one('BackRight', share, gallop * 0.5),
		...one('FrontRight', share, 0.5 - gallop * 0.4),
		...one('BackLeft', share, 0.5 + gallop * 0.1),
		Hips: { turn: [gallop * swing(share) * 5, 0, 0], shift: [0, 0.015 * swing(share, 2), 0] },
		Head: { turn: [swing(share, 2) * 4, 0, 0] },
		Tail1: { turn: [0, swing(share) * 14, 0] },
	});
}

function breathe(share: number): Pose {
	return {
		Chest: { turn: [swing(share) * 1.5, 0, 0] },
		Head: { turn: [swing(share, 1, 0.3) * 3, swing(share, 1, 0.6) * 6, 0] },
		Tail1: { turn: [0, swing(share, 2) * 16, 0] },
		Tail2: { turn: [0, swing(share, 2, -0.1) * 16, 0] },
	};
}

function leap(share: number): Pose {
	const air = pulse(share, 0.2, 0.5, 0.5, 0.85);
	const pitch = pulse(share, 0.1, 0.35, 0.35, 0.6) - pulse(share, 0.5, 0.7, 0.7, 0.95);
	return {
		...leg('FrontLeft', air * 45, air * 40),
		...leg('FrontRight', air * 40, air * 40),
		...leg('BackLeft', -air * 40, air * 20),
		...leg('BackRight', -air * 45, air * 20),
		Hips: { turn: [-pitch * 20, 0, 0], shift: [0, air * 0.35, 0] },
	};
}

/** Legs of one side in turn with those of the other; neighbours never lift together. */
function creep(reach: number): Motion['pose'] {
	return (share) => {
		const turns = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => {
			const [sign, order] = number <= 4 ? [1, number] : [-1, number - 4];
			const later = (order + (sign > 0 ? 0 : 1)) % 2 ? 0 : 0.5;
			const lift = Math.max(0, swing(share, 1, later + 0.25)) * reach;
			const turn = [0, -sign * swing(share, 1, later) * reach, sign * lift] as const;
			return [`${sign > 0 ? 'Left' : 'Right'}Leg${order}Upper`, { turn }] as const;
		});
		return { Body: { shift: [0, 0.01 * swing(share, 2), 0] }, ...Object.fromEntries(turns) };
	};
}

function flap(reach: number): Motion['pose'] {
	return (share) => {
		const beat = swing(share) * reach;
		const tip = swing(share, 1, -0.12) * reach * 0.7;
		return {
			LeftWing1: { turn: [0, 0, beat] },
			LeftWing2: { turn: [0, 0, tip] },
			RightWing1: { turn: [0, 0, -beat] },
			RightWing2: { turn: [0, 0, -tip] },
			Hips: { shift: [0, -swing(share, 1, 0.1) * reach * 0.0012, 0] },
			Tail: { turn: [swing(share) * 5, 0, 0] },
		};
	};
}

function strut(share: number): Pose {
	return {
		...legs(
			swing(share) * 28,
			Math.max(0, swing(share, 1, 0.25)) * 40,
			-swing(share) * 28,
			Math.max(0, swing(share, 1, 0.75)) * 40,
		),
		Head: { turn: [swing(share, 2) * 8, 0, 0] },
		Tail: { turn: [0, swing(share) * 6, 0] },
	};
}

/** A wave that runs from head to tail. */
function slither(joints: readonly string[], reach: number): Motion['pose'] {
	return (share) => {
		const turns = joints.map((name, order) => {
			const along = order / joints.length;
			return [name, { turn: [0, swing(share, 1, -along) * reach * (0.4 + along), 0] }] as const;
		});
		return Object.fromEntries(turns);
	};
}

const snake = words('Head Spine1 Spine2 Spine3 Spine4 Spine5 Spine6 Spine7');
const fish = words('Head Spine1 Spine2 Tail1 Tail2');
const fast = /run|flee|sprint|gallop|fast/;
const slow = /walk|march|stride|swim|crawl|creep/;
const still = /idle|stand|wait|breath|rest/;
const insect = [motion(fast, 0.5, 1.2, creep(24)), motion(slow, 1, 0.8, creep(18))];

/** For each body but a biped's; the first whose words are found in a clip's name is meant. */
export const animalMotions: Readonly<Record<Exclude<RigType, 'biped'>, readonly Motion[]>> = {
	quadruped: [
		motion(/jump|leap|hop/, 1.1, 0, leap),
		motion(fast, 0.6, 1.6, trot(42, 60, 1)),
		motion(slow, 1.1, 0.8, trot(24, 40, 0)),
		motion(still, 2.5, 0, breathe),
	],
	hexapod: insect,
	octopod: insect,
	avian: [motion(slow, 0.8, 0.6, strut), motion(/fly|flap|glide|run|jump/, 0.7, 38 / 30, flap(38))],
	serpentine: [
		motion(fast, 0.8, 1.5, slither(snake, 24)),
		motion(slow, 1.4, 1, slither(snake, 18)),
		motion(still, 3, 0, slither(snake, 5)),
	],
	aquatic: [
		motion(fast, 0.6, 2, slither(fish, 22)),
		motion(slow, 1.2, 1, slither(fish, 14)),
		motion(still, 2.5, 0, slither(fish, 5)),
	],
};
