import type * as vscode from 'vscode';
import type { JobRequest } from '../../core/jobs/request';
import type { AccountDirectory } from '../accountDirectory';
import type { GenerateRequest, JobHandle } from '../api';
import { commandIds } from '../contributions';
import { type Generation, wishOf } from '../generation';
import { modelStep } from '../inputs/modelStep';
import { back, runSteps, textStep } from '../inputs/steps';
import { askForFolder, outputFolder } from '../placement';
import type { Settings } from '../settings';
import type { Command } from './command';

const title = 'Generate from Prompt';
const lastPromptKey = 'lastPrompt';
const lastModelKey = 'lastModel';
const longestPrompt = 1024;

/** Prompt, model, go. With a request object it asks nothing but what the spending guard asks. */
export function generateFromPrompt(
	generation: Generation,
	accounts: AccountDirectory,
	settings: Settings,
	ensureAccount: () => Promise<boolean>,
	memory: vscode.Memento,
): Command {
	const interactive = async (): Promise<JobHandle | undefined> => {
		if (!(await ensureAccount())) return undefined;
		const provider = await accounts.current();
		let prompt = memory.get<string>(lastPromptKey, '');
		let model = memory.get<string>(lastModelKey) ?? settings.tripoModel(undefined);
		const request = (): JobRequest => ({ operation: 'textToModel', prompt, options: { model } });
		const finished = await runSteps([
			async () => {
				const answer = await textStep(
					{ title, step: 1, totalSteps: 2 },
					{
						prompt: 'What do you need? Any language; material, style and use help.',
						placeholder: 'weathered oak barrel with iron hoops, game prop',
						value: prompt,
						problem: promptProblem,
					},
				);
				if (typeof answer === 'string') prompt = answer.trim();
				return answer;
			},
			async () => {
				const answer = await modelStep({ title, step: 2, totalSteps: 2 }, request(), provider, model);
				if (answer !== back && answer !== undefined) model = answer;
				return answer;
			},
		]);
		if (!finished) return undefined;
		const folder = outputFolder(settings, undefined) ?? (await askForFolder());
		if (!folder) return undefined;
		const [handle] = await generation.start([{ request: request(), folder }]);
		await memory.update(lastPromptKey, prompt);
		await memory.update(lastModelKey, model);
		return handle;
	};
	return {
		id: commandIds.generateFromPrompt,
		run: async (argument) => {
			if (!isRequest(argument)) return interactive();
			const [handle] = await generation.start([
				wishOf({ ...argument, operation: argument.operation ?? 'textToModel' }),
			]);
			return handle;
		},
	};
}

function promptProblem(text: string): string | undefined {
	const { length } = [...text.trim()];
	if (length === 0) return 'Type what you need.';
	return length > longestPrompt ? `${length} of ${longestPrompt} characters: please shorten it.` : undefined;
}

/** A request object of the API, as scripts and other extensions hand it over. */
export function isRequest(argument: unknown): argument is GenerateRequest {
	return (
		typeof argument === 'object' &&
		argument !== null &&
		('operation' in argument || 'prompt' in argument || 'images' in argument)
	);
}
