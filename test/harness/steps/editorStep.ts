import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleEditorTests } from '../bundleTests';
import { runInEditor } from '../editorRun';
import { ForwardProxy } from '../forwardProxy';
import { cacheRoot } from '../projectPaths';
import type { EditorVersion } from '../provision/editorServer';
import { copySampleGame } from '../sampleGame';
import { testAuthority } from '../testCertificates';
import { countAtLeastOne, type Step, type StepResult } from './step';

/**
 * The tests of `test/editor` inside the extension host of one version of VS Code. Its environment names a proxy, which
 * what goes to this machine passes by, and the certificate authority of tests.
 */
export function editorStep(name: string, editor: EditorVersion, needs: string[]): Step {
	return { name, needs, run: (inPlace) => inPlace(() => runTests(name, editor)) };
}

async function runTests(name: string, editor: EditorVersion): Promise<StepResult> {
	const tests = await bundleEditorTests('editor', name);
	const workspace = await copySampleGame();
	const proxy = await ForwardProxy.start();
	try {
		const env = {
			...{ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: 'localhost,127.0.0.1' },
			NODE_EXTRA_CA_CERTS: await authorityFile(),
		};
		return countAtLeastOne(await runInEditor({ editor, tests, workspace, env }));
	} finally {
		await proxy.close();
		await rm(path.dirname(workspace), { recursive: true, force: true });
	}
}

async function authorityFile(): Promise<string> {
	const file = path.join(cacheRoot, 'test-authority.pem');
	await mkdir(cacheRoot, { recursive: true });
	await writeFile(file, testAuthority);
	return file;
}
