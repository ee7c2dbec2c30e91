import { Dice } from './dice';
import type { Generation, Mishap, RunPlan, Wanted, WindowPlan } from './plan';
import { type Death, namedPoints, type Point, pointNames } from './points';

/** Runs of consecutive seeds go through all of these in turn. */
const turns: readonly Point[] = [
	...pointNames,
	...['step', 'step', 'step', 'step', 'time', 'time', 'time', 'time'].map((point) => point as Point),
];

const subjects = ['barrel', 'crate', 'a wooden sword', 'castle', 'dragon', 'lantern', 'small house', 'rock'];

/** The run of this seed. */
export function planOf(seed: number): RunPlan {
	const dice = new Dice(`plan ${seed}`);
	const point = turns[seed % turns.length] ?? 'step';
	const wanted = wantedIn(dice, point);
	const generations = [firstGeneration(dice, point, wanted)];
	for (const probability of [0.7, 0.4]) {
		if (dice.chance(probability)) generations.push(laterGeneration(dice, wanted));
	}
	const last = share(wanted, dice.whole(1, 2)).map((wants) => ({ wants, mishaps: [] }));
	generations.push({ windows: last, race: dice.chance(0.5) });
	return { seed, point, concurrentTasks: dice.whole(1, 3), wanted, generations };
}

function wantedIn(dice: Dice, point: Point): Wanted[] {
	const wanted: Wanted[] = [];
	const kinds = dice.whole(1, 3);
	for (let key = 1; key <= kinds; key++) {
		const prompt = `${dice.one(subjects)} ${key}`;
		wanted.push({ key, operation: 'textToModel', prompt, count: dice.chance(0.25) ? 2 : 1 });
	}
	// One of a kind: the service tells no prompt of picture tasks, so two in doubt need the user's eyes.
	if (point === 'duringUpload' || dice.chance(point === 'midDownload' ? 0.8 : 0.25))
		wanted.push({ key: 11, operation: 'imageToModel', prompt: '', count: 1 });
	if (dice.chance(0.15)) wanted.push({ key: 12, operation: 'multiviewToModel', prompt: '', count: 1 });
	return wanted;
}

function firstGeneration(dice: Dice, point: Point, wanted: readonly Wanted[]): Generation {
	const death = deathAt(dice, point);
	const mishaps = point === 'whileLooking' ? [{ kind: 'answerLost', nth: 1 } as const] : mishapsIn(dice);
	// The leader wants nothing itself: all its work was handed to it.
	if (point === 'midCall')
		return {
			race: false,
			windows: [
				{ wants: [], lingers: true, death, mishaps },
				...share(wanted, dice.whole(1, 2)).map((wants) => ({ wants, mishaps: [] })),
			],
		};
	// Somebody has to die first, so that somebody else can die while taking over.
	if (point === 'whileTakingOver') {
		const first = deathAt(dice, dice.one(['afterPostLeft', 'afterPostTaken', 'midDownload', 'step']));
		return {
			race: false,
			windows: [
				{ wants: wanted, death: first, mishaps },
				{ wants: [], lingers: true, death, mishaps: [] },
				...(dice.chance(0.5) ? [{ wants: [], lingers: true, mishaps: [] }] : []),
			],
		};
	}
	const [leader, ...others] = share(wanted, dice.whole(1, 3)).map(
		(wants, index): WindowPlan => ({
			wants,
			mishaps: index === 0 ? mishaps : [],
			...(index === 0 ? { death } : dice.chance(0.4) ? { death: anyDeath(dice) } : {}),
		}),
	);
	return { race: false, windows: leader ? [leader, ...others] : [] };
}

function laterGeneration(dice: Dice, wanted: readonly Wanted[]): Generation {
	const windows = share(wanted, dice.whole(1, 2)).map((wants, index) => ({
		wants,
		mishaps: mishapsIn(dice),
		...(index === 0 || dice.chance(0.5) ? { death: anyDeath(dice) } : {}),
	}));
	return { windows, race: dice.chance(0.5) };
}

function anyDeath(dice: Dice): Death {
	return deathAt(dice, dice.one(turns));
}

function deathAt(dice: Dice, point: Point): Death {
	return { point, nth: nthOf(dice, point), powerCut: dice.chance(0.4) };
}

function nthOf(dice: Dice, point: Point): number {
	if (point === 'step') return dice.whole(1, 250);
	if (point === 'time') return dice.whole(50, 1500);
	// Mostly early: a point that lies too far is never reached.
	const most = namedPoints[point];
	return dice.whole(1, dice.chance(0.4) ? most : Math.ceil(most / 3));
}

function mishapsIn(dice: Dice): Mishap[] {
	const kinds: readonly Mishap['kind'][] = ['answerLost', 'bodyCut', 'linkDead'];
	return kinds.filter(() => dice.chance(0.2)).map((kind) => ({ kind, nth: dice.whole(1, 2) }));
}

/** Deals the wishes out to so many windows. */
function share(wanted: readonly Wanted[], windows: number): Wanted[][] {
	return Array.from({ length: windows }, (_, index) =>
		wanted.filter((_wish, position) => position % windows === index),
	);
}
