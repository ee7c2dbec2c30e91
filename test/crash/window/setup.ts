import type { Mishap, Wanted } from '../plan/plan';
import type { Death } from '../plan/points';

/** What a window's process is told, as JSON in its environment. */
export interface WindowSetup {
	/** Such as `1.0`: the first window of the second generation. */
	readonly name: string;
	readonly seed: number;
	/** Holds everything of the run. */
	readonly folder: string;
	readonly pictures: string;
	readonly tripo: string;
	readonly control: string;
	readonly key: string;
	readonly concurrentTasks: number;
	readonly wants: readonly Wanted[];
	readonly lingers: boolean;
	readonly mishaps: readonly Mishap[];
	readonly death?: Death;
}

/** Only a window of this suite has it: no such variable is known to the product. */
export const setupVariable = 'PROPSMITH_CRASH_WINDOW';

export function readSetup(): WindowSetup {
	return JSON.parse(process.env[setupVariable] ?? '') as WindowSetup;
}
