import type * as vscode from 'vscode';
import type { RegionMemory } from '../core/providers/tripo/regions';

const memoryKey = 'propsmith.tripo.regions';

/** Keeps which region a Tripo key belongs to, over windows and restarts; keys are named by a digest. */
export function regionMemory(state: vscode.Memento): RegionMemory {
	const all = (): Readonly<Record<string, string>> => state.get(memoryKey, {});
	return {
		get: (account) => all()[account],
		set: (account, baseUrl) => state.update(memoryKey, { ...all(), [account]: baseUrl }),
	};
}
