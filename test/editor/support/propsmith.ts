import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { GenerateRequest, JobInfo, PropsmithApi } from '../../../src/host/api';

/** The API of the extension under test, activated. */
export async function propsmith(): Promise<PropsmithApi> {
	const extension = vscode.extensions.getExtension<PropsmithApi>('propsmith.propsmith');
	assert.ok(extension, 'the extension is not installed');
	return extension.activate();
}

/** Generates through the API and waits for the end. */
export async function made(request: GenerateRequest): Promise<JobInfo> {
	const { done } = await (await propsmith()).generate(request);
	return done;
}

/** A file of the sample game that the window has open. */
export function gameFile(...segments: string[]): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'no folder is open');
	return vscode.Uri.joinPath(folder.uri, ...segments);
}

/** Resolves with the job's first state that fulfils the condition. */
export async function jobWhen(id: string, condition: (job: JobInfo) => boolean): Promise<JobInfo> {
	const { jobs } = await propsmith();
	const now = jobs.get(id);
	if (now && condition(now)) return now;
	return new Promise((resolve) => {
		const subscription = jobs.onDidChange((job) => {
			if (job.id !== id || !condition(job)) return;
			subscription.dispose();
			resolve(job);
		});
	});
}

/** Sets a setting of the user for the time of a test suite; answers what puts the old value back. */
export async function withSetting(key: string, value: unknown): Promise<() => Promise<void>> {
	const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('propsmith');
	const before = configuration().inspect(key)?.globalValue;
	await configuration().update(key, value, vscode.ConfigurationTarget.Global);
	return async () => configuration().update(key, before, vscode.ConfigurationTarget.Global);
}
