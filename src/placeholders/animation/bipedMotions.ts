import { arm, arms, easeIn, leg, legs, type Motion, motion, type Pose, pulse, swing } from './motion';

/** Legs and arms in turn, as in walking: how far legs and arms swing, how far knees and elbows bend, degrees. */
function gait(share: number, reach: number, knee: number, pump: number, elbow: number): Pose {
	const beat = swing(share);
	const lifted = (later: number): number => Math.max(0, swing(share, 1, later)) * knee;
	return {
		...legs(beat * reach, lifted(0.25), -beat * reach, lifted(0.75)),
		...arms(-beat * pump, 4, elbow, beat * pump, elbow),
	};
}

/** The first whose words are found in a clip's name is meant. */
export const bipedMotions: readonly Motion[] = [
	motion(/jump|flip|hop/, 1.2, 0, (share) => {
		const crouch = pulse(share, 0, 0.2, 0.2, 0.34) + pulse(share, 0.7, 0.8, 0.82, 1);
		const air = pulse(share, 0.3, 0.5, 0.5, 0.74);
		return {
			...legs(crouch * 50 + air * 18, crouch * 95 + air * 30),
			...arms(-crouch * 35 + air * 130, 8, 15),
			Hips: { shift: [0, air * 0.32 - crouch * 0.09, 0] },
			Chest: { turn: [crouch * 22, 0, 0] },
		};
	}),
	motion(/run|sprint|flee|jog/, 0.7, 1.4, (share) => ({
		...gait(share, 44, 85, 42, 80),
		Hips: { turn: [8, 0, 0], shift: [0, 0.03 * Math.abs(swing(share, 1, 0.25)), 0] },
		Chest: { turn: [6, swing(share) * 9, 0] },
	})),
	motion(/walk|march|stroll|swagger|stride/, 1, 0.75, (share) => ({
		...gait(share, 26, 42, 22, 12),
		Hips: { shift: [0, -0.012 + 0.012 * Math.abs(swing(share, 1, 0.25)), 0] },
		Chest: { turn: [2, swing(share) * 6, 0] },
	})),
	motion(/climb/, 1.2, 0, (share) => ({
		...arms(
			140 + swing(share) * 30,
			6,
			30 - swing(share) * 20,
			140 - swing(share) * 30,
			30 + swing(share) * 20,
		),
		...legs(45 - swing(share) * 30, 70 - swing(share) * 40, 45 + swing(share) * 30, 70 + swing(share) * 40),
		Hips: { shift: [0, 0.03 * swing(share, 2), 0] },
	})),
	motion(/dive|swim|crawl/, 1.6, 0, (share) => {
		const flat = pulse(share, 0.15, 0.5, 0.75, 1);
		return {
			...arms(flat * 170, 4, 0),
			...legs(swing(share, 3) * 12 * flat, 12 * flat),
			Hips: { turn: [flat * 82, 0, 0], shift: [0, flat * 0.12, flat * 0.2] },
			Head: { turn: [-flat * 35, 0, 0] },
		};
	}),
	motion(/slash|attack|chop|sword|axe|shovel/, 0.9, 0, (share) => {
		const drawn = pulse(share, 0, 0.35, 0.4, 0.55);
		const struck = pulse(share, 0.4, 0.55, 0.65, 1);
		return {
			...arm('Right', drawn * 150 + struck * 45, drawn * 25 - struck * 45, drawn * 60 + struck * 10),
			...arm('Left', 15 * struck, 14, 30),
			...legs(18 * struck, 18 * struck, -14 * struck, 6 * struck),
			Chest: { turn: [struck * 14 - drawn * 8, struck * 35 - drawn * 30, 0] },
		};
	}),
	motion(/shoot|aim|bow|cast|fire/, 0.8, 0, (share) => {
		const aim = pulse(share, 0, 0.3, 0.8, 1);
		const kick = pulse(share, 0.4, 0.44, 0.46, 0.62);
		return {
			...arms(aim * 82 + kick * 14, -aim * 12, kick * 20),
			Chest: { turn: [-kick * 7, 0, 0] },
			Head: { turn: [aim * 4, 0, 0] },
		};
	}),
	motion(/hurt|hit|stagger/, 0.7, 0, (share) => {
		const hit = pulse(share, 0, 0.16, 0.3, 1);
		return {
			...arms(hit * 30, hit * 28, hit * 50),
			...leg('Left', -hit * 16, hit * 14),
			Hips: { shift: [0, -hit * 0.02, -hit * 0.05] },
			Chest: { turn: [-hit * 22, hit * 10, 0] },
			Head: { turn: [-hit * 18, 0, 0] },
		};
	}),
	motion(/fall|die|dead|death|defeat|collapse/, 1.4, 0, (share) => {
		const down = easeIn(share, 0.1, 0.7);
		return {
			...arms(down * 20, down * 70, 10),
			...legs(-down * 4, pulse(share, 0.05, 0.3, 0.4, 0.8) * 50),
			Hips: { turn: [-down * 86, 0, 0], shift: [0, -down * 0.41, -down * 0.1] },
			Head: { turn: [down * 8, 0, 0] },
		};
	}),
	motion(/turn/, 1, 0, (share) => ({
		...legs(
			swing(share) * 10,
			Math.max(0, swing(share)) * 24,
			-swing(share) * 10,
			Math.max(0, -swing(share)) * 24,
		),
		Hips: { turn: [0, easeIn(share, 0.1, 0.9) * 90, 0] },
		Head: { turn: [0, pulse(share, 0, 0.3, 0.5, 0.9) * 25, 0] },
	})),
	motion(/wave|greet|hello|goodbye/, 1.6, 0, (share) => {
		const up = pulse(share, 0, 0.2, 0.8, 1);
		return {
			...arm('Right', up * 20, up * 135, up * 25),
			RightLowerArm: { turn: [-up * 10, 0, -up * (15 + swing(share, 3) * 25)] },
			Head: { turn: [0, 0, up * 5] },
		};
	}),
	motion(/cheer|victory|celebrat|clap/, 1.2, 0, (share) => {
		const up = pulse(share, 0, 0.25, 0.75, 1);
		return {
			...arms(up * 20, up * 150, 15 + swing(share, 2) * 12 * up),
			Hips: { shift: [0, 0.05 * up * Math.abs(swing(share, 2)), 0] },
			Head: { turn: [-up * 12, 0, 0] },
		};
	}),
	motion(/danc|freaky/, 2, 0, (share) => ({
		...arms(35 + swing(share, 2) * 30, 35, 70, 35 - swing(share, 2) * 30, 70),
		...legs(
			Math.max(0, swing(share)) * 20,
			Math.max(0, swing(share)) * 40,
			Math.max(0, -swing(share)) * 20,
			Math.max(0, -swing(share)) * 40,
		),
		Hips: { turn: [0, swing(share) * 18, swing(share) * 6], shift: [swing(share) * 0.03, -0.01, 0] },
		Chest: { turn: [0, -swing(share) * 12, -swing(share) * 8] },
	})),
	motion(/sit/, 1.4, 0, (share) => {
		const down = easeIn(share, 0, 0.8);
		return {
			...legs(down * 88, down * 88),
			...arms(down * 35, 4, down * 40),
			Hips: { shift: [0, -down * 0.22, -down * 0.06] },
			Chest: { turn: [pulse(share, 0.1, 0.4, 0.5, 0.9) * 25, 0, 0] },
		};
	}),
	motion(/punch|box|fight/, 0.8, 0, (share) => {
		const left = pulse(share, 0.05, 0.2, 0.25, 0.45);
		const right = pulse(share, 0.45, 0.6, 0.65, 0.9);
		return {
			...arms(45 + left * 42, 6, 110 * (1 - left), 45 + right * 42, 110 * (1 - right)),
			...legs(12, 14, -10, 12),
			Chest: { turn: [6, (right - left) * 28, 0] },
		};
	}),
	motion(/kick/, 0.9, 0, (share) => {
		const out = pulse(share, 0.15, 0.45, 0.5, 0.85);
		return {
			...leg('Right', out * 85, pulse(share, 0.1, 0.3, 0.3, 0.45) * 80),
			...arms(10, 20 + out * 15, 50),
			Chest: { turn: [-out * 14, 0, 0] },
		};
	}),
	motion(/idle|stand|wait|breath|rest/, 2.5, 0, (share) => ({
		...arms(swing(share) * 1.5, 3 + swing(share, 1, 0.2) * 1.5, 6),
		Chest: { turn: [1 + swing(share) * 1.5, 0, 0] },
		Head: { turn: [swing(share, 1, 0.3) * 1.5, swing(share, 1, 0.6) * 4, 0] },
	})),
];
