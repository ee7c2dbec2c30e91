import type { DownloadTools } from '../../downloads/download';
import type { JobRecord } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import type { TaskKey } from '../../model/task';
import { extensionOf } from '../../providers/catalogue/facts';
import { specOf } from '../../providers/catalogues';
import type { FileToken, Provider, Uploaded } from '../../providers/provider';
import { inputPictures } from '../drafts/inputFiles';
import { type InputFile, readModel, readPicture } from '../drafts/localFiles';
import { digestOf } from '../drafts/refusedBefore';
import { partPathOf } from './deliver';
import { fetchSourcePicture } from './sourcePicture';

/**
 * Takes to the service what a job's submit needs there as a file: its pictures, its model, and the picture of the task
 * `pictured`, if there is one. Free, and done anew after a restart.
 */
export async function uploadInputs(
	context: DownloadTools,
	job: JobRecord,
	pictured: TaskKey | undefined,
	provider: Provider,
	signal: AbortSignal,
): Promise<Uploaded> {
	const { request } = job;
	const { inputs } = specOf(job.provider, madeBy(request));
	const tokens = new Map<string, FileToken>();
	const extensions = new Map<string, string>();
	const digests: Record<string, string> = {};
	const upload = async (path: string, { bytes, name }: InputFile): Promise<void> => {
		digests[path] = digestOf(bytes);
		tokens.set(path, await provider.upload(bytes, name, signal));
		extensions.set(path, extensionOf(name));
	};
	for (const path of inputPictures(job))
		await upload(path, await readPicture(context.disk, path, inputs.pictureFiles));
	if (request.operation !== 'adoptTask' && request.source?.kind === 'file') {
		const { path } = request.source;
		await upload(path, await readModel(context.disk, path, inputs.source?.files ?? []));
	}
	const uploaded = { tokens, extensions, digests };
	if (!pictured) return uploaded;
	const { bytes, name } = await fetchSourcePicture(context, partPathOf(job), pictured, provider, signal);
	return { ...uploaded, sourcePicture: await provider.upload(bytes, name, signal) };
}
