import { basename, join } from 'node:path';
import { placeFile } from '../../assets/placeFile';
import { isWorthKeeping, type PartFile } from '../../downloads/partFile';
import { PassingTrouble } from '../../downloads/passingTrouble';
import { PropsmithError } from '../../model/errors';
import type { AssetFile, JobRecord, StagedFile } from '../../model/jobRecord';
import type { Artifact } from '../../model/task';
import type { Journal } from '../records/journal';
import { type NextFile, type PlacePorts, placeFor, uncheckedPlaceFor } from './place';

export interface RefusedFilePorts extends PlacePorts {
	readonly journal: Pick<Journal, 'get' | 'apply'>;
}

/** The file as it is where the user wants it so; else rejects, and of refused bytes only those stay that wait for the user. */
export async function refusedFile(
	context: RefusedFilePorts,
	job: JobRecord,
	next: NextFile,
	part: PartFile,
	error: unknown,
): Promise<StagedFile> {
	try {
		const unchecked = foundBy(error);
		if (unchecked === undefined) throw error;
		const { artifact, last } = next;
		const { servedName, extension } = artifact;
		// Without the folder that such a file would share with the others of its task.
		const name = servedName
			? join(job.destination.folder, basename(servedName))
			: await placeFor(context, job, next);
		const file = {
			part: uncheckedPart(artifact),
			last,
			partPath: part.path,
			path: await uncheckedPlaceFor(context.disk, name, extension),
			bytes: part.bytes,
			sha256: part.sha256(),
			unchecked,
		};
		await judgeRefused(context, job.id, file);
		return file;
	} catch (fault) {
		// What is whole and only could not be looked at, or named, is taken up as it is by the next try.
		const isKept = foundBy(error) === undefined ? isWorthKeeping(part.object) : waitsForUser(context, job.id);
		if (!isKept) await part.discard();
		throw fault;
	}
}

/** The same for an archive, which is found to be damaged only when it is unpacked. Answers what it landed as. */
export async function landRefused(
	context: RefusedFilePorts,
	id: string,
	staged: StagedFile,
	error: unknown,
): Promise<readonly AssetFile[] | 'taken'> {
	const { disk, journal } = context;
	const unchecked = foundBy(error);
	if (unchecked === undefined) throw error;
	const part = `${staged.part}/unchecked`;
	const path = await uncheckedPlaceFor(disk, staged.path, 'zip');
	const file = { ...staged, part, path, unchecked };
	try {
		await judgeRefused(context, id, file);
	} catch (fault) {
		if (!waitsForUser(context, id)) await disk.unlink(staged.partPath).catch(() => {});
		throw fault;
	}
	await journal.apply(id, { type: 'staged', file });
	return placeFile(disk, file);
}

function waitsForUser({ journal }: RefusedFilePorts, id: string): boolean {
	const { state } = journal.get(id);
	return state.kind === 'downloading' && state.refused?.again === true;
}

/** Such as `model`, or `model.zip/unchecked` for an archive that stays one. */
function uncheckedPart(artifact: Artifact): string {
	return artifact.extension === 'zip' ? `${artifact.part}.zip/unchecked` : artifact.part;
}

/**
 * Decides about a whole file that the check refused; its `unchecked` says why. Resolves when the user wants just these
 * bytes. Else the job is to fetch it again, and rejects with PassingTrouble, because a file may be damaged on its way.
 * Bytes that come twice alike are what the file host has: rejects with `fileInvalid`, and they stay in the part file
 * until the user decides.
 */
async function judgeRefused({ journal }: RefusedFilePorts, id: string, file: StagedFile): Promise<void> {
	const { state } = journal.get(id);
	const known = state.kind === 'downloading' ? state.refused : undefined;
	const same = known?.file.part === file.part && known.file.sha256 === file.sha256;
	if (same && known.keep) return;
	await journal.apply(id, { type: 'doubted', file, again: same });
	const detail = file.unchecked;
	if (same) throw new PropsmithError('fileInvalid', { detail });
	throw new PassingTrouble('fileInvalid', { waitsFor: 'fileHost', detail, atOnce: known === undefined });
}

/** What the check found; undefined for a failure of another kind. */
function foundBy(error: unknown): string | undefined {
	if (!(error instanceof PropsmithError) || error.code !== 'fileInvalid') return undefined;
	return error.jobError.detail ?? 'the file is damaged';
}
