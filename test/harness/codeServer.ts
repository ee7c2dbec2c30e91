import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pinnedSettings } from './pinnedSettings';
import { type ProcessTree, spawnTree } from './processTree';
import { cacheRoot } from './projectPaths';
import type { EditorServer } from './provision/editorServer';
import { within } from './within';

const startLimitMs = 60_000;

/** What one run may change about the server; everything has a default that suits a test. */
export interface CodeServerOptions {
	/** A fixed port; by default any free one. */
	port?: number;
	/** Added to the environment of the extension host. */
	env?: Record<string, string>;
	/** User settings over the pinned ones; those of machine scope count too. */
	settings?: Record<string, unknown>;
	/** Packaged extensions to install first. */
	vsix?: string[];
	/** Keeps the question whether a folder is trusted, which is off otherwise. */
	workspaceTrust?: boolean;
}

/** A running VS Code server with a fresh home of its own: user data, settings, extensions. */
export class CodeServer {
	private constructor(
		private readonly tree: ProcessTree,
		/** Where this server keeps everything; removed when it stops. */
		readonly home: string,
		readonly port: number,
	) {}

	static async start(server: EditorServer, options: CodeServerOptions = {}): Promise<CodeServer> {
		const home = await createHome(options.settings ?? {});
		for (const file of options.vsix ?? []) {
			await installExtension(server, home, file);
		}
		const args = [server.entry, ...homeArguments(home), ...serverArguments(options)];
		const tree = spawnTree(server.node, args, {
			env: { ...process.env, ...options.env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const stop = () => tree.stop().then(() => removeHome(home));
		try {
			const port = await within(startLimitMs, 'VS Code server to say its address', listeningPort(tree, home));
			return new CodeServer(tree, home, port);
		} catch (error) {
			await stop();
			throw error;
		}
	}

	/** The address to open in a browser; `payload` is what the workbench reads its development options from. */
	url(folder: string, payload: [string, string][] = []): string {
		const query = new URLSearchParams({ folder });
		if (payload.length > 0) {
			query.set('payload', JSON.stringify(payload));
		}
		return `http://localhost:${this.port}/?${query}`;
	}

	/** The payload entry that loads an extension from a folder of this machine. */
	developmentExtension(directory: string): [string, string] {
		return ['extensionDevelopmentPath', this.remoteUri(directory)];
	}

	/** The payload entry that runs a test module in the extension host. */
	testModule(file: string): [string, string] {
		return ['extensionTestsPath', this.remoteUri(file)];
	}

	async stop(): Promise<void> {
		await this.tree.stop();
		await removeHome(this.home);
	}

	private remoteUri(file: string): string {
		return `vscode-remote://localhost:${this.port}${file}`;
	}
}

async function createHome(settings: Record<string, unknown>): Promise<string> {
	const parent = path.join(cacheRoot, 'homes');
	await mkdir(parent, { recursive: true });
	const home = await mkdtemp(path.join(parent, 'home-'));
	const write = async (scope: string, content: Record<string, unknown>) => {
		const directory = path.join(home, 'data', scope);
		await mkdir(directory, { recursive: true });
		await writeFile(path.join(directory, 'settings.json'), JSON.stringify(content, undefined, '\t'));
	};
	await write('User', { ...pinnedSettings, ...settings });
	// In a remote window settings of machine scope are read from here, and only from here.
	await write('Machine', settings);
	return home;
}

/** A host that is just ending may still write a log line: hence the retries. */
function removeHome(home: string): Promise<void> {
	return rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function homeArguments(home: string): string[] {
	return ['--server-data-dir', home, '--extensions-dir', path.join(home, 'extensions')];
}

function serverArguments(options: CodeServerOptions): string[] {
	return [
		...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
		...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
		// Without this flag newer versions ignore the payload of the address: tests would just never start.
		'--enable-smoke-test-driver',
		...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
	];
}

async function installExtension(server: EditorServer, home: string, vsix: string): Promise<void> {
	const args = [server.entry, ...homeArguments(home), '--install-extension', vsix];
	const tree = spawnTree(server.node, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const output: string[] = [];
	tree.child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
	tree.child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
	const code = await within(startLimitMs, `installation of ${vsix}`, tree.ended).finally(() => tree.stop());
	if (code !== 0) {
		throw new Error(`${vsix} could not be installed:\n${output.join('')}`);
	}
}

/** Reads the server's output for the port, and keeps all of it in `server.log` of its home. */
function listeningPort(tree: ProcessTree, home: string): Promise<number> {
	const log = createWriteStream(path.join(home, 'server.log'));
	let output = '';
	return new Promise((resolve, reject) => {
		const read = (chunk: Buffer) => {
			log.write(chunk);
			output = (output + chunk.toString()).slice(-4000);
			const found = /Web UI available at http:\/\/[^:\s]+:(\d+)/.exec(output);
			if (found) {
				resolve(Number(found[1]));
			}
		};
		tree.child.stdout?.on('data', read);
		tree.child.stderr?.on('data', read);
		tree.ended.then((code) => reject(new Error(`The VS Code server ended with ${code}:\n${output}`)), reject);
	});
}
