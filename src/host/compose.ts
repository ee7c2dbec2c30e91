import * as vscode from 'vscode';
import { systemClock } from '../core/clock';
import { systemDisk } from '../core/disk';
import { Engine } from '../core/jobs/engine';
import { Journal } from '../core/jobs/journal';
import { Pauses } from '../core/jobs/pauses';
import { JobStore } from '../core/jobs/store';
import { undiciHttp } from '../core/net/undici';
import { SpendingGuard } from '../core/spending/guard';
import { SharedQueue } from '../core/windows/sharedQueue';
import { AccountContext } from './accountContext';
import { AccountDirectory } from './accountDirectory';
import type { PropsmithApi } from './api';
import { adoptTask } from './commands/adoptTask';
import { chooseAccountCommand } from './commands/chooseAccount';
import { register } from './commands/command';
import { generateFromImages } from './commands/generateFromImages';
import { generateFromPrompt } from './commands/generateFromPrompt';
import { cancel, openAsset, remove, retry, reveal, showError } from './commands/jobActions';
import { clearApiKey, setApiKey, showBalance } from './commands/keys';
import { pauseQueue, prioritise, resumeQueue } from './commands/queueOrder';
import { openBilling, openTaskHistory, showJobs, showLog } from './commands/show';
import { commandIds } from './contributions';
import { EmbeddedSandbox } from './embeddedSandbox';
import { Generation, wishOf } from './generation';
import { chooseAccount } from './inputs/accountInput';
import { jobInfo } from './jobInfo';
import { KeyRing } from './keyRing';
import { regionMemory } from './regionMemory';
import { Settings } from './settings';
import { spendingDialog } from './spendingDialog';
import { startWhenTrusted } from './startWhenTrusted';
import { Notifications, tellSetAside } from './views/notifications';
import { showTrees } from './views/showTrees';
import { StatusBar } from './views/statusBar';

/** The composition root: everything is made here, once, in the order of who needs whom. */
export async function compose(context: vscode.ExtensionContext): Promise<PropsmithApi> {
	const { subscriptions, globalStorageUri, extensionUri, extension } = context;
	const own = <T extends vscode.Disposable>(disposable: T): T => {
		subscriptions.push(disposable);
		return disposable;
	};

	const log = own(vscode.window.createOutputChannel('Propsmith', { log: true }));
	const settings = new Settings();
	const keys = new KeyRing(context.secrets, process.env);
	const http = undiciHttp();
	own({ dispose: () => http.close() });
	const userAgent = `Propsmith/${extension.packageJSON.version} VSCode/${vscode.version}`;

	const sandboxScript = vscode.Uri.joinPath(extensionUri, 'dist', 'sandbox.js').fsPath;
	const sandboxState = vscode.Uri.joinPath(globalStorageUri, 'sandbox').fsPath;
	const sandbox = own(new EmbeddedSandbox(sandboxScript, sandboxState, log));
	const accounts = own(
		new AccountDirectory(settings, keys, sandbox, http, log, userAgent, regionMemory(context.globalState)),
	);

	const makeEngine = async (): Promise<Engine> => {
		const store = new JobStore(systemDisk, vscode.Uri.joinPath(globalStorageUri, 'jobs').fsPath, log);
		await store.load();
		void tellSetAside(store.setAsideFiles);
		const journal = new Journal(store, systemClock, log);
		const pauses = new Pauses(systemDisk, vscode.Uri.joinPath(globalStorageUri, 'paused.json').fsPath);
		await pauses.load();
		const tools = { http, disk: systemDisk, clock: systemClock, random: Math.random, log, userAgent };
		return new Engine({ journal, accounts, pauses, ...tools, historyLimit: () => settings.historyLimit });
	};
	const guard = new SpendingGuard(spendingDialog(settings, accounts));
	const storageFolder = globalStorageUri.fsPath;
	const queue = own(new SharedQueue({ storageFolder, makeEngine, guard, clock: systemClock, log }));
	await startWhenTrusted(queue, own, log);
	const generation = new Generation(queue, accounts, settings);

	showTrees(queue, own);
	own(new StatusBar(queue));
	own(new Notifications(queue));
	own(new AccountContext(queue, accounts, settings, keys));

	const memory = context.workspaceState;
	const ensureAccount = async (): Promise<boolean> =>
		((await accounts.current()) ?? (await chooseAccount(accounts, keys, settings))) !== undefined;
	const commands = [
		generateFromPrompt(generation, accounts, settings, ensureAccount, memory),
		generateFromImages(generation, accounts, settings, ensureAccount, memory),
		adoptTask(queue, accounts, settings, ensureAccount),
		setApiKey(accounts, keys, settings),
		clearApiKey(keys),
		chooseAccountCommand(accounts, keys, settings),
		showBalance(accounts, keys, ensureAccount),
		cancel(queue),
		retry(queue, accounts),
		remove(queue),
		reveal(queue),
		openAsset(queue),
		prioritise(queue, commandIds.raisePriority, 1),
		prioritise(queue, commandIds.lowerPriority, -1),
		pauseQueue(queue),
		resumeQueue(queue),
		showError(queue),
		showLog(log),
		openTaskHistory(accounts),
		openBilling(accounts),
		showJobs(),
	];
	for (const command of commands) own(register(command, log));

	const changed = own(new vscode.EventEmitter<ReturnType<typeof jobInfo>>());
	own(queue.onDidChange(({ job }) => changed.fire(jobInfo(job))));
	return {
		apiVersion: 1,
		generate: async (request) => {
			const [handle] = await generation.start([wishOf(request)]);
			if (!handle) throw new Error('the engine made no job');
			return handle;
		},
		jobs: {
			list: () => queue.list().map(jobInfo),
			get: (id) => {
				const job = queue.find(id);
				return job && jobInfo(job);
			},
			onDidChange: changed.event,
		},
	};
}
