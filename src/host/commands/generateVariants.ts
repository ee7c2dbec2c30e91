import { commandIds } from '../contributions';
import type { Forms } from '../forms/forms';
import type { Command } from './command';

/** One prompt, several models of it to choose from. */
export function generateVariants(forms: Forms): Command {
	return {
		id: commandIds.generateVariants,
		run: () => forms.run({ title: 'Generate Variants', operation: 'textToModel', asksCount: true }),
	};
}
