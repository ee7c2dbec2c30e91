import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { idleMarkerOf } from '../../../src/core/jobs/records/unfinishedLook';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import type { RunPlan } from '../plan/plan';
import type { SignedEntry } from '../window/diary';
import { keyOf } from '../window/recordsOnDisk';
import type { Figures } from './figures';

/** Every record can be read, none is missing, none is there twice, and all are done. */
export async function checkRecords(
	folder: string,
	plan: RunPlan,
	diary: readonly SignedEntry[],
	figures: Figures,
): Promise<{ records: JobRecord[]; problems: string[] }> {
	const problems: string[] = [];
	const records: JobRecord[] = [];
	for (const name of await readdir(folder)) {
		if (name.endsWith('.tmp')) figures.add('temporary files left behind');
		else if (name.endsWith('.json')) {
			const text = await readFile(path.join(folder, name), 'utf8');
			records.push(JSON.parse(text) as JobRecord);
		} else problems.push(`${name} is among the records`);
	}
	for (const { key, count } of plan.wanted) {
		const there = records.filter((record) => keyOf(record) === key).length;
		if (there !== count) problems.push(`${there} records of wish ${key}, which was wanted ${count} times`);
	}
	const ids = new Set(records.map(({ id }) => id));
	const lost = diary.flatMap((entry) =>
		entry.what === 'promised' ? entry.ids.filter((id) => !ids.has(id)) : [],
	);
	for (const id of lost) problems.push(`job ${id} was promised and is gone`);
	const unfinished = records.filter(({ state }) => state.kind !== 'done');
	for (const { id, state } of unfinished) problems.push(`job ${id} is ${state.kind} in the end`);
	if (!existsSync(idleMarkerOf(folder))) problems.push('all jobs are done, and the idle marker is missing');
	figures.add('jobs', records.length);
	figures.add('lost results', lost.length + unfinished.length);
	return { records, problems };
}
