import type { AccountSettings } from '../../../../src/core/accounts/accountDirectory';

/** Settings as they are before the user changes one. */
export const defaultAccountSettings: AccountSettings = {
	account: '',
	separateAccounts: false,
	tripoBaseUrl: 'https://openapi.tripo3d.ai/v3',
	tripoTier: 'default',
	tripoConcurrentTasks: 10,
	meshyBaseUrl: 'https://api.meshy.ai',
	meshyTier: 'pro',
	meshyConcurrentTasks: 50,
	onDidChangeAccount: () => ({ dispose() {} }),
};
