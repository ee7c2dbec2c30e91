import type * as vscode from 'vscode';
import { AccountDirectory, type AccountDirectoryPorts } from '../core/accounts/accountDirectory';
import type { RegionMemory } from '../core/providers/tripo/regions';

const memoryKey = 'propsmith.tripo.regions';

/** The user's accounts, as VS Code keeps their keys and settings. */
export function makeAccounts(
	state: vscode.Memento,
	ports: Omit<AccountDirectoryPorts, 'regionMemory'>,
): AccountDirectory {
	return new AccountDirectory({ ...ports, regionMemory: regionMemory(state) });
}

/** Keeps which region a Tripo key belongs to, over windows and restarts; keys are named by a digest. */
function regionMemory(state: vscode.Memento): RegionMemory {
	const all = (): Readonly<Record<string, string>> => state.get(memoryKey, {});
	return {
		get: (account) => all()[account],
		set: (account, baseUrl) => state.update(memoryKey, { ...all(), [account]: baseUrl }),
	};
}
