import { createHash } from 'node:crypto';
import type { Disk } from '../../files/disk';
import type { ProviderId } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import type { JobDraft } from '../../model/jobDraft';
import type { InputDigests, JobRecord } from '../../model/jobRecord';
import type { AdoptedTask, JobRequest } from '../../model/request';
import { sentOptions } from '../../providers/catalogue/references';
import { catalogueOf } from '../../providers/catalogues';
import type { Journal } from '../records/journal';
import { inputFiles } from './inputFiles';

/** Lower-case hex of SHA-256. */
export function digestOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** A request with what its files hold. */
interface Wanted {
	readonly provider: ProviderId;
	readonly request: JobRequest | AdoptedTask;
	readonly inputs?: InputDigests;
}

/**
 * Law 8: what a content check refused is never sent again unchanged. Requests are the same when the same service is
 * asked for the same operation with the same words, options, source and content of files; a file that moved is the
 * same, one that was edited is another. A job that was removed from the list is forgotten here, too.
 */
export class RefusedRequests {
	private readonly jobs = new Map<string, JobRecord>();

	constructor(jobs: readonly JobRecord[]) {
		for (const job of jobs) {
			const identity = job.state.kind === 'refused' ? identityOf(job) : undefined;
			if (identity !== undefined) this.jobs.set(identity, job);
		}
	}

	/** The job whose request was the same; undefined also where nobody can tell, for want of a file's content. */
	find(wanted: Wanted): JobRecord | undefined {
		const identity = this.jobs.size > 0 ? identityOf(wanted) : undefined;
		return identity === undefined ? undefined : this.jobs.get(identity);
	}

	/** Whether files need be read to tell. */
	hasFiles({ provider, request }: Wanted): boolean {
		return [...this.jobs.values()].some(
			(job) =>
				job.provider === provider && job.request.operation === request.operation && job.inputs !== undefined,
		);
	}
}

/** Rejects with `refusedBefore` when one of these is the same as a request that was refused. */
export async function refuseRefused(
	{ journal, disk }: { readonly journal: Journal; readonly disk: Disk },
	drafts: readonly JobDraft[],
): Promise<void> {
	const refused = new RefusedRequests(journal.all());
	for (const draft of drafts) {
		const inputs = refused.hasFiles(draft) ? await readDigests(disk, draft) : {};
		if (!refused.find({ ...draft, inputs })) continue;
		const { request } = draft;
		const detail = request.prompt ? `“${request.prompt}”` : inputFiles(draft).join(', ');
		throw new PropsmithError('refusedBefore', { detail });
	}
}

/** Without the files that cannot be read: what is wrong with those is told when they are to go up. */
async function readDigests(disk: Disk, draft: JobDraft): Promise<InputDigests> {
	const digests: Record<string, string> = {};
	for (const path of inputFiles(draft)) {
		const bytes = await disk.readFile(path).catch(() => undefined);
		if (bytes) digests[path] = digestOf(bytes);
	}
	return digests;
}

function identityOf({ provider, request, inputs = {} }: Wanted): string | undefined {
	if (request.operation === 'adoptTask') return undefined;
	if (inputFiles({ provider, request }).some((path) => inputs[path] === undefined)) return undefined;
	const { operation, prompt = '', images = [], views = {}, source } = request;
	const spec = catalogueOf(provider).operations[operation];
	const options = sentOptions(spec, { request, tokens: new Map(Object.entries(inputs)) });
	return JSON.stringify(
		sorted({
			...{ provider, operation, options, prompt: prompt.trim() },
			images: images.map((path) => inputs[path]),
			views: Object.fromEntries(Object.entries(views).map(([view, path]) => [view, inputs[path]])),
			source: source?.kind === 'file' ? inputs[source.path] : source,
		}),
	);
}

/** The same whatever the order in which the fields were set. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
