import * as vscode from 'vscode';
import { isLookedUp, type JobRecord, type JobState } from '../../core/model/jobRecord';
import { groupSection, type JobSection } from '../text/sections';

/** A codicon, and the colour that it has where it is not that of the text. */
type Icon = readonly [id: string, colour?: string];

const stateIcons: Readonly<Record<JobState['kind'], Icon>> = {
	waiting: ['clock'],
	uploading: ['sync~spin'],
	submitting: ['sync~spin'],
	uncertain: ['question', 'list.warningForeground'],
	running: ['sync~spin'],
	downloading: ['cloud-download'],
	blocked: ['warning', 'list.warningForeground'],
	done: ['pass', 'testing.iconPassed'],
	refused: ['circle-slash', 'list.warningForeground'],
	failed: ['error', 'list.errorForeground'],
	cancelled: ['debug-stop'],
};

const sectionIcons: Readonly<Record<JobSection, Icon>> = {
	running: ['sync~spin'],
	waiting: ['clock'],
	needsAttention: ['warning', 'list.warningForeground'],
	done: ['pass-filled', 'testing.iconPassed'],
};

/** Between two tries a download looks like what waits; a task that is looked for, like work. */
export function jobIcon(state: JobState): vscode.ThemeIcon {
	if (isLookedUp(state)) return themeIcon(stateIcons.running);
	const isDelayed = state.kind === 'downloading' && state.wait !== undefined;
	return themeIcon(stateIcons[isDelayed ? 'waiting' : state.kind]);
}

/** That of the group's section; a group of which nothing came looks cancelled. */
export function groupIcon(jobs: readonly JobRecord[]): vscode.ThemeIcon {
	const section = groupSection(jobs);
	const isGivenUp = section === 'done' && !jobs.some(({ state }) => state.kind === 'done');
	return themeIcon(isGivenUp ? stateIcons.cancelled : sectionIcons[section]);
}

export function themeIcon([id, colour]: Icon): vscode.ThemeIcon {
	return new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
