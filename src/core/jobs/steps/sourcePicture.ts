import { type DownloadTools, download } from '../../downloads/download';
import { verifyFile } from '../../downloads/verify';
import { toDiskError } from '../../files/disk';
import { withFileSource } from '../../files/formats/byteSource';
import { formatOf } from '../../files/formats/formats';
import { PropsmithError } from '../../model/errors';
import type { Artifact, TaskKey } from '../../model/task';
import { fileLink } from '../../network/fileLink';
import type { Provider } from '../../providers/provider';
import { allPictures, largestPicture } from '../drafts/localFiles';

/** A picture, with a name whose extension tells what it is. */
export interface PictureFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/**
 * Fetches the picture of the task that a job goes on from, by way of a part file, for a service that takes no task there.
 * It is to go up as a file, and not as its link: that dies within a minute, and a task that waits in the service's queue
 * may follow it too late. All of this is free and leaves nothing behind, so it is done anew after a restart. Rejects with
 * what is wrong with the task (`sourceGone`, `requestInvalid`), with its picture, or with the download.
 */
export async function fetchSourcePicture(
	context: DownloadTools,
	partPath: string,
	task: TaskKey,
	provider: Provider,
	signal: AbortSignal,
): Promise<PictureFile> {
	const { disk } = context;
	let extension = '';
	try {
		const part = await download({
			...context,
			lease: async () => {
				const picture = await offeredBy(provider, task, signal);
				extension = picture.extension;
				return fileLink(picture.url, provider.overHttp);
			},
			partPath,
			largestPicture,
			onOpened: async () => {},
			signal,
		});
		const verified = await withFileSource(disk, part.path, (source) =>
			verifyFile(source, { kind: 'picture', likely: [extension] }),
		);
		if (!allPictures.includes(verified.extension))
			throw new PropsmithError('imageFormat', { detail: `it is ${formatOf(verified.format).label}` });
		return { name: `picture.${verified.extension}`, bytes: await disk.readFile(partPath) };
	} catch (error) {
		signal.throwIfAborted();
		throw ofSource(task, toDiskError(error));
	} finally {
		await disk.unlink(partPath).catch(() => {});
	}
}

/** Its picture, with a link that was signed just now. */
async function offeredBy(provider: Provider, task: TaskKey, signal: AbortSignal): Promise<Artifact> {
	const snapshot = await provider.task(task, signal);
	if (snapshot.status === 'expired') throw new PropsmithError('sourceGone', { detail: 'it expired' });
	// As the service itself refuses a source that has not succeeded.
	if (snapshot.status !== 'success')
		throw new PropsmithError('requestInvalid', { detail: `the task is “${snapshot.status}”` });
	const picture = snapshot.artifacts.find(({ kind }) => kind === 'image');
	if (!picture) throw new PropsmithError('requestInvalid', { detail: 'the task made none' });
	return picture;
}

/** What fails here is another task's file, and nothing of this job is paid. */
function ofSource({ id }: TaskKey, error: unknown): unknown {
	if (!(error instanceof PropsmithError)) return error;
	const { detail } = error.jobError;
	const what = `the picture of task ${id}`;
	return new PropsmithError(error.code, {
		detail: detail ? `${what}: ${detail}` : what,
		charge: 'none',
		cause: error,
	});
}
