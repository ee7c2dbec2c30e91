/** Every id that package.json declares, once; a test compares both ways. */
export const commandIds = {
	generateFromPrompt: 'propsmith.generateFromPrompt',
	generateFromImages: 'propsmith.generateFromImages',
	generate: 'propsmith.generate',
	generateVariants: 'propsmith.generateVariants',
	generateFromFile: 'propsmith.generateFromFile',
	generateFromSelection: 'propsmith.generateFromSelection',
	generateFromFolder: 'propsmith.generateFromFolder',
	doNext: 'propsmith.doNext',
	savePreset: 'propsmith.savePreset',
	adoptTask: 'propsmith.adoptTask',
	setApiKey: 'propsmith.setApiKey',
	clearApiKey: 'propsmith.clearApiKey',
	chooseAccount: 'propsmith.chooseAccount',
	showBalance: 'propsmith.showBalance',
	cancel: 'propsmith.cancel',
	retry: 'propsmith.retry',
	editAndGenerate: 'propsmith.editAndGenerate',
	remove: 'propsmith.remove',
	downloadResult: 'propsmith.downloadResult',
	keepAnyway: 'propsmith.keepAnyway',
	raisePriority: 'propsmith.raisePriority',
	lowerPriority: 'propsmith.lowerPriority',
	pauseQueue: 'propsmith.pauseQueue',
	resumeQueue: 'propsmith.resumeQueue',
	reveal: 'propsmith.reveal',
	openAsset: 'propsmith.openAsset',
	showError: 'propsmith.showError',
	showLog: 'propsmith.showLog',
	openTaskHistory: 'propsmith.openTaskHistory',
	openBilling: 'propsmith.openBilling',
	showJobs: 'propsmith.showJobs',
	refreshBalance: 'propsmith.refreshBalance',
	exportSpending: 'propsmith.exportSpending',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = {
	container: 'propsmith',
	jobs: 'propsmith.jobs',
	assets: 'propsmith.assets',
	spending: 'propsmith.spending',
} as const;

/** For `when` clauses: `none`, `keyRejected`, `sandbox`, `tripo` or `meshy`. */
export const accountContextKey = 'propsmith.account';

/** For `when` clauses: true while the user paused a queue. */
export const pausedContextKey = 'propsmith.paused';

export const settingSection = 'propsmith';

/** Below `propsmith.`. */
export const settingKeys = {
	account: 'account',
	outputFolder: 'outputFolder',
	confirmAboveCredits: 'confirmAboveCredits',
	dailyCreditLimit: 'dailyCreditLimit',
	workspaceCreditLimit: 'workspaceCreditLimit',
	spendNothing: 'spendNothing',
	faceLimit: 'faceLimit',
	presets: 'presets',
	historyLimit: 'historyLimit',
	separateAccounts: 'separateAccounts',
	tripoModel: 'tripo.model',
	tripoBaseUrl: 'tripo.baseUrl',
	tripoTier: 'tripo.tier',
	tripoConcurrentTasks: 'tripo.concurrentTasks',
	meshyBaseUrl: 'meshy.baseUrl',
	meshyTier: 'meshy.tier',
	meshyConcurrentTasks: 'meshy.concurrentTasks',
} as const;
