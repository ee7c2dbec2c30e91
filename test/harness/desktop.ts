import path from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cacheRoot } from './projectPaths';
import type { EditorVersion } from './provision/editorServer';

const idleLimitMs = 15_000;
const versions = { newest: 'stable', oldest: '1.96.0' } as const satisfies Record<EditorVersion, string>;

/**
 * Returns the executable of a desktop VS Code, or undefined where the server is to be used in its place:
 * without a display, with `PROPSMITH_VSCODE=server`, or when the download fails, which is said in a line.
 * `PROPSMITH_VSCODE=desktop` asks for the desktop even where no display is seen.
 */
export async function provideDesktop(editor: EditorVersion): Promise<string | undefined> {
	if (!wantsDesktop(process.env, process.platform)) {
		return undefined;
	}
	try {
		return await downloadAndUnzipVSCode({
			version: versions[editor],
			cachePath: path.join(cacheRoot, 'desktop'),
			reporter: new SilentReporter(),
			timeout: idleLimitMs,
		});
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		console.log(`No desktop VS Code could be downloaded (${reason}); using the VS Code server instead.`);
		return undefined;
	}
}

function wantsDesktop(env: NodeJS.ProcessEnv, platform: string): boolean {
	if (env.PROPSMITH_VSCODE) {
		return env.PROPSMITH_VSCODE === 'desktop';
	}
	return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The arguments that give a desktop VS Code the folders of its home and open a folder of files. */
export function desktopArguments(workspace: string, home: { data: string; extensions: string }): string[] {
	return [
		workspace,
		...['--user-data-dir', home.data, '--extensions-dir', home.extensions],
		'--disable-workspace-trust',
		// As root Electron refuses to start with its sandbox.
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	];
}
