import * as vscode from 'vscode';
import { toPresetSetting } from '../../core/presets/presetSetting';
import { commandIds } from '../contributions';
import type { FormMemory } from '../forms/formMemory';
import { isAnswered, runSteps } from '../forms/steps';
import type { Settings } from '../settings';
import type { Command } from './command';
import { targetStep, titleStep } from './presetSteps';

/** Keeps what was last started, options and steps, as a preset in the settings. */
export function savePreset(memory: FormMemory, settings: Settings): Command {
	return {
		id: commandIds.savePreset,
		run: async () => {
			const last = memory.lastStarted();
			if (!last) {
				const message =
					'Nothing was started with a form here yet: generate something, then save how it was made.';
				await vscode.window.showInformationMessage(message);
				return;
			}
			let title = last.plan.title;
			let target = vscode.ConfigurationTarget.Global;
			const finished = await runSteps(
				() => 'Save Last Options as Preset',
				[
					{
						ask: async (position) => {
							const answer = await titleStep(position, title);
							if (isAnswered(answer)) title = answer.trim();
							return answer;
						},
					},
					{
						applies: () => (vscode.workspace.workspaceFolders?.length ?? 0) > 0,
						ask: async (position) => {
							const answer = await targetStep(position);
							if (isAnswered(answer)) target = answer;
							return answer;
						},
					},
				],
			);
			if (!finished) return;
			await settings.savePreset(title, toPresetSetting(last.plan, last.service, last.operation), target);
			void vscode.window.showInformationMessage(`The preset “${title}” is in the setting propsmith.presets.`);
		},
	};
}
