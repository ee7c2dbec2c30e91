import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { GenerateService } from '../generateService';
import type { Command } from './command';
import { isRequest } from './requestArgument';

/** Any operation that the account offers. With a request object it asks nothing but what the spending guard asks. */
export function generate(generateService: GenerateService, forms: Forms): Command {
	return {
		id: commandIds.generate,
		run: async (argument) =>
			isRequest(argument)
				? generateService.startApi([{ ...argument, operation: argument.operation ?? '' }])
				: forms.run({ title: 'Generate', question: 'What shall be made?' }),
	};
}
