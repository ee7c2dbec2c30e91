import * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import { assetName } from '../core/assets/naming';
import { type Quote, quoteOf } from '../core/jobs/drafts/quote';
import { RefusedRequests } from '../core/jobs/drafts/refusedBefore';
import { errorOfSeveral, type NamedFault } from '../core/jobs/drafts/severalFaults';
import type { GenerateOptions, JobQueue } from '../core/jobs/runner/queue';
import type { ProviderId } from '../core/model/account';
import { PropsmithError } from '../core/model/errors';
import type { NewJob } from '../core/model/jobDraft';
import type { Destination, JobRecord } from '../core/model/jobRecord';
import type { JobRequest } from '../core/model/request';
import { jobErrorOf } from '../core/network/failure';
import { filledIn, jobsOf, type Order } from '../core/presets/order';
import type { Preferences } from '../core/presets/preferences';
import type { SourceLookup } from '../core/providers/sourceChain';
import type { GenerateRequest, JobHandle, JobInfo } from './api';
import { jobInfo } from './jobInfo';
import { outputFolder } from './placement';
import type { Presets } from './presets';
import { type RequestContext, readRequest, type Wish } from './readRequest';
import type { Settings } from './settings';
import { type StartingPoint, startingPointOfFile, startingPointOfJob } from './startingPoint';

/** A request among several; see NewJob for its label. */
export type LabelledRequest = GenerateRequest & { readonly label?: string };

/** The host's one way into the engine: trust, account, place and defaults; the engine's guard does the rest. */
export class Generation {
	constructor(
		private readonly queue: JobQueue,
		private readonly accounts: AccountDirectory,
		private readonly settings: Settings,
		private readonly presets: Presets,
	) {}

	/** Requests of the API or of commands' arguments, as one batch when they are several. */
	async request(requests: readonly LabelledRequest[], title?: string): Promise<JobHandle> {
		if (requests.length === 0) throw new PropsmithError('requestInvalid', { detail: 'nothing is asked for' });
		const context: RequestContext = {
			queue: this.queue,
			presets: (provider, resource) => this.presets.list(provider, resource),
			account: () => this.account(),
		};
		const wishes: Wish[] = [];
		const faults: NamedFault[] = [];
		for (const [index, { label, ...request }] of requests.entries()) {
			const wish = await readRequest(request, context).catch((error: unknown) => {
				if (requests.length === 1) throw error;
				faults.push({ of: label ?? `request ${index + 1}`, error: jobErrorOf(error) });
			});
			if (!wish) continue;
			const { provider, resource } = wish;
			const filled = filledIn(wish, this.preferences(provider, resource), this.lookup);
			wishes.push({ ...wish, ...filled, label });
		}
		if (faults.length > 0) throw errorOfSeveral(faults);
		return this.start(wishes, title === undefined ? {} : { title });
	}

	/** What made a source, as far as it is in the list. */
	readonly lookup: SourceLookup = (source) =>
		source.kind === 'job' ? this.queue.find(source.id) : undefined;

	/** Price and time of orders, or why they would be refused. */
	quote(orders: readonly Order[]): Quote | { readonly refused: string } {
		const destination = { folder: '', name: '' };
		const jobs = jobsOf(
			orders.map((order) => ({ ...order, destination })),
			Math.random,
		);
		return quoteOf(jobs, (id) => this.queue.find(id), new RefusedRequests(this.queue.list()));
	}

	/** Starts orders that are complete; rejects with what is in the way, and then none of them exists. */
	async start(orders: readonly Wish[], options: GenerateOptions = {}): Promise<JobHandle> {
		if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
		const jobs: NewJob[] = jobsOf(
			orders.map((order) => ({ ...order, destination: this.destination(order) })),
			Math.random,
		);
		return this.handle(await this.queue.generate(jobs, options));
	}

	/** What the settings fill in. */
	preferences(provider: ProviderId, resource: vscode.Uri | undefined): Preferences {
		return {
			model: this.settings.model(provider, resource),
			faces: this.settings.faceLimit(resource),
		};
	}

	private async account(): Promise<ProviderId> {
		const provider = await this.accounts.current();
		if (!provider) throw new PropsmithError('keyMissing');
		return provider;
	}

	/** Where the files of an order go; undefined where nobody has said so and no folder is open. */
	folderOf({ request, folder, resource }: Wish): string | undefined {
		return folder ?? this.besideSource(request).folder ?? outputFolder(this.settings, resource);
	}

	private destination(wish: Wish): Destination {
		const { request, name } = wish;
		const folder = this.folderOf(wish);
		if (!folder) throw new PropsmithError('noFolder');
		return { folder, name: assetName(request, name ?? this.besideSource(request).name) };
	}

	/** What goes on from something stands beside it, under its name. */
	private besideSource({ source }: JobRequest): Partial<Pick<StartingPoint, 'folder' | 'name'>> {
		if (source?.kind === 'file') return startingPointOfFile(source.path);
		const job = source?.kind === 'job' ? this.queue.find(source.id) : undefined;
		return job ? startingPointOfJob(job) : {};
	}

	private handle(jobs: readonly JobRecord[]): JobHandle {
		const ids = jobs.map(({ id }) => id);
		const ends = ids.map((id) => this.end(id));
		const last = ids.length - 1;
		return {
			id: ids[last] ?? '',
			jobs: ids,
			done: Promise.all(ends).then((infos) => infos[last] as JobInfo),
		};
	}

	private end(id: string): Promise<JobInfo> {
		const gone = new PropsmithError('jobUnknown', { detail: id });
		return this.queue.settled(id).then(jobInfo, () => ({
			id,
			operation: '',
			state: 'removed',
			files: [],
			error: { code: gone.code, message: gone.message },
		}));
	}
}
