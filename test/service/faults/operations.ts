import { join } from 'node:path';
import type { JobRequest } from '../../../src/core/model/request';
import { text } from '../engineHarness';

/** A call that the engine makes for a job, and how a job is brought to make it. */
export interface Operation {
	/** Which requests the fault is for, as a fault step of the sandbox has it. */
	readonly where: { origin: 'api' | 'files'; method: 'GET' | 'POST'; path: RegExp; after?: number };
	readonly request: JobRequest;
	/** The fault lets the request take effect first. */
	readonly taken?: true;
	/** The answer to the paid POST is lost, so that the task has to be looked for. */
	readonly inDoubt?: true;
	/** There are no credits at first, so that the balance is asked for. */
	readonly broke?: true;
}

const image = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');
const crate = text('crate');
const submit = { origin: 'api', method: 'POST', path: /^\/v3\/generation\/[^/]+$/ } as const;
const task = { origin: 'api', method: 'GET', path: /^\/v3\/tasks\/[^/]+$/ } as const;

/** The columns of the table. */
export const operations = {
	upload: {
		where: { origin: 'api', method: 'POST', path: /^\/v3\/files$/ },
		request: { operation: 'imageToModel', images: [image], options: {} },
	},
	/** The paid POST, which the service does not take. */
	submit: { where: submit, request: crate },
	/** The paid POST, which the service takes and charges. */
	taken: { where: submit, request: crate, taken: true },
	poll: { where: task, request: crate },
	balance: {
		where: { origin: 'api', method: 'GET', path: /^\/v3\/account\/balance$/ },
		request: crate,
		broke: true,
	},
	usage: {
		where: { origin: 'api', method: 'GET', path: /^\/v3\/account\/usage$/ },
		request: crate,
		inDoubt: true,
	},
	/** Tasks are over when they are first looked at: the next look is for a link. */
	link: { where: { ...task, after: 1 }, request: crate },
	download: { where: { origin: 'files', method: 'GET', path: /^\/.*\.glb$/ }, request: crate },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
export const operationNames = Object.keys(operations) as OperationName[];
