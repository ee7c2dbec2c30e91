import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../projectPaths';

/** Where `npm run package` writes the package to. */
export async function packagePath(): Promise<string> {
	const manifest = JSON.parse(await readFile(path.join(projectRoot, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	return path.join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);
}
