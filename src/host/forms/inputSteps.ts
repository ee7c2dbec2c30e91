import * as vscode from 'vscode';
import { wrongSource } from '../../core/jobs/drafts/sourceRules';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { textProblem, trimmed } from '../../core/model/promptText';
import type { JobRequest, Operation, Source } from '../../core/model/request';
import type { InputName } from '../../core/providers/catalogue/condition';
import { specOf } from '../../core/providers/catalogues';
import type { SourceLookup } from '../../core/providers/sourceChain';
import { isThere, resultItem } from './results';
import {
	type Answer,
	back,
	heading,
	isAnswered,
	type PickItem,
	type Position,
	pickStep,
	textStep,
} from './steps';

/** Where an operation takes one of several inputs: which of them. */
export function inputKindStep(
	position: Position,
	ways: readonly InputName[],
	canLeaveOut: boolean,
	active?: InputName | 'none',
): Promise<Answer<InputName | 'none'>> {
	const items: PickItem<InputName | 'none'>[] = ways.map((value) => ({ ...wayLooks[value], value }));
	if (canLeaveOut) items.push({ label: '$(dash) Neither', detail: 'Left to the service.', value: 'none' });
	return pickStep<InputName | 'none'>(position, items, { placeholder: 'What shall it go by?', active });
}

const wayLooks: Readonly<Record<InputName, { label: string; detail: string }>> = {
	prompt: { label: '$(edit) Words', detail: 'Type what you want.' },
	images: { label: '$(file-media) Pictures', detail: 'Choose picture files.' },
	views: { label: '$(layers) Views', detail: 'Choose pictures of one thing from several sides.' },
	source: { label: '$(arrow-right) A Result', detail: 'Go on from something that was made before.' },
};

/** Asks for a prompt; an optional one may be left empty. */
export function promptStep(
	position: Position,
	options: { longest: number; required: boolean; value: string; placeholder?: string },
): Promise<Answer<string>> {
	const { longest, required, value, placeholder } = options;
	return textStep(position, {
		prompt: required
			? 'What do you need? Any language; material, style and use help.'
			: 'What do you need? Empty: left to the service.',
		...(placeholder ? { placeholder } : {}),
		value,
		problem: (text) => {
			const { length } = [...trimmed(text)];
			if (length === 0) return required ? 'Type what you need.' : undefined;
			const unreadable = textProblem(text);
			if (unreadable) return `The prompt ${unreadable}.`;
			return length > longest ? `${length} of ${longest} characters: please shorten it.` : undefined;
		},
	});
}

/** From a dialog, because there is no selection. Leaving it goes back, where there is a step to go back to. */
export async function picturesStep(position: Position, most: number): Promise<Answer<readonly string[]>> {
	const chosen = await vscode.window.showOpenDialog({
		canSelectMany: most > 1,
		openLabel: 'Choose',
		title: `${position.title}: pictures`,
		filters: { Pictures: ['png', 'jpg', 'jpeg', 'webp'] },
	});
	if (chosen === undefined) return position.step > 1 || position.nested ? back : undefined;
	return chosen.slice(0, most).map(({ fsPath }) => fsPath);
}

/** A result to go on from: a job of ours, a model file where the operation takes one, or a task by its id. */
export async function sourceStep(
	position: Position,
	queue: JobQueue,
	provider: ProviderId,
	operation: Operation,
): Promise<Answer<Source>> {
	const { from = [], files = [] } = specOf(provider, operation).inputs.source ?? {};
	const items = candidates(queue, provider, operation);
	const others: PickItem<Source | 'file' | 'task'>[] = [];
	if (files.length > 0)
		others.push({ label: '$(file) A Model File…', description: files.join(', '), value: 'file' });
	if (from.length > 0)
		others.push({ label: '$(tag) A Task by Its Id…', description: 'of the same account', value: 'task' });
	for (;;) {
		const answer = await pickStep<Source | 'file' | 'task'>(
			position,
			[...items, ...(items.length > 0 ? [heading('Others')] : []), ...others],
			{ placeholder: 'What shall it go on from?' },
		);
		if (answer !== 'file' && answer !== 'task') return answer;
		const typed = await (answer === 'file' ? fileStep(position, files) : taskStep(position));
		if (typed !== back) return typed;
	}
}

/** Whether there is a result in the list that the operation goes on from. */
export function hasSources(queue: JobQueue, provider: ProviderId, operation: Operation): boolean {
	return candidates(queue, provider, operation).length > 0;
}

function candidates(
	queue: JobQueue,
	provider: ProviderId,
	operation: Operation,
): PickItem<Source | 'file' | 'task'>[] {
	const lookup: SourceLookup = (source) => (source.kind === 'job' ? queue.find(source.id) : undefined);
	return queue
		.list()
		.reverse()
		.filter((job) => {
			const request: JobRequest = { operation, source: { kind: 'job', id: job.id }, options: {} };
			return isThere(job) && wrongSource({ provider, request }, lookup).length === 0;
		})
		.map((job) => resultItem(job, { kind: 'job', id: job.id }));
}

async function fileStep(position: Position, files: readonly string[]): Promise<Answer<Source>> {
	const [chosen] =
		(await vscode.window.showOpenDialog({
			openLabel: 'Choose',
			title: `${position.title}: a model file`,
			filters: { Models: [...files] },
		})) ?? [];
	return chosen ? { kind: 'file', path: chosen.fsPath } : back;
}

export async function taskStep(position: Position): Promise<Answer<Extract<Source, { kind: 'task' }>>> {
	const answer = await textStep(
		{ ...position, nested: true },
		{
			prompt: 'The id of a task that the same account made.',
			problem: (text) =>
				/^\s*[A-Za-z0-9_-]{8,}\s*$/.test(text) ? undefined : 'A task id has only letters, digits and dashes.',
		},
	);
	return isAnswered(answer) ? { kind: 'task', id: answer.trim() } : answer;
}
