import * as vscode from 'vscode';
import type { ResolvedSource } from '../../core/jobs/drafts/sourceResolver';
import { nextOperations } from '../../core/jobs/drafts/sourceRules';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { madeBy } from '../../core/model/request';
import { specOf } from '../../core/providers/catalogues';
import type { SourceLookup } from '../../core/providers/sourceChain';
import type { JobHandle } from '../api';
import type { Forms } from '../forms/forms';
import type { GenerateService } from '../generateService';
import { Formatter } from '../text/formatter';
import { formatRetention } from '../text/retention';

interface NextParts {
	readonly generateService: GenerateService;
	readonly forms: Forms;
	/** The account in use; undefined when the user leaves. */
	account(): Promise<ProviderId | undefined>;
}

/**
 * The form for what goes on from `start`. `file` is the result itself, for services that do not go on from the task of
 * what made it. Rejects where no operation goes on from either.
 */
export async function runNextForm(
	parts: NextParts,
	start: ResolvedSource,
	label: string,
	file?: string,
): Promise<JobHandle | undefined> {
	const { generateService, forms } = parts;
	const provider = start.provider ?? (await parts.account());
	if (!provider) return undefined;
	const lookup: SourceLookup = (source) =>
		source === start.source && start.producedBy ? start.producedBy : generateService.lookup(source);
	const operations = nextOperations(provider, start.source, lookup);
	if (operations.length === 0 && file !== undefined && givesModel(start))
		return runNextForm(parts, { ...generateService.sources.ofFile(file), provider }, label);
	if (operations.length === 0)
		throw new PropsmithError('actionNotPossible', { detail: `no operation goes on from ${label}` });
	const retention = formatRetention(start.source, start.expiresAt, new Formatter(vscode.env.language));
	return forms.run({
		title: `Do Next with ${label}`,
		question: `What next? ${retention}`.trim(),
		provider,
		operations,
		inputs: [{ source: start.source }],
		lookup,
		folder: start.folder,
		name: start.name,
	});
}

function givesModel({ source, producedBy }: ResolvedSource): boolean {
	if (source.kind === 'file' || !producedBy) return false;
	return specOf(producedBy.provider, madeBy(producedBy.request)).gives === 'model';
}
