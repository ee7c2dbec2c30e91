import type * as vscode from 'vscode';
import type { ErrorCode } from '../core/model/errors';
import { settingKeys, settingSection } from './contributions';

type SettingKey = (typeof settingKeys)[keyof typeof settingKeys];

/** Shows one setting in the settings editor. */
export function openSetting(key: SettingKey): vscode.Command {
	const id = `@id:${settingSection}.${key}`;
	return { command: 'workbench.action.openSettings', title: 'Open Setting', arguments: [id] };
}

/** The setting that stands in the way, for failures that are nothing else. */
export const settingBehind: Readonly<Partial<Record<ErrorCode, SettingKey>>> = {
	folderSettingWrong: settingKeys.outputFolder,
	spendingOff: settingKeys.spendNothing,
	dailyLimitReached: settingKeys.dailyCreditLimit,
	workspaceLimitReached: settingKeys.workspaceCreditLimit,
};
