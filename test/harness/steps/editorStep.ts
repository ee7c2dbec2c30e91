import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundleEditorTests } from '../bundleTests';
import { runInEditor } from '../editorRun';
import type { EditorVersion } from '../provision/editorServer';
import { copySampleGame } from '../sampleGame';
import { countAtLeastOne } from './mochaStep';
import type { Step } from './step';

/** The tests of `test/editor` inside the extension host of one version of VS Code, perhaps beside another step. */
export function editorStep(name: string, editor: EditorVersion, beside?: string): Step {
	return {
		name,
		needs: ['build'],
		...(beside ? { beside } : {}),
		run: async () => {
			const tests = await bundleEditorTests('editor', name);
			const workspace = await copySampleGame();
			try {
				return countAtLeastOne(await runInEditor({ editor, tests, workspace }));
			} finally {
				await rm(path.dirname(workspace), { recursive: true, force: true });
			}
		},
	};
}
