import * as vscode from 'vscode';
import { systemClock } from '../core/clock';
import { systemDisk } from '../core/disk';
import { Engine } from '../core/jobs/engine';
import { Journal } from '../core/jobs/journal';
import { Pauses } from '../core/jobs/pauses';
import { JobStore } from '../core/jobs/store';
import { nodeHttp } from '../core/net/nodeHttp';
import type { ProviderId } from '../core/providers/provider';
import { SpendingGuard } from '../core/spending/guard';
import { Ledger } from '../core/spending/ledger';
import { LedgerFile } from '../core/spending/ledgerFile';
import { SharedQueue } from '../core/windows/sharedQueue';
import { AccountContext } from './accountContext';
import { AccountDirectory } from './accountDirectory';
import type { PropsmithApi } from './api';
import { Balances } from './balances';
import { adoptTask } from './commands/adoptTask';
import { cancel } from './commands/cancel';
import { chooseAccountCommand } from './commands/chooseAccount';
import { register } from './commands/command';
import { doNext } from './commands/doNext';
import { downloadResult } from './commands/downloadResult';
import { editAndGenerate } from './commands/editAndGenerate';
import { generate } from './commands/generate';
import { generateFromFile } from './commands/generateFromFile';
import { generateFromFolder } from './commands/generateFromFolder';
import { generateFromImages } from './commands/generateFromImages';
import { generateFromPrompt } from './commands/generateFromPrompt';
import { generateFromSelection } from './commands/generateFromSelection';
import { generateVariants } from './commands/generateVariants';
import { keepAnyway } from './commands/keepAnyway';
import { clearApiKey, setApiKey, showBalance } from './commands/keys';
import { openAsset } from './commands/openAsset';
import { pauseQueue, prioritise, resumeQueue } from './commands/queueOrder';
import { remove } from './commands/remove';
import { retry } from './commands/retry';
import { reveal } from './commands/reveal';
import { savePreset } from './commands/savePreset';
import { openBilling, openTaskHistory, showJobs, showLog } from './commands/show';
import { showError } from './commands/showError';
import { exportSpending, refreshBalance } from './commands/spending';
import { commandIds } from './contributions';
import { EmbeddedSandbox } from './embeddedSandbox';
import { Generation } from './generation';
import { chooseAccount } from './inputs/accountInput';
import { FormMemory } from './inputs/formMemory';
import { Forms } from './inputs/forms';
import { Results } from './inputs/results';
import { jobInfo } from './jobInfo';
import { KeyRing } from './keyRing';
import { Motions } from './motions';
import { Presets } from './presets';
import { regionMemory } from './regionMemory';
import { Settings } from './settings';
import { spendingPolicy } from './spendingPolicy';
import { startWhenTrusted } from './startWhenTrusted';
import { tellSetAside } from './views/messages';
import { Notifications } from './views/notifications';
import { showSpending } from './views/showSpending';
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
	const http = nodeHttp({ strictTls: () => settings.strictTls });
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
		const ledgerPath = vscode.Uri.joinPath(globalStorageUri, 'ledger.jsonl').fsPath;
		const ledger = await Ledger.open(new LedgerFile(systemDisk, ledgerPath, log), log);
		const spendNothing = { isOn: () => settings.spendNothing, onDidChange: settings.onDidChangeSpending };
		const historyLimit = (): number => settings.historyLimit;
		return new Engine({ journal, ledger, accounts, pauses, ...tools, spendNothing, historyLimit });
	};
	const balances = own(new Balances(accounts, () => queue));
	const guard = new SpendingGuard(spendingPolicy(settings, balances));
	const storageFolder = globalStorageUri.fsPath;
	const queue = own(new SharedQueue({ storageFolder, makeEngine, guard, clock: systemClock, log }));
	await startWhenTrusted(queue, own, log);
	const presets = new Presets(settings, log);
	const generation = new Generation(queue, accounts, settings, presets);

	showTrees(queue, own);
	showSpending({ queue, settings, balances, accounts }, own);
	own(new StatusBar(queue));
	own(new Notifications(queue));
	own(new AccountContext(queue, accounts, settings, keys));

	const motions = own(new Motions(queue, accounts));
	const memory = new FormMemory(context.workspaceState);
	const ensureAccount = async (): Promise<boolean> =>
		((await accounts.current()) ?? (await chooseAccount(accounts, keys, settings))) !== undefined;
	const forms = new Forms(generation, accounts, ensureAccount, {
		queue,
		memory,
		quoter: (orders) => generation.quote(orders),
		motions: (provider) => motions.of(provider),
		results: new Results(queue),
		lookup: generation.lookup,
		preferences: (provider, resource) => generation.preferences(provider, resource),
		presets: (provider, resource) => presets.list(provider, resource),
	});
	const account = async (): Promise<ProviderId | undefined> =>
		(await ensureAccount()) ? accounts.current() : undefined;
	const commands = [
		generate(generation, forms),
		generateFromPrompt(generation, forms),
		generateFromImages(generation, forms),
		generateVariants(forms),
		generateFromFile(generation, forms),
		generateFromSelection(forms),
		generateFromFolder(forms),
		doNext(queue, generation, forms, account),
		savePreset(memory, settings),
		adoptTask(queue, accounts, settings, ensureAccount),
		setApiKey(accounts, keys, settings, queue),
		clearApiKey(keys),
		chooseAccountCommand(accounts, keys, settings),
		showBalance(accounts, keys, queue, ensureAccount),
		cancel(queue),
		retry(queue),
		editAndGenerate(queue, forms),
		remove(queue),
		downloadResult(queue),
		keepAnyway(queue),
		reveal(queue),
		openAsset(queue),
		prioritise(queue, commandIds.raisePriority, 1),
		prioritise(queue, commandIds.lowerPriority, -1),
		pauseQueue(queue),
		resumeQueue(queue),
		showError(queue),
		showLog(log),
		openTaskHistory(accounts, queue),
		openBilling(accounts, queue),
		showJobs(),
		refreshBalance(balances),
		exportSpending(queue),
	];
	for (const command of commands) own(register(command, log));

	const changed = own(new vscode.EventEmitter<ReturnType<typeof jobInfo>>());
	own(queue.onDidChange(({ job }) => changed.fire(jobInfo(job))));
	return {
		apiVersion: 1,
		generate: (request) => generation.request([request]),
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
