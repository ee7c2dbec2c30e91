import { stat } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectPaths';
import { runScript } from './scriptStep';
import type { Step } from './step';

/** The build, with the size of what it makes. */
export function buildStep(name: string): Step {
	return {
		name,
		run: async () => {
			const result = await runScript('build');
			if (result.failed > 0) {
				return result;
			}
			const bundle = await stat(path.join(projectRoot, 'dist', 'extension.js'));
			return { ...result, figures: { bundleBytes: bundle.size } };
		},
	};
}
