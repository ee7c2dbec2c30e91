import * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import { InputFormats } from '../core/jobs/drafts/inputFormats';
import { type Quote, quoteOf } from '../core/jobs/drafts/quote';
import { RefusedRequests } from '../core/jobs/drafts/refusedBefore';
import { errorOfSeveral, type NamedFault } from '../core/jobs/drafts/severalFaults';
import { SourceResolver } from '../core/jobs/drafts/sourceResolver';
import type { GenerateOptions, JobQueue } from '../core/jobs/runner/queue';
import type { ProviderId } from '../core/model/account';
import { PropsmithError } from '../core/model/errors';
import type { GenerateRequest } from '../core/model/generateRequest';
import type { JobRecord } from '../core/model/jobRecord';
import { jobErrorOf } from '../core/network/failure';
import { filledIn } from '../core/presets/fillIn';
import type { Preferences } from '../core/presets/preferences';
import type { SourceLookup } from '../core/providers/sourceChain';
import type { JobHandle, JobInfo } from './api';
import { outputFolder } from './assetFolder';
import { jobInfo } from './jobInfo';
import type { Presets } from './presets';
import { type LabelledRequest, type RequestContext, readRequest } from './readRequest';
import type { Settings } from './settings';

/** The host's one way into the engine: trust, account, place and defaults; the engine's guard does the rest. */
export class GenerateService {
	/** What jobs and files of this window can be gone on from. */
	readonly sources: SourceResolver;
	/** What files of this machine are, as far as forms have asked about them. */
	readonly formats = new InputFormats();

	constructor(
		private readonly queue: JobQueue,
		private readonly accounts: AccountDirectory,
		private readonly settings: Settings,
		private readonly presets: Presets,
	) {
		this.sources = new SourceResolver(
			queue,
			(folder) => vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder)) !== undefined,
		);
	}

	/** Starts requests of the API or of commands' arguments, as one batch when they are several. */
	async startApi(asked: readonly LabelledRequest[], title?: string): Promise<JobHandle> {
		if (asked.length === 0) throw new PropsmithError('requestInvalid', { detail: 'nothing is asked for' });
		const context: RequestContext = {
			sources: this.sources,
			presets: (provider, resource) => this.presets.list(provider, resource),
			account: () => this.account(),
		};
		const read: [GenerateRequest, resource: vscode.Uri | undefined][] = [];
		const faults: NamedFault[] = [];
		for (const [index, one] of asked.entries()) {
			const request = await readRequest(one, context).catch((error: unknown) => {
				if (asked.length === 1) throw error;
				faults.push({ of: one.label ?? `request ${index + 1}`, error: jobErrorOf(error) });
			});
			if (!request) continue;
			const [resource] = one.images ?? [];
			const preferences = this.preferences(request.provider, resource);
			read.push([filledIn(request, preferences, this.lookup), resource]);
		}
		if (faults.length > 0) throw errorOfSeveral(faults);
		refuseUntrusted();
		return this.start(
			read.map(([request, resource]) => this.placed(request, resource)),
			title === undefined ? {} : { title },
		);
	}

	/** Starts requests that are complete; rejects with what is in the way, and then none of their jobs exists. */
	async start(requests: readonly GenerateRequest[], options: GenerateOptions = {}): Promise<JobHandle> {
		refuseUntrusted();
		return this.handle(await this.queue.generate(requests, options));
	}

	/** What made a source, as far as it is in the list. */
	readonly lookup: SourceLookup = (source) =>
		source.kind === 'job' ? this.queue.find(source.id) : undefined;

	/** Price and time of requests, or why they would be refused. */
	quote(requests: readonly GenerateRequest[]): Quote | { readonly refused: string } {
		const refused = new RefusedRequests(this.queue.list());
		return quoteOf(requests, (id) => this.queue.find(id), refused, this.formats.known);
	}

	/** What the settings fill in. */
	preferences(provider: ProviderId, resource: vscode.Uri | undefined): Preferences {
		return {
			model: this.settings.model(provider, resource),
			faces: this.settings.faceLimit(resource),
		};
	}

	/**
	 * The request with where its files go, as far as it leaves that open: beside its source, else in the output folder of
	 * `resource`. Without a folder where none is open.
	 */
	placed(request: GenerateRequest, resource: vscode.Uri | undefined): GenerateRequest {
		const beside = this.sources.beside(request.source);
		return {
			...request,
			folder: request.folder ?? beside.folder ?? outputFolder(this.settings, resource),
			name: request.name ?? beside.name,
		};
	}

	private async account(): Promise<ProviderId> {
		const provider = await this.accounts.current();
		if (!provider) throw new PropsmithError('keyMissing');
		return provider;
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

function refuseUntrusted(): void {
	if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
}
