import * as vscode from 'vscode';
import { Balances } from '../core/accounts/balances';
import { systemClock } from '../core/base/clock';
import { nodeHttp } from '../core/network/nodeHttp';
import { SpendingGuard } from '../core/spending/guard';
import { SharedQueue } from '../core/windows/sharedQueue';
import { AccountContext } from './accountContext';
import { carryOut } from './commands/command';
import { EmbeddedSandbox } from './embeddedSandbox';
import { GenerateService } from './generateService';
import { jobInfo } from './jobInfo';
import { KeyRing } from './keyRing';
import { makeAccounts } from './makeAccounts';
import { Presets } from './presets';
import type { Product, Shell } from './product';
import { Settings } from './settings';
import { spendingPolicy } from './spendingPolicy';
import type { Lifetime } from './start/lifetime';
import { startWhenTrusted } from './startWhenTrusted';
import { Formatter } from './text/formatter';
import { openWindowLog } from './windowLog';

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

	const log = own(openWindowLog());
	const settings = new Settings();
	const formatter = new Formatter(vscode.env.language);
	const keys = new KeyRing(context.secrets, process.env);
	const http = nodeHttp({ strictTls: () => settings.strictTls });
	own({ dispose: () => http.close() });
	const userAgent = `Propsmith/${extension.packageJSON.version} VSCode/${vscode.version}`;

	const sandboxScript = vscode.Uri.joinPath(extensionUri, 'dist', 'sandbox.js').fsPath;
	const sandboxState = vscode.Uri.joinPath(globalStorageUri, 'sandbox').fsPath;
	const sandbox = own(new EmbeddedSandbox(sandboxScript, sandboxState, log));
	const accounts = own(makeAccounts(context.globalState, { settings, keys, sandbox, http, log, userAgent }));
	const balances = own(
		new Balances({ accounts, balance: (provider) => queue.call('balance', provider), clock: systemClock }),
	);

	const engineParts = { storage: globalStorageUri, http, accounts, settings, log, userAgent };
	const queue: SharedQueue = own(
		new SharedQueue({
			storageFolder: globalStorageUri.fsPath,
			makeEngine: async () => (await import('./makeEngine')).makeEngine(engineParts),
			guard: new SpendingGuard(spendingPolicy(settings, balances, formatter)),
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
	const generateService = new GenerateService(queue, accounts, settings, presets);

	const trees = composeViews({ queue, settings, balances, accounts, shell, formatter, own });
	await own(new AccountContext(queue, accounts, settings, keys)).known;
	goOn();

	const commandParts = { queue, generateService, accounts, keys, settings, balances, presets, log, own };
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
		generate: (request) => generateService.startApi([request]),
		list: () => queue.list().map(jobInfo),
		get: (id) => {
			const job = queue.find(id);
			return job && jobInfo(job);
		},
		onDidChange: (listener) => queue.onDidChange(({ job }) => listener(jobInfo(job))),
	};
}
