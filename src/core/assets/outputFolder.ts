import * as systemPath from 'node:path';

/** Node's path functions of one system. */
type PathRules = Pick<typeof systemPath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'>;

/** An absolute path, or why the setting names none, for the end of a sentence. */
export type OutputFolder = { readonly folder: string } | { readonly refused: string };

/**
 * The folder that the setting `propsmith.outputFolder` names, inside the workspace folder (law 5). Both kinds of slash
 * separate folders on every system, because settings are shared between systems. `${workspaceFolder}` at the beginning
 * is the workspace folder, as in VS Code's own settings.
 */
export function outputFolderIn(root: string, setting: string, path: PathRules = systemPath): OutputFolder {
	const written = setting.trim();
	const relative = written.replace(/^\$\{workspaceFolder\}(?=[\\/]|$)/, '.').replaceAll('\\', '/');
	const variable = /\$\{[^}]*\}/.exec(relative)?.[0];
	if (variable !== undefined) return { refused: `has “${variable}”, which cannot be used here` };
	if (relative.includes('\0')) return { refused: 'has a character that no folder has' };
	if (/^~(?:\/|$)/.test(relative)) return { refused: 'leads out of the workspace folder' };
	if (path.sep !== '\\' && /^[A-Za-z]:/.test(relative))
		return { refused: 'names a drive, which this system does not have' };
	const folder = path.resolve(root, relative);
	const inside = path.relative(root, folder);
	const leadsOut = inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside);
	return leadsOut ? { refused: 'leads out of the workspace folder' } : { folder };
}
