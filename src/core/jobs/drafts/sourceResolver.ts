import { dirname } from 'node:path';
import { baseNameOf } from '../../assets/naming';
import { sidecarPath } from '../../assets/placement';
import { type Provenance, readProvenance } from '../../assets/readProvenance';
import { type Disk, systemDisk } from '../../files/disk';
import type { ProviderId } from '../../model/account';
import { type JobRecord, taskOf } from '../../model/jobRecord';
import type { Source } from '../../model/request';
import type { ProducedBy } from '../../providers/sourceChain';

/** Something that further operations can go on from, and where what they make belongs. */
export interface ResolvedSource {
	readonly source: Source;
	/** What made its task, where that is known. */
	readonly producedBy?: ProducedBy;
	/** The account that has its task; any account takes a file. */
	readonly provider?: ProviderId;
	/** Where it lies; absent where that is outside the workspace. */
	readonly folder?: string;
	/** What the next asset is called; absent for a task that nobody here knows. */
	readonly name?: string;
	/** Ms since the epoch at which the service forgets the task, where it tells. */
	readonly expiresAt?: number;
}

/** The jobs of the list. */
export interface Jobs {
	list(): JobRecord[];
	find(id: string): JobRecord | undefined;
}

/** Finds out what a result is at the service, by our own list and by the sidecars beside assets. */
export class SourceResolver {
	constructor(
		private readonly jobs: Jobs,
		/** Nothing is written outside of what the window has open. */
		private readonly isInWorkspace: (folder: string) => boolean,
		private readonly disk: Pick<Disk, 'readFile'> = systemDisk,
		private readonly now: () => number = Date.now,
	) {}

	/** The task of a job; the asset's file once the service has forgotten the task. */
	ofJob(job: JobRecord, asset?: string): ResolvedSource {
		const { id, provider, state, destination } = job;
		const expiresAt = taskOf(state)?.expiresAt;
		const path = asset ?? (state.kind === 'done' ? state.files[0]?.path : undefined);
		if (path !== undefined && this.isPast(expiresAt)) return this.ofFile(path);
		return {
			source: { kind: 'job', id },
			producedBy: job,
			provider,
			...this.folderIn(path === undefined ? destination.folder : dirname(path)),
			name: path === undefined ? destination.name : baseNameOf(path, destination.name),
			...(expiresAt === undefined ? {} : { expiresAt }),
		};
	}

	/**
	 * What made a file. One that nobody knows, or whose task the service has forgotten, is itself the source.
	 */
	async ofAsset(path: string): Promise<ResolvedSource> {
		const sidecar = await this.readSidecar(path);
		const job =
			this.jobs.list().find((one) => hasFile(one, path)) ?? (sidecar && this.jobs.find(sidecar.jobId));
		if (job) return this.ofJob(job, path);
		if (!sidecar || this.isPast(sidecar.expiresAt)) return this.ofFile(path);
		const { provider, taskId, origin, expiresAt } = sidecar;
		return {
			...this.ofFile(path),
			source: { kind: 'task', id: taskId },
			...(origin ? { producedBy: origin } : {}),
			provider,
			...(expiresAt === undefined ? {} : { expiresAt }),
		};
	}

	/** A job of ours by its id or its task's, or a task that nobody here knows. */
	ofId(id: string): ResolvedSource {
		const job = this.jobs.find(id) ?? this.jobs.list().find(({ state }) => taskOf(state)?.id === id);
		return job ? this.ofJob(job) : { source: { kind: 'task', id } };
	}

	/** A file that has to be uploaded first. */
	ofFile(path: string): ResolvedSource {
		return {
			source: { kind: 'file', path },
			...this.folderIn(dirname(path)),
			name: baseNameOf(path),
		};
	}

	/** Where what goes on from a source belongs: beside it, under its name. */
	beside(source: Source | undefined): Pick<ResolvedSource, 'folder' | 'name'> {
		if (source?.kind === 'file') return this.ofFile(source.path);
		const job = source?.kind === 'job' ? this.jobs.find(source.id) : undefined;
		return job ? this.ofJob(job) : {};
	}

	private folderIn(folder: string): Pick<ResolvedSource, 'folder'> {
		return this.isInWorkspace(folder) ? { folder } : {};
	}

	private async readSidecar(path: string): Promise<Provenance | undefined> {
		const text = await this.disk.readFile(sidecarPath(path), 'utf8').catch(() => undefined);
		return text === undefined ? undefined : readProvenance(text);
	}

	private isPast(time: number | undefined): boolean {
		return time !== undefined && time <= this.now();
	}
}

function hasFile({ state }: JobRecord, path: string): boolean {
	return state.kind === 'done' && state.files.some((file) => file.path === path);
}
