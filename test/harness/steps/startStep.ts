import { runBesidePackage } from './packageStep';
import type { Step } from './step';

/** An odd number, for the figures are medians. */
const windows = 5;

/**
 * Measures what the installed package costs a window at its start, beside an empty extension. To be run with nothing else
 * at work: anything beside it would be measured, too.
 */
export function startStep(name: string, needs: string[]): Step {
	return { name, needs, run: (inPlace) => inPlace(() => runBesidePackage(name, 'startup', windows)) };
}
