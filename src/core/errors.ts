import { redact } from './net/redact';

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
const table = {
	keyMissing: {
		what: 'No API key is set for this account.',
		next: 'Run “Propsmith: Set API Key…”, or choose the free sandbox with “Propsmith: Choose Account…”.',
		charge: 'none',
	},
	keyIsClientId: {
		what: 'This is a client id (tcli_…). It names an application and never authenticates.',
		next: 'Copy the API key that starts with tsk_ from the same page of the Tripo console.',
		charge: 'none',
	},
	keyMalformed: {
		what: 'This does not look like an API key.',
		next: 'Copy the whole key from the provider’s console, without spaces or line breaks.',
		charge: 'none',
	},
	keyRejected: {
		what: 'The service does not accept the API key.',
		next: 'Check that the key is complete and was not revoked. A key of Tripo works in one region only, tripo3d.ai or tripo3d.com: which one is found out while the setting propsmith.tripo.baseUrl is left at its default. Then set the key again with “Propsmith: Set API Key…”. Waiting jobs go on by themselves.',
		charge: 'none',
	},
	creditsExhausted: {
		what: 'The account’s API credits are used up.',
		next: 'Top up API credits on the provider’s billing page: Tripo’s web-app (Studio) credits are another wallet, Meshy has only one. Waiting jobs are kept and go on by themselves.',
		charge: 'none',
	},
	planHasNoApi: {
		what: 'The account’s plan cannot create tasks over the API.',
		next: 'Choose a plan with API access at the provider, or set the key of another account with “Propsmith: Set API Key…”. Waiting jobs are kept and go on when the key or the tier setting changes, or with “Retry”.',
		charge: 'none',
	},
	contentRefused: {
		what: 'The service’s content check refused the input.',
		next: 'Change the prompt or picture and generate again. If the input was compliant, write to the provider’s support (Tripo: support@vastai3d.com) with the request id from the log.',
		charge: 'none',
	},
	requestInvalid: {
		what: 'The request cannot be made as it is.',
		next: 'Correct what is named and generate again.',
		charge: 'none',
	},
	modelRetired: {
		what: 'The service no longer offers this model version.',
		next: 'Choose a newer model in the setting propsmith.tripo.model.',
		charge: 'none',
	},
	imageUnreadable: {
		what: 'The picture could not be read as PNG, JPEG or WebP.',
		next: 'Open the file to check it, export it again as PNG or JPEG, then retry.',
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
		what: 'The step before it has no result.',
		next: 'Retry the step before it; this one then goes on by itself.',
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
		next: 'Open the task history to see what was charged, then generate again.',
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
		what: 'The download link was refused again and again, though it was renewed each time.',
		next: 'Retry: asking for a fresh link is free and the result stays at the service.',
		charge: 'made',
	},
	downloadBroken: {
		what: 'The download broke off several times without progress.',
		next: 'Check the network and retry: the result stays at the service and a second download is free.',
		charge: 'made',
	},
	fileInvalid: {
		what: 'The file that came is damaged or not what it should be, so it was not kept.',
		next: 'Retry: a second download is free. If it stays, report the task id to the provider’s support.',
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
	recordUnwritable: {
		what: 'Propsmith’s own job record cannot be written, so nothing was sent.',
		next: 'Free some space or repair the permissions of VS Code’s storage folder, then retry.',
		charge: 'none',
	},
	spendingDeclined: {
		what: 'Not confirmed, so nothing was sent.',
		next: 'Generate again and confirm the cost, or raise propsmith.confirmAboveCredits.',
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
		next: 'Open a folder, or choose a place when asked.',
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
		what: 'This job’s state does not allow that.',
		next: 'Look at the job in the Jobs view to see what it allows.',
		charge: 'none',
	},
	internal: {
		what: 'Propsmith ran into a fault of its own.',
		next: 'Run “Propsmith: Show Log” and report it with the last lines.',
		charge: 'possible',
	},
} as const satisfies Record<string, Words>;

export type ErrorCode = keyof typeof table;

/** A failure as it is kept in a job record: safe to store and to show (never a key, never a signed link). */
export interface JobError {
	readonly code: ErrorCode;
	/** What the service or the system said, redacted. */
	readonly detail?: string;
	/** The service's id for the failed request, for its support. */
	readonly requestId?: string;
	/** Where this failure's effect on credits differs from what its code usually means. */
	readonly charge?: Charge;
}

/** An error whose words may be shown to the user as they are. */
export class PropsmithError extends Error {
	override readonly name = 'PropsmithError';
	readonly jobError: JobError;

	constructor(
		readonly code: ErrorCode,
		extra: {
			detail?: string | undefined;
			requestId?: string | undefined;
			charge?: Charge;
			cause?: unknown;
		} = {},
	) {
		const { detail, requestId, charge, cause } = extra;
		const jobError: JobError = {
			code,
			...(detail ? { detail: redact(detail) } : {}),
			...(requestId ? { requestId } : {}),
			...(charge ? { charge } : {}),
		};
		super(describeError(jobError), { cause });
		this.jobError = jobError;
	}
}

export function chargeOf(error: JobError): Charge {
	return error.charge ?? table[error.code].charge;
}

const chargeWords: Record<Charge, string> = {
	none: 'No credits were used.',
	possible: 'Credits may have been used.',
	made: 'The task is paid and its result is kept by the service.',
};

/** What happened, whether credits were used, and what to do next: the text of every message about a failure. */
export function describeError(error: JobError): string {
	const words = table[error.code];
	const detail = error.detail ? ` (${error.detail.replace(/\.$/, '')})` : '';
	return `${words.what.replace(/\.$/, '')}${detail}. ${chargeWords[chargeOf(error)]} ${words.next}`;
}

/** What happened alone, for a row of a tree. */
export function summariseError(error: JobError): string {
	return table[error.code].what;
}

/** Every code with its words, for the documentation and its test. */
export function errorCodes(): readonly ErrorCode[] {
	return Object.keys(table) as ErrorCode[];
}
