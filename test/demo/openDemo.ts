import { createServer } from 'node:net';
import { CodeServer } from '../harness/codeServer';
import { desktopArguments, provideDesktop } from '../harness/desktop';
import { createEditorHome } from '../harness/editorHome';
import { spawnTree } from '../harness/processTree';
import { projectRoot } from '../harness/projectPaths';
import { provideEditorServer } from '../harness/provision/editorServer';

/** Settings and keys of the demo stay from one start to the next. */
const homeName = 'start';
/** A browser keeps the keys of a page by its address, port included: hence always the same, where it is free. */
const usualPort = 3737;

/** Opens VS Code on the folder with the extension in it and returns when the person has closed it. */
export async function openDemo(workspace: string): Promise<void> {
	const desktop = await provideDesktop('newest');
	if (desktop) {
		await openDesktop(desktop, workspace);
	} else {
		await openServer(workspace);
	}
}

async function openDesktop(executable: string, workspace: string): Promise<void> {
	const home = await createEditorHome({}, homeName);
	const args = [...desktopArguments(workspace, home), '--extensionDevelopmentPath', projectRoot];
	console.log('VS Code opens in a window of its own. Close it, or press Ctrl+C here, to end.');
	await spawnTree(executable, args, { stdio: 'ignore' }).ended;
}

async function openServer(workspace: string): Promise<void> {
	const port = (await isFree(usualPort)) ? usualPort : 0;
	const options = { port, homeName, folders: [projectRoot] };
	const server = await CodeServer.start(await provideEditorServer('newest'), options);
	console.log('\nVS Code with Propsmith is ready. Open this address in a browser:\n');
	console.log(`  ${server.url(workspace)}\n`);
	console.log('Press Ctrl+C to end.');
	await server.ended;
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}
