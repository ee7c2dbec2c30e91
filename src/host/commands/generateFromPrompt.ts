import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { GenerateService } from '../generateService';
import type { Command } from './command';
import { isRequest } from './requestArgument';

const operation = 'textToModel';

/** Prompt, model, go. With a request object it asks nothing but what the spending guard asks. */
export function generateFromPrompt(generateService: GenerateService, forms: Forms): Command {
	return {
		id: commandIds.generateFromPrompt,
		run: async (argument) =>
			isRequest(argument)
				? generateService.startApi([{ operation, ...argument }])
				: forms.run({ title: 'Generate from Prompt', operation }),
	};
}
