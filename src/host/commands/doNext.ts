import { basename } from 'node:path';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { ProviderId } from '../../core/model/account';
import { resultOf } from '../../core/model/jobRecord';
import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { GenerateService } from '../generateService';
import { jobTitle } from '../text/jobText';
import { fileIn } from './assetArgument';
import type { Command } from './command';
import { jobArgument } from './jobArgument';
import { runNextForm } from './nextForm';
import { isRequest } from './requestArgument';

/** Goes on from an asset with whatever the service allows for it. */
export function doNext(
	queue: JobQueue,
	generateService: GenerateService,
	forms: Forms,
	account: () => Promise<ProviderId | undefined>,
): Command {
	const parts = { generateService, forms, account };
	return {
		id: commandIds.doNext,
		run: async (argument) => {
			if (isRequest(argument))
				return generateService.startApi([{ ...argument, operation: argument.operation ?? '' }]);
			const file = fileIn(argument);
			if (file)
				return runNextForm(
					parts,
					await generateService.sources.ofAsset(file.fsPath),
					basename(file.fsPath),
					file.fsPath,
				);
			const job = await jobArgument(
				queue,
				argument,
				({ state }) => resultOf(state) !== undefined,
				'go on from',
			);
			const main = job?.state.kind === 'done' ? job.state.files[0]?.path : undefined;
			return job && runNextForm(parts, generateService.sources.ofJob(job), `“${jobTitle(job)}”`, main);
		},
	};
}
