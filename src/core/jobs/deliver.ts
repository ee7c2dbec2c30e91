import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readModelFacts } from '../assets/modelFacts';
import { exists, freePath, sidecarPath, takeName } from '../assets/placement';
import { provenanceText } from '../assets/provenance';
import { replaceFile } from '../disk';
import { download } from '../downloads/download';
import { verifyFile } from '../downloads/verify';
import { PropsmithError } from '../errors';
import type { Artifact } from '../providers/provider';
import type { JobContext } from './context';
import { jobErrorOf, waitable } from './fault';
import type { Downloading, JobRecord, StagedFile } from './record';

/**
 * Brings a finished task's model into the workspace: part file, check, flush, final name, sidecar. May be called
 * again after any interruption: a file that was already staged is not fetched twice.
 */
export async function deliverJob(context: JobContext, id: string, signal: AbortSignal): Promise<void> {
	const { journal } = context;
	try {
		const { state } = journal.get(id);
		if (state.kind !== 'downloading') return;
		const file =
			(state.staged && (await landStaged(context, state.staged))) ??
			(await fetchAndLand(context, id, signal));
		const { partPath: _, ...asset } = file;
		const job = journal.get(id);
		await replaceFile(
			context.disk,
			sidecarPath(asset.path),
			provenanceText(job, state.task, state.credits, asset),
		);
		await journal.apply(id, { type: 'delivered', files: [asset] });
	} catch (error) {
		if (journal.find(id)?.state.kind !== 'downloading') return;
		signal.throwIfAborted();
		// The result is paid, and fetching it again is free: a failed job would be bought a second time by a retry.
		await journal.apply(id, { type: 'blocked', error: { ...waitable(jobErrorOf(error)), charge: 'made' } });
	}
}

/** Where a job's file grows, beside its final place so that the last step is a rename. */
export function partPathOf({ id, destination }: JobRecord): string {
	return join(destination.folder, `.${id}.part`);
}

async function fetchAndLand(context: JobContext, id: string, signal: AbortSignal): Promise<StagedFile> {
	const staged = await fetchModel(context, journalState(context, id), signal);
	for (let next = staged; ; ) {
		await context.journal.apply(id, { type: 'staged', file: next });
		if (await takeName(context.disk, next)) return next;
		const { folder, name } = context.journal.get(id).destination;
		next = { ...next, path: await freePath(context.disk, folder, name, extensionOf(next.path)) };
	}
}

function journalState({ journal }: JobContext, id: string): { job: JobRecord; state: Downloading } {
	const job = journal.get(id);
	if (job.state.kind !== 'downloading') throw new PropsmithError('actionNotPossible', { detail: id });
	return { job, state: job.state };
}

/** Downloads and checks the model; nothing has its final name yet. */
async function fetchModel(
	context: JobContext,
	{ job, state }: { job: JobRecord; state: Downloading },
	signal: AbortSignal,
): Promise<StagedFile> {
	const { folder, name } = job.destination;
	let extension: string | undefined;
	const lease = async (): Promise<string> => {
		const model = await mainModel(context, job, state.task.id, signal);
		extension = model.extension;
		return model.url;
	};
	const part = await download({
		...context,
		lease,
		signal,
		partPath: partPathOf(job),
		begun: state.object,
		onOpened: async (object) => {
			await context.journal.apply(job.id, { type: 'opened', ...(object ? { object } : {}) });
		},
	});
	// A part file that a former process had completed needed no link.
	extension ??= (await mainModel(context, job, state.task.id, signal)).extension;
	try {
		verifyFile(extension, part.firstBytes, part.bytes);
		const facts = extension === 'glb' ? readModelFacts(await context.disk.readFile(part.path)) : undefined;
		return {
			partPath: part.path,
			path: await freePath(context.disk, folder, name, extension),
			bytes: part.bytes,
			sha256: part.sha256(),
			...(facts ? { facts } : {}),
		};
	} catch (error) {
		await part.discard();
		throw error;
	}
}

/** Asks the task anew: every answer carries freshly signed links. */
async function mainModel(
	context: JobContext,
	job: JobRecord,
	taskId: string,
	signal: AbortSignal,
): Promise<Artifact> {
	const { provider } = await context.accounts.connect(job.provider);
	const snapshot = await provider.task(taskId, signal);
	if (snapshot.status !== 'success')
		throw new PropsmithError('taskStateUnknown', { detail: `a finished task is now “${snapshot.status}”` });
	const model = snapshot.artifacts.find((artifact) => artifact.kind === 'model');
	if (!model) throw new PropsmithError('taskEmpty', { detail: `task ${taskId}` });
	return model;
}

/** Finishes what a former process staged: before, within or after the renaming. */
async function landStaged({ disk }: JobContext, staged: StagedFile): Promise<StagedFile | undefined> {
	if (await exists(disk, staged.partPath)) {
		if ((await sha256Of(disk, staged.partPath)) !== staged.sha256) return undefined;
		if (await takeName(disk, staged)) return staged;
		// The final name may be taken by this very file: linked, and killed before the part file went away. Equal bytes
		// prove nothing: they may be another job's file.
		if (!(await isSameFile(disk, staged.partPath, staged.path))) return undefined;
		await disk.unlink(staged.partPath);
		return staged;
	}
	if (!(await exists(disk, staged.path))) return undefined;
	return (await sha256Of(disk, staged.path)) === staged.sha256 ? staged : undefined;
}

async function isSameFile(disk: JobContext['disk'], one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all([one, other].map((path) => disk.stat(path, { bigint: true })));
	return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

async function sha256Of(disk: JobContext['disk'], path: string): Promise<string> {
	return createHash('sha256')
		.update(await disk.readFile(path))
		.digest('hex');
}

function extensionOf(path: string): string {
	return /\.([^./\\]*)$/.exec(path)?.[1] ?? '';
}
