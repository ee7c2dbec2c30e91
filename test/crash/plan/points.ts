/** Where a process may die, each with how often it may let the point pass before: from the first time to the nth. */
export const namedPoints = {
	/** The record says `submitting`; the paid POST has not been sent. */
	beforePost: 3,
	/** The POST's bytes were handed to the system; whether the service takes them is open. */
	afterPostLeft: 3,
	/** The service answered, so it has taken the POST; nobody has read the answer. */
	afterPostTaken: 3,
	/** The answer was read; the task id is nowhere yet. */
	afterAnswerBeforeWrite: 3,
	/** The record with the task id was written and flushed, and does not have its name yet. */
	taskIdBeforeRename: 3,
	/** Pictures: the upload left, or was answered. */
	duringUpload: 2,
	/** Some pieces of the model were appended to the part file. */
	midDownload: 40,
	/** A record was flushed and does not have its name yet. */
	recordBeforeRename: 12,
	/** A record has its name, and the folder was not flushed. */
	recordAfterRename: 12,
	/** A record tells of a task or of its charge, and the ledger does not yet. */
	ledgerBeforeLine: 4,
	/** The ledger has a line more, which was not flushed. */
	ledgerAfterLine: 4,
	/** The model was flushed and does not have its final name yet. */
	modelBeforeRename: 2,
	/** The model has its final name; its part file may still be there. */
	modelAfterRename: 2,
	/** The model has its final name; its record does not say so yet. */
	modelBeforeRecord: 2,
	/** The sidecar was flushed and does not have its name yet. */
	sidecarBeforeRename: 2,
	/** The account is looked through for a task whose id was lost. */
	whileLooking: 3,
	/** The leading window carries out what another window asked for. */
	midCall: 2,
	/** A window that comes to lead reads the records and takes up the jobs. */
	whileTakingOver: 9,
} as const satisfies Record<string, number>;

export type NamedPoint = keyof typeof namedPoints;

/** `step` is the nth call of any port; `time` is so many ms after the process began. */
export type Point = NamedPoint | 'step' | 'time';

export const pointNames = Object.keys(namedPoints) as NamedPoint[];

/** Where and when one process dies, or falls asleep. */
export interface Death {
	readonly point: Point;
	/** At the nth time that the point is reached; for `time`, ms. */
	readonly nth: number;
	/** What was not flushed is lost too, as in a power cut. */
	readonly powerCut: boolean;
	/** It stops, as in a debugger or a laptop that sleeps, until somebody lets it go on. */
	readonly onlyPauses?: boolean;
}
