/** A parameter's value as JSON has it. */
export type OptionValue =
	| string
	| number
	| boolean
	| readonly OptionValue[]
	| { readonly [name: string]: OptionValue };

/**
 * Parameters under the provider's own names, such as `face_limit`. Where the catalogue says that a parameter is a
 * picture, its value is the absolute path; where it says that it is a task, the value is a job's id or the task's.
 */
export type RequestOptions = Readonly<Record<string, OptionValue>>;

/** Sides that an object is seen from, in the order in which services get them. */
export const viewNames = ['front', 'left', 'back', 'right'] as const;
export type ViewName = (typeof viewNames)[number];
/** A picture for each side, by its absolute path. */
export type Views = Readonly<Partial<Record<ViewName, string>>>;

/** Everything that a service can be asked to make. Which provider offers which is in its catalogue. */
export const operations = [
	'textToModel',
	'imageToModel',
	'multiviewToModel',
	'refine',
	'texture',
	'convert',
	'import',
	'stylize',
	'segment',
	'complete',
	'decimate',
	'remesh',
	'resize',
	'uvUnwrap',
	'rigCheck',
	'rig',
	'retarget',
	'textToMotion',
	'analyzePrintability',
	'repairPrintability',
	'textToImage',
	'imageToImage',
	'imageToMultiview',
	'editMultiview',
] as const;
export type Operation = (typeof operations)[number];

/** What a request goes on from. */
export type Source =
	/** The task of another job. Most operations take it up at the service, without a download and an upload. */
	| { readonly kind: 'job'; readonly id: string }
	/** A job that is asked for together with this one, by its place in the list. It becomes a `job` when both are written down. */
	| { readonly kind: 'step'; readonly index: number }
	/** A task that no job of ours has. */
	| { readonly kind: 'task'; readonly id: string }
	/** A model file on this machine, by its absolute path. */
	| { readonly kind: 'file'; readonly path: string };

/** What the user wants. Which inputs an operation takes is in the provider's catalogue. Paths are absolute. */
export interface JobRequest {
	readonly operation: Operation;
	readonly prompt?: string;
	/** In the order in which the service gets them. */
	readonly images?: readonly string[];
	readonly views?: Views;
	readonly source?: Source;
	readonly options: RequestOptions;
}

/** A task that the service had before there was a job for it. It is only followed and fetched; nothing is sent. */
export interface AdoptedTask {
	readonly operation: 'adoptTask';
	readonly taskId: string;
	/** What made it; a guess unless it is `verified`. */
	readonly madeBy?: Operation;
	/** The service told what made it. */
	readonly verified?: true;
	/** As the service tells it. */
	readonly prompt?: string;
	readonly options: RequestOptions;
}

/** What made a job's task; undefined where that is a guess. */
export function surelyMadeBy(request: JobRequest | AdoptedTask): Operation | undefined {
	if (request.operation !== 'adoptTask') return request.operation;
	return request.verified ? request.madeBy : undefined;
}

/** The operation whose task a job has or will have. */
export function madeBy(request: JobRequest | AdoptedTask): Operation {
	return request.operation === 'adoptTask' ? (request.madeBy ?? 'textToModel') : request.operation;
}

/** The pictures that a request is made from, in a fixed order. */
export function picturesOf(request: JobRequest | AdoptedTask): readonly string[] {
	if (request.operation === 'adoptTask') return [];
	return [...(request.images ?? []), ...viewNames.flatMap((name) => request.views?.[name] ?? [])];
}
