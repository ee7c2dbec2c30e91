import { join } from 'node:path';
import type { Account } from '../../accounts/account';
import { readModelFacts } from '../../assets/modelFacts';
import { landAgain, placeFile, unpackedPath } from '../../assets/placeFile';
import { sidecarPath } from '../../assets/placement';
import { provenanceText } from '../../assets/provenance';
import { expectedFile, formatsOf, wantedFiles } from '../../assets/wanted';
import { type DownloadTools, download } from '../../downloads/download';
import { verifyFile } from '../../downloads/verify';
import { replaceFile } from '../../files/disk';
import { withFileSource } from '../../files/formats/byteSource';
import { PropsmithError } from '../../model/errors';
import type { AssetFile, Downloading, JobRecord, StagedFile } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import type { Artifact } from '../../model/task';
import { asRetryable, jobErrorOf } from '../../network/failure';
import { fileLink } from '../../network/fileLink';
import { specOf } from '../../providers/catalogues';
import type { Journal } from '../records/journal';
import { putOff } from './passing';
import { formatsBeside, type NextFile, type Place, placeFor, uncheckedPlaceFor } from './place';
import { landRefused, refusedFile } from './refusedFile';

export interface DeliverPorts extends DownloadTools {
	readonly account: Pick<Account, 'connect' | 'connectBriefly'>;
	readonly journal: Pick<Journal, 'get' | 'find' | 'apply'>;
}

/**
 * Brings a finished task's files into the workspace, one after the other: part file, check, flush, final name; then
 * the sidecar. May be called again after any interruption: a file that was already staged is not fetched twice. When it
 * resolves the job is done, delayed (and to be delivered later) or waits for the user.
 */
export async function deliverResult(context: DeliverPorts, id: string, signal: AbortSignal): Promise<void> {
	const { journal } = context;
	try {
		const job = journal.get(id);
		if (job.state.kind !== 'downloading') return;
		if (job.state.wait) await journal.apply(id, { type: 'resumed' });
		const files = job.deliver === false ? [] : await deliverFiles(context, id, signal);
		await writeSidecar(context, journal.get(id), files);
		await journal.apply(id, { type: 'delivered', files });
	} catch (error) {
		if (journal.find(id)?.state.kind !== 'downloading') return;
		signal.throwIfAborted();
		if (await putOff(context, id, error)) return;
		// The result is paid, and fetching it again is free: a failed job would be bought a second time by a retry.
		await journal.apply(id, {
			type: 'blocked',
			error: { ...asRetryable(jobErrorOf(error)), charge: 'made' },
		});
	}
}

/** Where a job's file grows, beside its final place so that the last step is a rename. */
export function partPathOf({ id, destination }: JobRecord): string {
	return join(destination.folder, `.${id}.part`);
}

/** What a job that is given up may have left in the user's folder. */
export function leftoversOf(job: JobRecord): readonly string[] {
	const partPath = partPathOf(job);
	return [partPath, unpackedPath({ partPath })];
}

async function deliverFiles(
	context: DeliverPorts,
	id: string,
	signal: AbortSignal,
): Promise<readonly AssetFile[]> {
	const { staged } = downloading(context, id);
	if (staged) {
		const landed = await landAgain(context.disk, staged).catch((error: unknown) =>
			landRefused(context, id, staged, error),
		);
		// Finished, and the service need not even be asked.
		if (typeof landed === 'object' && (await arrived(context, id, landed, staged.last)))
			return [...(downloading(context, id).landed ?? []), ...landed];
	}
	const offered = await askForFiles(context, context.journal.get(id), signal);
	for (const [index, artifact] of offered.entries()) {
		if (isLanded(downloading(context, id).landed, artifact)) continue;
		const last = index === offered.length - 1;
		const next = { artifact, first: index === 0, last, formats: formatsBeside(artifact, offered) };
		const files = await fetchAndLand(context, id, next, signal);
		if (await arrived(context, id, files, last))
			return [...(downloading(context, id).landed ?? []), ...files];
	}
	return downloading(context, id).landed ?? [];
}

/** Writes down what is in the workspace; true when nothing more is to come. */
async function arrived(
	{ journal }: DeliverPorts,
	id: string,
	files: readonly AssetFile[],
	last: boolean,
): Promise<boolean> {
	if (!last) await journal.apply(id, { type: 'landed', files });
	return last;
}

function isLanded(landed: readonly AssetFile[] | undefined, artifact: Artifact): boolean {
	// Whether it came as an archive is not known before its bytes are here.
	return (
		landed?.some(({ part }) => part === artifact.part || part.startsWith(`${artifact.part}.zip/`)) ?? false
	);
}

