import { rename, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { GenerateRequest, JobHandle } from '../../src/host/api';
import { type DemoResult, promptVariable, resultVariable } from './demoResult';

/** A second extension in the demo's window: it runs the real command as soon as the window is up. */
export async function activate(): Promise<void> {
	const file = process.env[resultVariable] ?? '';
	const result = await generate(process.env[promptVariable] ?? '').catch(
		(error: unknown): DemoResult => ({ state: 'failed', files: [], error: String(error) }),
	);
	// Whoever waits for the file must never read half of it.
	await writeFile(`${file}.part`, JSON.stringify(result));
	await rename(`${file}.part`, file);
}

async function generate(prompt: string): Promise<DemoResult> {
	const extension = vscode.extensions.getExtension('propsmith.propsmith');
	if (!extension) {
		throw new Error('Propsmith is not installed in this VS Code');
	}
	await extension.activate();
	const request: GenerateRequest = { provider: 'sandbox', operation: 'textToModel', prompt };
	const handle = await vscode.commands.executeCommand<JobHandle | undefined>(
		'propsmith.generateFromPrompt',
		request,
	);
	if (!handle) {
		throw new Error('The command propsmith.generateFromPrompt started no job');
	}
	const job = await handle.done;
	return {
		state: job.state,
		files: job.files.map((uri) => uri.fsPath),
		...(job.credits === undefined ? {} : { credits: job.credits }),
		...(job.error ? { error: `${job.error.code}: ${job.error.message}` } : {}),
	};
}
