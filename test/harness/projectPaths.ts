import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of this repository. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that the harness installs, bundles or writes; ignored by git and never packaged. */
export const cacheRoot = path.join(projectRoot, '.vscode-test');
