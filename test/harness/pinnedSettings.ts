/** User settings of every VS Code that the harness starts: what would make a run differ from the last is fixed. */
export const pinnedSettings: Readonly<Record<string, unknown>> = {
	// The welcome page would cover the editor area.
	'workbench.startupEditor': 'none',
	// Screenshots are compared by people: always the same look.
	'workbench.colorTheme': 'Default Dark Modern',
	// A row that still slides is a row that a click misses.
	'workbench.reduceMotion': 'on',
	// The newest version opens a chat beside the editor, where it would hide half of every screenshot.
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'chat.commandCenter.enabled': false,
	// A headless browser can look like a screen reader, which brings up a question.
	'editor.accessibilitySupport': 'off',
	// A picture that opens as a preview would take the selection of several files with it.
	'explorer.autoReveal': false,
	// Nothing outside this machine is asked for.
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': false,
	'extensions.ignoreRecommendations': true,
	'workbench.enableExperiments': false,
	// The sample folder lies inside this repository, which git would find and offer to open.
	'git.enabled': false,
};
