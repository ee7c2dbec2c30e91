import type { AssetFile, JobRecord, TaskRef } from '../jobs/record';

/** Ends the name of the sidecar that stands beside an asset: `barrel.glb` has `barrel.propsmith.json`. */
export const sidecarSuffix = '.propsmith.json';

/**
 * Where an asset came from, as it is written beside it: enough for a colleague, a licence audit or a later
 * version of Propsmith. Never a key or a link. Pictures are named without the folders of this machine.
 */
export function provenanceText(
	job: JobRecord,
	task: TaskRef,
	credits: number | undefined,
	file: AssetFile,
): string {
	const { request } = job;
	const pictureName = (path: string): string =>
		path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
	const input =
		request.operation === 'textToModel' || request.operation === 'adoptTask'
			? { prompt: request.prompt }
			: request.operation === 'imageToModel'
				? { image: pictureName(request.image) }
				: {
						views: Object.fromEntries(
							Object.entries(request.views).map(([view, path]) => [view, pictureName(path ?? '')]),
						),
					};
	const provenance = {
		generator: 'propsmith',
		schema: 1,
		provider: job.provider,
		operation: request.operation,
		...input,
		options: request.options,
		taskId: task.id,
		jobId: job.id,
		...(credits === undefined ? {} : { credits }),
		createdAt: new Date(task.submittedAt).toISOString(),
		file: pictureName(file.path),
		bytes: file.bytes,
		sha256: file.sha256,
		...(file.facts ? { facts: file.facts } : {}),
	};
	return `${JSON.stringify(provenance, undefined, 2)}\n`;
}
