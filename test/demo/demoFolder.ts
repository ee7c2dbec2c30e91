import { cp } from 'node:fs/promises';
import path from 'node:path';
import { cacheRoot, projectRoot } from '../harness/projectPaths';

/** The folder that `npm start` opens: a copy of the sample game that keeps what was made in it earlier. */
export async function provideDemoFolder(): Promise<string> {
	const folder = path.join(cacheRoot, 'sample-game');
	await cp(path.join(projectRoot, 'test', 'fixtures', 'sample-game'), folder, {
		recursive: true,
		force: false,
	});
	return folder;
}
