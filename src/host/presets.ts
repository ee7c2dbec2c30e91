import type * as vscode from 'vscode';
import type { Log } from '../core/base/log';
import type { ProviderId } from '../core/model/account';
import { meshyPresets } from '../core/presets/builtIn/meshy';
import { tripoPresets } from '../core/presets/builtIn/tripo';
import { type Preset, serviceOf } from '../core/presets/preset';
import { readPresets } from '../core/presets/presetSetting';
import type { Settings } from './settings';

/** The presets of the settings, and those that come with Propsmith. */
export class Presets {
	private readonly told = new Set<string>();

	constructor(
		private readonly settings: Settings,
		private readonly log: Log,
	) {}

	/** Those for a provider, the user's own first; one of them takes the place of a built-in one of its title. */
	list(provider: ProviderId, scope: vscode.Uri | undefined): Preset[] {
		const { recipes, problems } = readPresets(this.settings.presets(scope));
		for (const problem of problems) this.tell(problem);
		const service = serviceOf(provider);
		const builtIn = service === 'meshy' ? meshyPresets : tripoPresets;
		const own = recipes.filter((recipe) => recipe.service === undefined || recipe.service === service);
		const titles = new Set(own.map(({ title }) => title));
		return [...own, ...builtIn.filter(({ title }) => !titles.has(title))];
	}

	private tell(problem: string): void {
		if (this.told.has(problem)) return;
		this.told.add(problem);
		this.log.warn(problem);
	}
}
