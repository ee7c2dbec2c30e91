import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { ResolvedSource } from '../../core/jobs/drafts/sourceResolver';
import { nextOperations } from '../../core/jobs/drafts/sourceRules';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { resultOf } from '../../core/model/jobRecord';
import { madeBy } from '../../core/model/request';
import { specOf } from '../../core/providers/catalogues';
import type { SourceLookup } from '../../core/providers/sourceChain';
import type { JobHandle } from '../api';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import { timeLeft } from '../forms/timeLeft';
import type { GenerateService } from '../generateService';
import { jobTitle } from '../views/jobPresentation';
import { fileIn } from './assetArgument';
import type { Command } from './command';
import { jobArgument } from './jobArgument';
import { isRequest } from './requestArgument';

/** Goes on from an asset with whatever the service allows for it. */
export function doNext(
	queue: JobQueue,
	generateService: GenerateService,
	forms: Forms,
	account: () => Promise<ProviderId | undefined>,
): Command {
	const { sources } = generateService;
	/** `file`: the result itself, for services that do not go on from the task of what made it. */
	const run = async (from: ResolvedSource, label: string, file?: string): Promise<JobHandle | undefined> => {
		const provider = from.provider ?? (await account());
		if (!provider) return undefined;
		const lookup: SourceLookup = (source) =>
			source === from.source && from.producedBy ? from.producedBy : generateService.lookup(source);
		const operations = nextOperations(provider, from.source, lookup);
		if (operations.length === 0 && file !== undefined && givesModel(from))
			return run({ ...sources.ofFile(file), provider }, label);
		if (operations.length === 0)
			throw new PropsmithError('actionNotPossible', { detail: `no operation goes on from ${label}` });
		return forms.run({
			title: `Do Next with ${label}`,
			question: `What next? ${formatRetention(from)}`.trim(),
			provider,
			operations,
			inputs: [{ source: from.source }],
			lookup,
			folder: from.folder,
			name: from.name,
		});
	};
	return {
		id: commandIds.doNext,
		run: async (argument) => {
			if (isRequest(argument))
				return generateService.startApi([{ ...argument, operation: argument.operation ?? '' }]);
			const file = fileIn(argument);
			if (file) return run(await sources.ofAsset(file.fsPath), basename(file.fsPath), file.fsPath);
			const job = await jobArgument(
				queue,
				argument,
				({ state }) => resultOf(state) !== undefined,
				'go on from',
			);
			const main = job?.state.kind === 'done' ? job.state.files[0]?.path : undefined;
			return job && run(sources.ofJob(job), `“${jobTitle(job)}”`, main);
		},
	};
}

function givesModel({ source, producedBy }: ResolvedSource): boolean {
	if (source.kind === 'file' || !producedBy) return false;
	return specOf(producedBy.provider, madeBy(producedBy.request)).gives === 'model';
}

/** How long the service keeps what is gone on from, where it tells; or that a file goes up instead. */
function formatRetention({ source, expiresAt }: ResolvedSource): string {
	if (source.kind === 'file') return 'The file is uploaded.';
	if (expiresAt === undefined) return '';
	return `The service forgets its task ${timeLeft(expiresAt - Date.now(), vscode.env.language)}.`;
}
