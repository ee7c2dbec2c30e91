import type { Pauses } from '../../accounts/pauses';
import type { JobContext } from '../steps/context';
import type { JobCreator } from './jobCreator';
import type { JobRunner } from './jobRunner';
import type { LedgerSync } from './ledgerSync';
import type { ParametersOf, ResultOf, Verb } from './verbs';

/** What the engine's verbs work with. */
export interface VerbContext {
	readonly jobs: JobContext;
	readonly runner: JobRunner;
	readonly creator: JobCreator;
	readonly ledger: LedgerSync;
	readonly pauses: Pauses;
	/** Aborted when the engine stops. */
	readonly stopping: AbortSignal;
}

/** How the engine carries out each of these verbs. */
export type Handlers<V extends Verb> = {
	readonly [Each in V]: (context: VerbContext, ...parameters: ParametersOf<Each>) => Promise<ResultOf<Each>>;
};
