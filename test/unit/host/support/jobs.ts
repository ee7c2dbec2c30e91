import type { AssetFile, JobRecord, JobState } from '../../../../src/core/model/jobRecord';
import { Formatter } from '../../../../src/host/text/formatter';
import { jobIn } from '../../core/support/states';

/** Writes English; its clock stands at 100 s. */
export const formatter = new Formatter('en', () => 100_000);

export const chain = { id: 'group-1', kind: 'chain', title: 'Rigged robot' } as const;
export const batch = { id: 'group-2', kind: 'batch', title: 'Village props' } as const;

/** A job whose row says “an oak barrel”, on Tripo and for 20 credits, unless told otherwise. */
export function job(state: JobState, changes: Partial<JobRecord> = {}): JobRecord {
	return { ...jobIn(state), ...changes };
}

/** A job that goes on from another one, as a step of a chain. */
export function rigJob(state: JobState, changes: Partial<JobRecord> = {}): JobRecord {
	return job(state, {
		id: 'job-2',
		request: { operation: 'rig', source: { kind: 'job', id: 'job-1' }, options: {} },
		group: chain,
		...changes,
	});
}

export function file(changes: Partial<AssetFile> = {}): AssetFile {
	return { part: 'model', path: '/out/barrel.glb', bytes: 2048, sha256: 'ab', ...changes };
}