/** An archive is known by its part, too: what lands of it are its files. */
function stagedPart(part: string, extension: string): string {
	return extension === 'zip' ? `${part}.zip` : part;
}

function downloading({ journal }: DeliverPorts, id: string): Downloading {
	const { state } = journal.get(id);
	if (state.kind !== 'downloading') throw new PropsmithError('actionNotPossible', { detail: id });
	return state;
}

async function fetchAndLand(
	context: DeliverPorts,
	id: string,
	next: NextFile,
	signal: AbortSignal,
): Promise<readonly AssetFile[]> {
	const { disk, journal } = context;
	const { file, place } = await fetchFile(context, id, next, signal);
	for (let staged = file; ; ) {
		await journal.apply(id, { type: 'staged', file: staged });
		const files = await placeFile(disk, staged).catch((error: unknown) =>
			landRefused(context, id, staged, error),
		);
		if (files !== 'taken') return files;
		const path = staged.unchecked
			? await uncheckedPlaceFor(disk, staged.path, place.artifact.extension)
			: await placeFor(context, journal.get(id), place, staged.path);
		staged = { ...staged, path };
	}
}

/** Downloads and checks one file; it does not have its final name yet. */
async function fetchFile(
	context: DeliverPorts,
	id: string,
	next: NextFile,
	signal: AbortSignal,
): Promise<{ readonly file: StagedFile; readonly place: Place }> {
	const { disk, journal } = context;
	const job = journal.get(id);
	const { artifact, last } = next;
	let fresh: string | undefined = artifact.url;
	const lease = async (): Promise<string> => {
		const url = fresh ?? (await renewed(context, job, artifact.part, signal));
		fresh = undefined;
		const { provider } = await context.account.connect();
		return fileLink(url, provider.overHttp);
	};
	const part = await download({
		...context,
		lease,
		signal,
		partPath: partPathOf(job),
		begun: downloading(context, id).object,
		onOpened: async (object) => {
			await journal.apply(id, { type: 'opened', ...(object ? { object } : {}) });
		},
	});
	try {
		const expected = expectedFile(specOf(job.provider, madeBy(job.request)), job.request, artifact);
		const { extension, notes, gltf } = await withFileSource(disk, part.path, (source) =>
			verifyFile(source, expected),
		);
		const place: Place = { ...next, artifact: { ...artifact, extension } };
		const facts = readModelFacts(gltf);
		const file: StagedFile = {
			part: stagedPart(artifact.part, extension),
			last,
			partPath: part.path,
			path: await placeFor(context, job, place),
			bytes: part.bytes,
			sha256: part.sha256(),
			...(facts ? { facts } : {}),
			...(notes.length > 0 ? { notes } : {}),
		};
		return { file, place };
	} catch (error) {
		return { file: await refusedFile(context, job, next, part, error), place: next };
	}
}

/** Asks the task anew: every answer carries freshly signed links. */
async function askForFiles(
	{ account }: DeliverPorts,
	job: JobRecord,
	signal: AbortSignal,
): Promise<readonly Artifact[]> {
	const { state, request } = job;
	if (state.kind !== 'downloading') throw new PropsmithError('actionNotPossible', { detail: job.id });
	const { provider } = await account.connectBriefly();
	const operation = madeBy(request);
	const snapshot = await provider.task({ id: state.task.id, operation }, signal);
	if (snapshot.status !== 'success')
		throw new PropsmithError('taskStateUnknown', { detail: `a finished task is now “${snapshot.status}”` });
	const spec = specOf(job.provider, operation);
	const { gives } = spec;
	const files = wantedFiles(snapshot.artifacts, gives, formatsOf(spec, request));
	// What made an adopted task is not always known: whatever it offers is wanted.
	if (files.length === 0 && request.operation === 'adoptTask')
		return wantedFiles(snapshot.artifacts, 'images');
	if (files.length === 0 && gives !== 'findings')
		throw new PropsmithError('taskEmpty', { detail: `task ${state.task.id}` });
	return files;
}

async function renewed(
	context: DeliverPorts,
	job: JobRecord,
	part: string,
	signal: AbortSignal,
): Promise<string> {
	const now = context.journal.get(job.id);
	const files = await askForFiles(context, now, signal);
	const file = files.find((one) => one.part === part);
	if (!file) throw new PropsmithError('taskEmpty', { detail: `the task no longer offers “${part}”` });
	return file.url;
}

async function writeSidecar(
	{ disk }: Pick<DeliverPorts, 'disk'>,
	job: JobRecord,
	files: readonly AssetFile[],
): Promise<void> {
	const [main] = files;
	if (!main || job.state.kind !== 'downloading') return;
	await replaceFile(
		disk,
		sidecarPath(main.path),
		provenanceText(job, job.state.task, job.state.credits, files),
	);
}
