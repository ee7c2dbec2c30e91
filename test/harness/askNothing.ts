import type { SpendingPolicy } from '../../src/core/spending/guard';
import { noLimits } from '../../src/core/spending/limits';

/** A user who set no limit and agrees to everything. */
export const askNothing: SpendingPolicy = {
	confirmAbove: () => Number.MAX_VALUE,
	confirm: async () => true,
	limits: () => noLimits,
	workspaceOf: () => undefined,
};
