import type { GenerateRequest, GenerateStep } from '../../model/generateRequest';
import { type JobRecord, keepsFiles } from '../../model/jobRecord';
import { sourceJobOf } from './sourceRules';

/** The request that a job and those which went on from it were made of; undefined for an adopted task. */
export function requestOf(job: JobRecord, jobs: readonly JobRecord[]): GenerateRequest | undefined {
	const { id, group, provider, request, destination } = job;
	if (request.operation === 'adoptTask') return undefined;
	const followUps = stepsAfter(
		id,
		jobs.filter((one) => group !== undefined && one.group?.id === group.id),
	);
	return { provider, ...request, ...keepOf(job, followUps), followUps, folder: destination.folder };
}

/** The steps that went on from a job, as far as one follows the other. */
function stepsAfter(id: string, group: readonly JobRecord[]): GenerateStep[] {
	const next = group.find((job) => sourceJobOf(job) === id);
	if (!next || next.request.operation === 'adoptTask') return [];
	const { operation, prompt, options } = next.request;
	const later = stepsAfter(next.id, group);
	const step = { operation, options, ...(prompt === undefined ? {} : { prompt }), ...keepOf(next, later) };
	return [step, ...later];
}

/** The last step keeps its files anyway. */
function keepOf(job: JobRecord, later: readonly GenerateStep[]): Pick<GenerateStep, 'keep'> {
	return later.length > 0 && keepsFiles(job) ? { keep: true } : {};
}
