import type { Operation } from '../../../src/core/model/request';
import type { Death, Point } from './points';

/** Jobs of one and the same request; `count` above 1 makes them twins. */
export interface Wanted {
	/** Goes to the service as `model_seed`, so that every task tells which request it came from. */
	readonly key: number;
	readonly operation: Operation;
	readonly prompt: string;
	readonly count: number;
}

/** Something the network does to a process, without anybody dying. */
export interface Mishap {
	readonly kind: 'answerLost' | 'bodyCut' | 'linkDead';
	/** It strikes the nth request that it fits. */
	readonly nth: number;
}

/** One process, as one VS Code window. */
export interface WindowPlan {
	readonly wants: readonly Wanted[];
	/** Stays, with nothing to do of its own, until those that want something are gone. */
	readonly lingers?: boolean;
	readonly death?: Death;
	readonly mishaps: readonly Mishap[];
}

/** Windows that are open at the same time; the next generation starts when all of them are gone. */
export interface Generation {
	readonly windows: readonly WindowPlan[];
	/** All start at once and race for the lead; otherwise the first leads. */
	readonly race: boolean;
}

/** What is done in one run; everything follows from the seed. */
export interface RunPlan {
	readonly seed: number;
	/** What the run is about. */
	readonly point: Point;
	readonly concurrentTasks: number;
	readonly wanted: readonly Wanted[];
	/** Nobody dies in the last one. */
	readonly generations: readonly Generation[];
}

export function describePlan({ seed, point, wanted, generations }: RunPlan): string {
	const jobs = wanted.reduce((sum, { count }) => sum + count, 0);
	const lives = generations.map(({ windows, race }) => {
		const deaths = windows.map(({ death }) =>
			death ? `${death.point}:${death.nth}${death.powerCut ? ' power cut' : ''}` : 'lives',
		);
		return deaths.join(race ? ' ∥ ' : ', ');
	});
	return `seed ${seed}, ${point}: ${jobs} jobs; ${lives.join(' → ')}`;
}
