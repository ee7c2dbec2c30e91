import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { JobRecord } from '../../../src/core/model/jobRecord';

/** All records that can be read now. Synchronous: a dying process has no next turn. */
export function recordsOnDisk(folder: string): JobRecord[] {
	return namesIn(folder).flatMap((name) => {
		if (!name.endsWith('.json')) return [];
		try {
			return [JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as JobRecord];
		} catch {
			return [];
		}
	});
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

/** The key of the wish that the job came from. */
export function keyOf({ request }: Pick<JobRecord, 'request'>): number {
	return Number(request.options.model_seed);
}
