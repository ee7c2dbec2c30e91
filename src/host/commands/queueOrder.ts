import * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { type CommandId, commandIds } from '../contributions';
import { providerNames } from '../text/accountNames';
import type { Command } from './command';
import { jobArgument } from './jobArgument';

/** Moves a waiting job before (or behind) the others. */
export function prioritise(queue: JobQueue, id: CommandId, step: 1 | -1): Command {
	return {
		id,
		run: async (argument) => {
			const verb = step > 0 ? 'send sooner' : 'send later';
			const job = await jobArgument(queue, argument, ({ state }) => state.kind === 'waiting', verb);
			if (job) await queue.call('prioritise', job.id, step);
		},
	};
}

/** Nothing new is sent; what the service has is followed and fetched. */
export function pauseQueue(queue: JobQueue): Command {
	return {
		id: commandIds.pauseQueue,
		run: async () => {
			const provider = await chooseProvider(queue, false, 'pause');
			if (provider) await queue.call('setPaused', provider, true);
		},
	};
}

export function resumeQueue(queue: JobQueue): Command {
	return {
		id: commandIds.resumeQueue,
		run: async () => {
			const provider = await chooseProvider(queue, true, 'resume');
			if (provider) await queue.call('setPaused', provider, false);
		},
	};
}

/** The one that can be meant, or the user's choice among several. */
async function chooseProvider(
	queue: JobQueue,
	paused: boolean,
	verb: string,
): Promise<ProviderId | undefined> {
	const [only, ...others] = queue.accounts().filter((account) => account.paused === paused);
	if (!only) {
		await vscode.window.showInformationMessage(`There is no queue to ${verb}.`);
		return undefined;
	}
	if (others.length === 0) return only.provider;
	const picked = await vscode.window.showQuickPick(
		[only, ...others].map(({ provider }) => ({ label: providerNames[provider], provider })),
		{ title: `Propsmith: choose a queue to ${verb}` },
	);
	return picked?.provider;
}
