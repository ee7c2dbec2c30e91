import assert from 'node:assert/strict';
import { recordFigure } from '../harness/testReport';
import { describePlan } from './plan/plan';
import { planOf } from './plan/planOf';
import { pointNames } from './plan/points';
import { Figures } from './run/figures';
import { runAll } from './run/runAll';
import { World } from './run/world';

/** Always the same here; `npm run test:soak` tries others. */
const firstSeed = 0;
const runs = 60;

const replayed = process.env.CRASH_SEED;
const seeds =
	replayed === undefined ? Array.from({ length: runs }, (_, at) => firstSeed + at) : [Number(replayed)];

describe('A window is killed, and its work goes on: one charge and one whole file for each job', () => {
	let world: World;
	let results: ReturnType<typeof runAll>;
	const sum = new Figures();

	before(async () => {
		world = await World.open();
		results = runAll(world, seeds);
	});
	after(async () => {
		await Promise.allSettled(results.values());
		await world.close();
	});

	for (const seed of seeds)
		it(describePlan(planOf(seed)), async () => {
			const figures = await results.get(seed);
			assert.ok(figures);
			sum.include(figures);
		});

	if (replayed === undefined)
		it('died at every named point at least once', () => {
			assert.deepEqual(
				pointNames.filter((point) => sum.get(`killed ${point}`) === 0),
				[],
			);
			recordFigure('crashRuns', sum.get('runs'));
			recordFigure('crashKills', sum.get('kills'));
			recordFigure('crashCharges', sum.get('charges'));
		});
});
