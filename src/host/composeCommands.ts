import type * as vscode from 'vscode';
import type { AccountDirectory } from '../core/accounts/accountDirectory';
import type { Balances } from '../core/accounts/balances';
import { Motions } from '../core/accounts/motions';
import type { JobQueue } from '../core/jobs/runner/queue';
import type { ProviderId } from '../core/model/account';
import { adoptTask } from './commands/adoptTask';
import { cancel } from './commands/cancel';
import { chooseAccountCommand } from './commands/chooseAccount';
import { clearApiKey } from './commands/clearApiKey';
import type { Command } from './commands/command';
import { doNext } from './commands/doNext';
import { downloadResult } from './commands/downloadResult';
import { editAndGenerate } from './commands/editAndGenerate';
import { exportSpending } from './commands/exportSpending';
import { generate } from './commands/generate';
import { generateFromFile } from './commands/generateFromFile';
import { generateFromFolder } from './commands/generateFromFolder';
import { generateFromImages } from './commands/generateFromImages';
import { generateFromPrompt } from './commands/generateFromPrompt';
import { generateFromSelection } from './commands/generateFromSelection';
import { generateVariants } from './commands/generateVariants';
import { keepAnyway } from './commands/keepAnyway';
import { openAsset } from './commands/openAsset';
import { pauseQueue, prioritise, resumeQueue } from './commands/queueOrder';
import { refreshBalance } from './commands/refreshBalance';
import { remove } from './commands/remove';
import { retry } from './commands/retry';
import { reveal } from './commands/reveal';
import { savePreset } from './commands/savePreset';
import { setApiKey } from './commands/setApiKey';
import { openBilling, openTaskHistory, showJobs, showLog } from './commands/show';
import { showBalance } from './commands/showBalance';
import { showError } from './commands/showError';
import { commandIds } from './contributions';
import { chooseAccount } from './forms/accountInput';
import { FormMemory } from './forms/formMemory';
import { Forms } from './forms/forms';
import { Results } from './forms/results';
import type { GenerateService } from './generateService';
import type { KeyRing } from './keyRing';
import type { Presets } from './presets';
import type { Settings } from './settings';
import type { WindowLog } from './windowLog';

export interface CommandParts {
	readonly queue: JobQueue;
	readonly generateService: GenerateService;
	readonly accounts: AccountDirectory;
	readonly keys: KeyRing;
	readonly settings: Settings;
	readonly balances: Balances;
	readonly presets: Presets;
	readonly workspaceState: vscode.Memento;
	readonly log: WindowLog;
	own<T extends vscode.Disposable>(disposable: T): T;
}

/** All commands, with the forms that they ask by. Loaded when the first one is run. */
export function composeCommands(parts: CommandParts): Command[] {
	const { queue, generateService, accounts, keys, settings, balances, presets, log, own } = parts;
	const motions = own(new Motions((provider) => queue.call('motions', provider), accounts));
	const memory = new FormMemory(parts.workspaceState);
	const ensureAccount = async (): Promise<boolean> =>
		((await accounts.current()) ?? (await chooseAccount(accounts, keys, settings))) !== undefined;
	const forms = new Forms(generateService, accounts, ensureAccount, {
		queue,
		memory,
		quoter: (requests) => generateService.quote(requests),
		motions: (provider) => motions.of(provider),
		results: new Results(queue),
		formats: generateService.formats,
		lookup: generateService.lookup,
		preferences: (provider, resource) => generateService.preferences(provider, resource),
		presets: (provider, resource) => presets.list(provider, resource),
	});
	const account = async (): Promise<ProviderId | undefined> =>
		(await ensureAccount()) ? accounts.current() : undefined;
	return [
		generate(generateService, forms),
		generateFromPrompt(generateService, forms),
		generateFromImages(generateService, forms),
		generateVariants(forms),
		generateFromFile(generateService, forms),
		generateFromSelection(forms),
		generateFromFolder(forms),
		doNext(queue, generateService, forms, account),
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
}
