/** What the failed step means for the user's credits. */
export type Charge = 'none' | 'possible' | 'made';

interface Words {
	/** What happened, in one sentence a newcomer understands. */
	readonly what: string;
	/** What to do next. */
	readonly next: string;
	readonly charge: Charge;
}

/**
 * Every failure that Propsmith can name. The words live here and nowhere else; what a service said about
 * one particular failure travels beside the code, as `detail`.
 */
export const errorTable = {
	keyMissing: {
		what: 'No API key is set for this account.',
		next: 'Run “Propsmith: Set API Key…”, or choose the free sandbox with “Propsmith: Choose Account…”.',
		charge: 'none',
	},
	keyIsClientId: {
		what: 'This is a client id (tcli_…). It names an application and never authenticates.',
		next: 'Copy the API key that starts with tsk_ from the same page and run “Propsmith: Set API Key…”.',
		charge: 'none',
	},
	keyMalformed: {
		what: 'This does not look like an API key.',
		next: 'Copy the whole key from the provider’s console and run “Propsmith: Set API Key…”.',
		charge: 'none',
	},
	keyNotKept: {
		what: 'This machine does not keep secrets, so the API key was not stored.',
		next: 'Set the environment variable TRIPO_API_KEY or MESHY_API_KEY for VS Code and restart it.',
		charge: 'none',
	},
	keyRejected: {
		what: 'The service does not accept the API key.',
		next: 'Run “Propsmith: Set API Key…” with the whole key. Reset propsmith.tripo.baseUrl, so that a Tripo key’s region is found. Waiting jobs go on by themselves.',
		charge: 'none',
	},
	creditsExhausted: {
		what: 'The account’s API credits are used up.',
		next: 'Top up API credits with “Propsmith: Open Billing”; Tripo’s Studio credits are another wallet. Waiting jobs go on by themselves.',
		charge: 'none',
	},
	planHasNoApi: {
		what: 'The account’s plan cannot create tasks over the API.',
		next: 'Choose a plan with API access, or run “Propsmith: Set API Key…”. Waiting jobs go on when the key or the tier setting changes, or with “Retry”.',
		charge: 'none',
	},
	contentRefused: {
		what: 'The service’s content check refused the input.',
		next: 'Change the input with “Edit and Generate Again…”. If it was compliant, send the request id from the log to support (Tripo: support@vastai3d.com).',
		charge: 'none',
	},
	refusedBefore: {
		what: 'The content check refused this very request before, so it is not sent again.',
		next: 'Change the prompt, the picture or an option with “Edit and Generate Again…”.',
		charge: 'none',
	},
	requestInvalid: {
		what: 'The request cannot be made as it is.',
		next: 'Fix the problem above and try again.',
		charge: 'none',
	},
	textUnreadable: {
		what: 'A prompt has characters that cannot be sent.',
		next: 'Check the text. If it looks garbled, choose another encoding in the setting files.encoding or with “Reopen with Encoding”.',
		charge: 'none',
	},
	modelRetired: {
		what: 'The service no longer offers this model version.',
		next: 'Generate again and choose another model. For Tripo, the form starts from the setting propsmith.tripo.model.',
		charge: 'none',
	},
	imageUnreadable: {
		what: 'The picture could not be read as PNG, JPEG or WebP.',
		next: 'Open the file to check it, export it again as PNG or JPEG, then retry.',
		charge: 'none',
	},
	imageFormat: {
		what: 'The service does not take pictures of this format.',
		next: 'Export the picture as PNG or JPEG, and use that.',
		charge: 'none',
	},
	inputIsPointer: {
		what: 'The file is a Git LFS pointer: its content is not on this machine yet.',
		next: 'Run “git lfs pull” in its repository, then try again.',
		charge: 'none',
	},
	inputIsFolder: {
		what: 'This is a folder, and a file is needed.',
		next: 'Select a file in it, then try again.',
		charge: 'none',
	},
	imageTooLarge: {
		what: 'The picture is larger than the service takes (20 MB).',
		next: 'Save a smaller copy (256 to 2048 pixels a side are plenty) and use that.',
		charge: 'none',
	},
	imageMissing: {
		what: 'The picture is no longer where it was.',
		next: 'Put the file back and retry, or generate from another picture.',
		charge: 'none',
	},
	modelMissing: {
		what: 'The model file cannot be read.',
		next: 'Put the file back and retry, or go on from another one.',
		charge: 'none',
	},
	modelUnreadable: {
		what: 'The model file is damaged or of a kind that the service does not take.',
		next: 'Open the file to check it, save it as a GLB with everything in one file, then retry.',
		charge: 'none',
	},
	modelFormat: {
		what: 'The service does not take model files of this format.',
		next: 'Save the model as a GLB with everything in one file, and use that.',
		charge: 'none',
	},
	figureUnclear: {
		what: 'The service sees no figure with arms and legs in this model, so it cannot rig it.',
		next: 'Use a textured model of one figure on two legs, in A- or T-pose, that looks along +Z; then generate again.',
		charge: 'none',
	},
	modelTooLarge: {
		what: 'The model file is larger than the service takes (Tripo: 150 MB, Meshy: 100 MB).',
		next: 'Save a smaller copy, for instance with smaller textures, and use that.',
		charge: 'none',
	},
	sourceNotReady: {
		what: 'The previous step didn’t produce a result.',
		next: 'Retry the previous step; this one then goes on by itself.',
		charge: 'none',
	},
	sourceGone: {
		what: 'The task that this one goes on from is no longer at the service.',
		next: 'Services forget results after some days. Generate the first step again, or go on from the file in your workspace.',
		charge: 'none',
	},
	sourceElsewhere: {
		what: 'The task that this one goes on from was made with another key.',
		next: 'Set the key that made it and retry, or generate the first step again.',
		charge: 'none',
	},
	serviceDown: {
		what: 'The service is not available.',
		next: 'If it lasts, check the base URL setting. Waiting jobs are kept and tried again by themselves.',
		charge: 'none',
	},
	networkDown: {
		what: 'The service cannot be found from here.',
		next: 'Check the network, the setting http.proxy and the base URL. Waiting jobs are kept and tried again by themselves.',
		charge: 'none',
	},
	certificateRejected: {
		what: 'The service cannot prove who it is, so nothing was sent.',
		next: 'Check the clock. If a proxy reads along, add its certificate to the system and restart VS Code. Waiting jobs go on by themselves.',
		charge: 'none',
	},
	proxyRefused: {
		what: 'The proxy does not connect to the service, so nothing was sent.',
		next: 'Check the setting http.proxy, or HTTPS_PROXY of the environment. Waiting jobs are kept and tried again by themselves.',
		charge: 'none',
	},
	proxyNeedsPassword: {
		what: 'The proxy asks for a password, so nothing was sent.',
		next: 'Write it into the setting http.proxy: http://user:password@host:port, with % codes for signs. Waiting jobs go on by themselves.',
		charge: 'none',
	},
	baseUrlInvalid: {
		what: 'The base URL of the service is not valid, so nothing was sent.',
		next: 'Correct the setting propsmith.tripo.baseUrl or propsmith.meshy.baseUrl. Waiting jobs are kept and go on by themselves.',
		charge: 'none',
	},
	serviceFault: {
		what: 'The service answered with an error of its own.',
		next: 'Retry in a few minutes; if it stays, give the provider’s support the request id from the log.',
		charge: 'none',
	},
	answerLost: {
		what: 'The request left, but its answer never came: the service may have this job.',
		next: 'Choose “Retry” to look again at the service before anything is sent a second time.',
		charge: 'possible',
	},
	taskFailed: {
		what: 'The service could not finish this task.',
		next: 'Retry, or change the prompt. If credits were deducted for a failed task, the service refunds them later.',
		charge: 'none',
	},
	taskCancelled: {
		what: 'The task was cancelled at the service.',
		next: 'Generate again if you still need the asset.',
		charge: 'none',
	},
	taskExpired: {
		what: 'The task expired at the service before its result could be fetched.',
		next: 'Run “Propsmith: Open Task History” to see what was charged, then generate again.',
		charge: 'possible',
	},
	taskStateUnknown: {
		what: 'The service reports a state for this task that says neither success nor failure.',
		next: 'Choose “Retry” to ask again, or look the task up in the provider’s history. It may still be charged.',
		charge: 'possible',
	},
	taskNotFound: {
		what: 'The service does not know this task under the present key.',
		next: 'If the key was changed, set the key that made the task and retry. Otherwise look at the provider’s history.',
		charge: 'possible',
	},
	taskEmpty: {
		what: 'The task succeeded but offers no model file.',
		next: 'Retry asks the same task again, for free. If it stays, report the task id to the provider’s support.',
		charge: 'made',
	},
	linkDead: {
		what: 'The file host refuses fresh download links.',
		next: 'The download is tried again by itself, “Retry” does so now. It is free, and the result stays at the service.',
		charge: 'made',
	},
	linkUnusable: {
		what: 'The service gave a download link that Propsmith does not follow.',
		next: 'Retry asks for a new link, for free. If it stays, report the task id to the provider’s support.',
		charge: 'made',
	},
	downloadBroken: {
		what: 'The file host does not deliver the file.',
		next: 'The download is tried again by itself, “Retry” does so now. It is free, and the result stays at the service.',
		charge: 'made',
	},
	folderGone: {
		what: 'The output folder was moved or deleted during the download.',
		next: 'The file is fetched again, by itself and for free, into the folder that was asked for.',
		charge: 'made',
	},
	fileInvalid: {
		what: 'The file that came is damaged or not what it should be.',
		next: 'Retry fetches it again for free. Where it came twice alike, “Keep Anyway” saves it as it is. If it stays, give the provider’s support the task id.',
		charge: 'made',
	},
	diskFull: {
		what: 'The disk is full.',
		next: 'Free some space and retry. Fetching a finished result again is free.',
		charge: 'made',
	},
	folderUnwritable: {
		what: 'The output folder cannot be written.',
		next: 'Check its permissions, or choose another one in the setting propsmith.outputFolder, then retry. Fetching a finished result again is free.',
		charge: 'made',
	},
	folderSettingWrong: {
		what: 'The output folder in the settings cannot be used.',
		next: 'Set propsmith.outputFolder to a folder inside the workspace, such as assets/generated.',
		charge: 'none',
	},
	recordUnwritable: {
		what: 'Propsmith’s own job record cannot be written, so nothing was sent.',
		next: 'Free some space or repair the permissions of VS Code’s storage folder, then retry.',
		charge: 'none',
	},
	spendingDeclined: {
		what: 'Not confirmed, so nothing was sent.',
		next: 'Generate again and confirm the cost.',
		charge: 'none',
	},
	spendingOff: {
		what: 'This costs credits, and “spend nothing” is switched on.',
		next: 'Switch off propsmith.spendNothing, or use the free sandbox. Waiting jobs are kept and go on by themselves.',
		charge: 'none',
	},
	dailyLimitReached: {
		what: 'This would go beyond your limit of credits a day.',
		next: 'Ask for less, wait until tomorrow, or raise propsmith.dailyCreditLimit.',
		charge: 'none',
	},
	workspaceLimitReached: {
		what: 'This would go beyond the limit of credits of this workspace folder.',
		next: 'Ask for less, or raise propsmith.workspaceCreditLimit.',
		charge: 'none',
	},
	motionsUnavailable: {
		what: 'The service’s library of motions cannot be loaded.',
		next: 'Type the numbers of the motions, with commas between them, or try again later.',
		charge: 'none',
	},
	workspaceUntrusted: {
		what: 'This workspace is not trusted, so nothing is generated or written here.',
		next: 'Trust the workspace (“Workspaces: Manage Workspace Trust”) and try again.',
		charge: 'none',
	},
	noFolder: {
		what: 'There is no folder to put the asset into.',
		next: 'Open a folder in VS Code, or name the output folder in the request.',
		charge: 'none',
	},
	jobUnknown: {
		what: 'There is no such job.',
		next: 'Look at the Jobs view: it may have been removed.',
		charge: 'none',
	},
	leaderLost: {
		what: 'The VS Code window that runs the queue did not answer.',
		next: 'Look at the Jobs view to see whether the job is there, then try again. If it stays, close the window that hangs.',
		charge: 'none',
	},
	windowsDiffer: {
		what: 'Another VS Code window runs the queue with another version of Propsmith.',
		next: 'Reload or close the other windows, so that all of them use the same version.',
		charge: 'none',
	},
	actionNotPossible: {
		what: 'This action isn’t available in the job’s present state.',
		next: 'Look at the job in the Jobs view to see what it allows.',
		charge: 'none',
	},
	internal: {
		what: 'Propsmith ran into a fault of its own.',
		next: 'Run “Propsmith: Show Log” and report it with the last lines.',
		charge: 'possible',
	},
} as const satisfies Record<string, Words>;
