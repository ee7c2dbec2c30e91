import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobRecord } from '../../../src/core/model/jobRecord';
import { eventually } from '../../harness/eventually';
import type { UiSession } from '../../harness/uiSession';

/** Resolves when the record of some job says on disk that it is in this state: no view has to be open for that. */
export async function recordSays({ server }: UiSession, state: JobRecord['state']['kind']): Promise<void> {
	const folder = path.join(server.home.data, 'User', 'globalStorage', 'propsmith.propsmith', 'jobs');
	await eventually(`the record of a job to say that it is ${state}`, async () => {
		const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
		const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
		return texts.some((text) => (JSON.parse(text) as JobRecord).state.kind === state);
	});
}
