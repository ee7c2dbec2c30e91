import * as vscode from 'vscode';
import { systemClock } from '../core/base/clock';
import { nodeHttp } from '../core/network/nodeHttp';
import { SpendingGuard } from '../core/spending/guard';
import { SharedQueue } from '../core/windows/sharedQueue';
import { AccountContext } from './accountContext';
import { AccountDirectory } from './accountDirectory';
import { Balances } from './balances';
import { carryOut } from './commands/command';
import { EmbeddedSandbox } from './embeddedSandbox';
import { Generation } from './generation';
import { jobInfo } from './jobInfo';
import { KeyRing } from './keyRing';
import { Presets } from './presets';
import type { Product, Shell } from './product';
import { regionMemory } from './regionMemory';
import { Settings } from './settings';
import { spendingPolicy } from './spendingPolicy';
import type { Lifetime } from './start/lifetime';
import { startWhenTrusted } from './startWhenTrusted';

/**
 * The composition root: everything is made here, once, in the order of who needs whom. It is loaded when there is
 * something to do (see host/start). What is not needed at once comes by `import()`, which the build makes a file of its own
 * that loads in pieces.
 */
export async function compose(
	context: vscode.ExtensionContext,
	lifetime: Lifetime,
	shell: Shell,
): Promise<Product> {
	const { globalStorageUri, extensionUri, extension } = context;
	const { own } = lifetime;
	const goOn = (): void => {
		if (lifetime.isOver) throw new Error('Propsmith was stopped meanwhile.');
	};
	goOn();

	const log = own(vscode.window.createOutputChannel('Propsmith', { log: true }));
	const settings = new Settings();
	const keys = new KeyRing(context.secrets, process.env);
	const http = nodeHttp({ strictTls: () => settings.strictTls });
	own({ dispose: () => http.close() });
	const userAgent = `Propsmith/${extension.packageJSON.version} VSCode/${vscode.version}`;

	const sandboxScript = vscode.Uri.joinPath(extensionUri, 'dist', 'sandbox.js').fsPath;
	const sandboxState = vscode.Uri.joinPath(globalStorageUri, 'sandbox').fsPath;
	const sandbox = own(new EmbeddedSandbox(sandboxScript, sandboxState, log));
	const accounts = own(
		new AccountDirectory(settings, keys, sandbox, http, log, userAgent, regionMemory(context.globalState)),
	);
	const balances = own(new Balances(accounts, () => queue));

	const engineParts = { storage: globalStorageUri, http, accounts, settings, log, userAgent };
	const queue: SharedQueue = own(
		new SharedQueue({
			storageFolder: globalStorageUri.fsPath,
			makeEngine: async () => (await import('./makeEngine')).makeEngine(engineParts),
			guard: new SpendingGuard(spendingPolicy(settings, balances)),
			clock: systemClock,
			log,
		}),
	);
	// Loaded before the queue goes on: nothing that ends meanwhile may go unsaid.
	const { composeViews } = await import('./composeViews');
	goOn();
	await startWhenTrusted(queue, own, log);
	goOn();
	const presets = new Presets(settings, log);
	const generation = new Generation(queue, accounts, settings, presets);

	const trees = composeViews({ queue, settings, balances, accounts, shell, own });
	await own(new AccountContext(queue, accounts, settings, keys)).known;
	goOn();

	const commandParts = { queue, generation, accounts, keys, settings, balances, presets, log, own };
	const { workspaceState } = context;
	const loadCommands = async () =>
		(await import('./composeCommands')).composeCommands({ ...commandParts, workspaceState });
	let commands: ReturnType<typeof loadCommands> | undefined;

	return {
		run: async (id, args) => {
			commands ??= loadCommands();
			return carryOut(id, await commands, args, log);
		},
		trees,
		generate: (request) => generation.request([request]),
		list: () => queue.list().map(jobInfo),
		get: (id) => {
			const job = queue.find(id);
			return job && jobInfo(job);
		},
		onDidChange: (listener) => queue.onDidChange(({ job }) => listener(jobInfo(job))),
	};
}
