import type { AssetFile, JobRecord, TaskRef } from '../model/jobRecord';
import { surelyMadeBy, type Views } from '../model/request';
import { shownOptions } from '../providers/catalogue/references';
import { catalogueOf } from '../providers/catalogues';

/** Ends the name of the sidecar that stands beside an asset. */
export const sidecarSuffix = '.propsmith.json';

/**
 * Where an asset came from, as it is written beside it: enough for a colleague, a licence audit or a later
 * version of Propsmith. Never a key or a link. Pictures are named without the folders of this machine.
 */
export function provenanceText(
	job: JobRecord,
	task: TaskRef,
	credits: number | undefined,
	files: readonly AssetFile[],
): string {
	const { request } = job;
	const [file] = files;
	const spec =
		request.operation === 'adoptTask' ? undefined : catalogueOf(job.provider).operations[request.operation];
	const provenance = {
		generator: 'propsmith',
		schema: 1,
		provider: job.provider,
		operation: request.operation,
		...inputOf(request),
		options: shownOptions(spec, request.options),
		taskId: task.id,
		jobId: job.id,
		...(credits === undefined ? {} : { credits }),
		createdAt: new Date(task.submittedAt).toISOString(),
		...(task.expiresAt === undefined ? {} : { expiresAt: new Date(task.expiresAt).toISOString() }),
		...(file ? fileFacts(file) : {}),
		...(files.length > 1 ? { files: files.map(fileFacts) } : {}),
	};
	return `${JSON.stringify(provenance, undefined, 2)}\n`;
}

function inputOf(request: JobRecord['request']): Record<string, unknown> {
	if (request.operation === 'adoptTask') {
		const made = surelyMadeBy(request);
		return { prompt: request.prompt, ...(made ? { madeBy: made } : {}) };
	}
	const { prompt, images, views, source } = request;
	return {
		...(prompt === undefined ? {} : { prompt }),
		...(images ? { images: images.map(baseName) } : {}),
		...(views ? { views: mapped(views) } : {}),
		...(source ? { source: source.kind === 'file' ? { file: baseName(source.path) } : source } : {}),
	};
}

function mapped(views: Views): Record<string, string> {
	return Object.fromEntries(Object.entries(views).map(([view, path]) => [view, baseName(path)]));
}

function fileFacts({ path, bytes, sha256, facts, notes, unchecked }: AssetFile): Record<string, unknown> {
	return {
		...{ file: baseName(path), bytes, sha256 },
		...(facts ? { facts } : {}),
		...(notes ? { notes } : {}),
		// What the check found wrong: the user kept the file all the same.
		...(unchecked === undefined ? {} : { unchecked }),
	};
}

function baseName(path: string): string {
	return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
