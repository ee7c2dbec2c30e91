import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectPaths';
import { runScript } from './scriptStep';
import type { Step } from './step';

/** The build, with the sizes of what it makes: what every window loads at its start, and all else of the extension. */
export function buildStep(name: string): Step {
	return {
		name,
		run: async () => {
			const result = await runScript('build');
			if (result.failed > 0) {
				return result;
			}
			const dist = path.join(projectRoot, 'dist');
			const sizeOf = async (file: string): Promise<number> => (await stat(path.join(dist, file))).size;
			const late = (await readdir(dist)).filter(
				(file) => file.endsWith('.js') && file !== 'extension.js' && file !== 'sandbox.js',
			);
			const sizes = await Promise.all(late.map(sizeOf));
			return {
				...result,
				figures: {
					startBytes: await sizeOf('extension.js'),
					lateBytes: sizes.reduce((sum, size) => sum + size, 0),
					lateFiles: late.length,
				},
			};
		},
	};
}
