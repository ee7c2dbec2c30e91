import { createWriteStream } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { createEditorHome, type EditorHome, removeEditorHome } from './editorHome';
import { type ProcessTree, spawnTree } from './processTree';
import type { EditorServer } from './provision/editorServer';
import { runToEnd } from './runToEnd';
import { within } from './within';

const startLimitMs = 180_000;

/** What one run may change about the server; everything has a default that suits a test. */
export interface CodeServerOptions {
	/** A fixed port; by default any free one. */
	port?: number;
	/** Added to the environment of the extension host. */
	env?: Record<string, string>;
	/** Settings over the pinned ones, those of machine scope included. */
	settings?: Record<string, unknown>;
	/** Packaged extensions to install first. */
	vsix?: string[];
	/** Folders of extensions to install as they are, by links. */
	folders?: string[];
	/** Keeps the question whether a folder is trusted, which is off otherwise. */
	workspaceTrust?: boolean;
	/**
	 * Makes the server honour the payload of its address, which newer versions otherwise ignore.
	 * The price is that this VS Code never shows a notification, so it is for tests inside the host only.
	 */
	honourPayload?: boolean;
	/** Keeps user data under this name from one start to the next; by default they are fresh and passing. */
	homeName?: string;
}

/** A running VS Code server with a home of its own. */
export class CodeServer {
	private constructor(
		private readonly tree: ProcessTree,
		readonly home: EditorHome,
		readonly port: number,
		private readonly keepHome: boolean,
	) {}

	static async start(server: EditorServer, options: CodeServerOptions = {}): Promise<CodeServer> {
		const home = await createEditorHome(options.settings ?? {}, options.homeName);
		const keepHome = options.homeName !== undefined;
		for (const file of options.vsix ?? []) {
			await runToEnd(server.node, [server.entry, ...homeArguments(home), '--install-extension', file]);
		}
		for (const folder of options.folders ?? []) {
			await symlink(folder, path.join(home.extensions, path.basename(folder)), 'dir');
		}
		const tree = spawnTree(server.node, [server.entry, ...homeArguments(home), ...serverArguments(options)], {
			env: { ...process.env, ...options.env },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		try {
			const port = await within(startLimitMs, 'VS Code server to say its address', listeningPort(tree, home));
			return new CodeServer(tree, home, port, keepHome);
		} catch (error) {
			await tree.stop();
			throw error;
		}
	}

	/** The address to open in a browser; `payload` is where the workbench reads its development options from. */
	url(folder: string, payload: [string, string][] = []): string {
		const query = new URLSearchParams({ folder });
		if (payload.length > 0) {
			query.set('payload', JSON.stringify(payload));
		}
		return `http://localhost:${this.port}/?${query}`;
	}

	/** The payload entry that loads an extension from a folder of this machine; a payload has room for one. */
	developmentExtension(directory: string): [string, string] {
		return ['extensionDevelopmentPath', this.remoteUri(directory)];
	}

	/** The payload entry that runs a test module in the extension host. */
	testModule(file: string): [string, string] {
		return ['extensionTestsPath', this.remoteUri(file)];
	}

	/** Settles when the server has ended by itself or was stopped. */
	get ended(): Promise<unknown> {
		return this.tree.ended;
	}

	async stop(): Promise<void> {
		await this.tree.stop();
		if (!this.keepHome) {
			await removeEditorHome(this.home);
		}
	}

	private remoteUri(file: string): string {
		return `vscode-remote://localhost:${this.port}${file}`;
	}
}

function homeArguments(home: EditorHome): string[] {
	return ['--server-data-dir', home.root, '--user-data-dir', home.data, '--extensions-dir', home.extensions];
}

function serverArguments(options: CodeServerOptions): string[] {
	return [
		...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
		...['--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off'],
		...(options.honourPayload ? ['--enable-smoke-test-driver'] : []),
		...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
	];
}

/** Reads the server's output for the port, and keeps all of it in `server.log` of its home. */
function listeningPort(tree: ProcessTree, home: EditorHome): Promise<number> {
	const log = createWriteStream(path.join(home.root, 'server.log'));
	// A server that is stopped removes its home, log and all.
	log.on('error', () => undefined);
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
