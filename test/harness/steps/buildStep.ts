import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectPaths';
import { countZipEntries } from '../zipEntries';
import { packagePath } from './packagePath';
import { runScript } from './scriptStep';
import type { Step, StepResult } from './step';

/**
 * Builds the extension and packages it, with the sizes of what comes of it: what every window loads at its start, all
 * else, and the package. Both at once, for packaging builds, and nobody may use a build that is being replaced.
 */
export function buildStep(name: string): Step {
	return { name, run: (inPlace) => inPlace(build) };
}

async function build(): Promise<StepResult> {
	const result = await runScript('package');
	if (result.failed > 0) {
		return result;
	}
	const dist = path.join(projectRoot, 'dist');
	const sizeOf = async (file: string): Promise<number> => (await stat(path.join(dist, file))).size;
	const late = (await readdir(dist)).filter(
		(file) => file.endsWith('.js') && file !== 'extension.js' && file !== 'sandbox.js',
	);
	const sizes = await Promise.all(late.map(sizeOf));
	const vsix = await readFile(await packagePath());
	return {
		...result,
		figures: {
			startBytes: await sizeOf('extension.js'),
			lateBytes: sizes.reduce((sum, size) => sum + size, 0),
			lateFiles: late.length,
			vsixBytes: vsix.length,
			vsixFiles: countZipEntries(vsix),
		},
	};
}
