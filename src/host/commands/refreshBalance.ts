import * as vscode from 'vscode';
import type { Balances, KnownBalance } from '../../core/accounts/balances';
import { errorOfSeveral } from '../../core/jobs/drafts/severalFaults';
import type { ProviderId } from '../../core/model/account';
import { PropsmithError } from '../../core/model/errors';
import { jobErrorOf } from '../../core/network/failure';
import { commandIds, viewIds } from '../contributions';
import { providerNames } from '../text/accountNames';
import type { Command } from './command';

/** Asks every account for what it has left, for free. Answers it by provider, for scripts. */
export function refreshBalance(balances: Balances): Command {
	return {
		id: commandIds.refreshBalance,
		run: async () => {
			if (!vscode.workspace.isTrusted) throw new PropsmithError('workspaceUntrusted');
			const answers = await vscode.window.withProgress({ location: { viewId: viewIds.spending } }, () =>
				balances.askAll(),
			);
			if (answers.size === 0) throw new PropsmithError('keyMissing');
			const faults = [...answers].flatMap(([provider, answer]) =>
				answer instanceof Error ? [{ of: providerNames[provider], error: jobErrorOf(answer) }] : [],
			);
			if (faults.length > 0) throw errorOfSeveral(faults);
			return Object.fromEntries(answers) as Partial<Record<ProviderId, KnownBalance>>;
		},
	};
}
