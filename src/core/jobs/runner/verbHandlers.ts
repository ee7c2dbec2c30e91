import type { Accounts } from '../../accounts/accounts';
import type { JobTools } from './jobContext';
import type { JobCreator } from './jobCreator';
import type { JobRunner } from './jobRunner';
import type { LedgerSync } from './ledgerSync';
import type { ParametersOf, ResultOf, Verb } from './verbs';

/** What the engine's verbs work with. */
export interface VerbContext {
	readonly tools: JobTools;
	readonly accounts: Accounts;
	readonly runner: JobRunner;
	readonly creator: JobCreator;
	readonly ledger: LedgerSync;
	/** Aborted when the engine stops. */
	readonly stopping: AbortSignal;
}

/** How the engine carries out each of these verbs. */
export type Handlers<V extends Verb> = {
	readonly [Each in V]: (context: VerbContext, ...parameters: ParametersOf<Each>) => Promise<ResultOf<Each>>;
};
