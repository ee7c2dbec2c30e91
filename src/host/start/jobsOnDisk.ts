import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecord } from '../../core/jobs/records/migrate';
import { jobsFolderName } from '../../core/jobs/records/unfinishedLook';
import type { JobInfo } from '../api';
import { jobInfo } from '../jobInfo';

/**
 * The jobs by their records, in the order of creation, for an API that must answer at once and before the queue is
 * there. Without progress, which is kept in memory, and without what cannot be read, which the queue tells of.
 */
export function jobsOnDisk(storageFolder: string): JobInfo[] {
	const folder = join(storageFolder, jobsFolderName);
	return namesIn(folder).flatMap((name) => {
		try {
			const record = name.endsWith('.json') && readRecord(readFileSync(join(folder, name), 'utf8'));
			return record && record !== 'newer' ? [jobInfo(record)] : [];
		} catch {
			// Gone by now: the window that leads forgot it.
			return [];
		}
	});
}

function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}
