import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { provideNode } from './nodeBinary';
import { npmInstall, npmInstallLocked } from './npm';
import { provideOnce } from './provideOnce';

/** `oldest` is the version that `engines.vscode` of package.json names. */
export type EditorVersion = 'newest' | 'oldest';

/** A VS Code server that can be started: real workbench, real extension host. */
export interface EditorServer {
	/** The version of VS Code, such as `1.96.4`. */
	version: string;
	/** The script to run. */
	entry: string;
	/** The Node binary to run it on. */
	node: string;
}

/** code-server packages a VS Code each; every release names the major version of Node that it runs on. */
const pins = {
	newest: { codeServer: '4.139.1', node: '24.21.0' },
	oldest: { codeServer: '4.96.4', node: '20.18.1' },
} as const satisfies Record<EditorVersion, { codeServer: string; node: string }>;

/** Returns the server of that version, installed from the npm registry when it is not there yet. */
export async function provideEditorServer(editor: EditorVersion): Promise<EditorServer> {
	const pin = pins[editor];
	const directory = await provideOnce(
		`code-server-${pin.codeServer}`,
		`VS Code (code-server ${pin.codeServer})`,
		async (target) => {
			await npmInstall(target, { 'code-server': pin.codeServer });
			await dropGitSources(vscodeFolder(target));
			await npmInstallLocked(vscodeFolder(target));
		},
	);
	const manifest: unknown = JSON.parse(
		await readFile(path.join(vscodeFolder(directory), 'package.json'), 'utf8'),
	);
	return {
		version: (manifest as { version: string }).version,
		// The server of VS Code itself. The wrapper around it adds a login page and needs native modules.
		entry: path.join(vscodeFolder(directory), 'out', 'server-main.js'),
		node: await provideNode(pin.node),
	};
}

function vscodeFolder(directory: string): string {
	return path.join(directory, 'node_modules', 'code-server', 'lib', 'vscode');
}

interface LockFile {
	packages: Record<string, { resolved?: string; integrity?: string }>;
}

/**
 * Lets packages that the lock file takes from a git repository come from the registry, in the same version:
 * a machine that reaches only a registry could not install them otherwise.
 */
async function dropGitSources(directory: string): Promise<void> {
	const file = path.join(directory, 'npm-shrinkwrap.json');
	const lock = JSON.parse(await readFile(file, 'utf8')) as LockFile;
	for (const entry of Object.values(lock.packages)) {
		if (entry.resolved?.startsWith('git+')) {
			delete entry.resolved;
			delete entry.integrity;
		}
	}
	await writeFile(file, JSON.stringify(lock));
}
