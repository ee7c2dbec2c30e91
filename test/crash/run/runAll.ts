import { availableParallelism } from 'node:os';
import { planOf } from '../plan/planOf';
import type { Figures } from './figures';
import { performRun } from './performRun';
import type { World } from './world';

/** Windows mostly wait, for the service and for each other. */
const runsPerCore = 4;

/** Starts the runs of these seeds, some at a time, in order; each settles on its own. */
export function runAll(world: World, seeds: readonly number[]): Map<number, Promise<Figures>> {
	const results = new Map<number, Promise<Figures>>();
	const lanes = Array.from({ length: runsPerCore * availableParallelism() }, () => Promise.resolve());
	for (const [index, seed] of seeds.entries()) {
		const lane = index % lanes.length;
		const before = lanes[lane] ?? Promise.resolve();
		const result = before.then(() => performRun(world, planOf(seed)));
		results.set(seed, result);
		lanes[lane] = result.then(
			() => {},
			() => {},
		);
	}
	return results;
}
