import * as vscode from 'vscode';
import { type PaidProviderId, paidProviderIds } from '../../core/model/account';
import type { PropsmithError } from '../../core/model/errors';
import { readApiKey } from '../../core/providers/apiKey';
import { providerNames } from '../text/accountNames';

/** The text of a key, as it was typed; undefined when the user leaves. */
export function askForKey(): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: 'Propsmith: API Key',
		prompt:
			'Starts with tsk_ (Tripo) or msy_ (Meshy). It is checked for free and kept in VS Code’s secret storage.',
		password: true,
		ignoreFocusOut: true,
		validateInput: (typed) => (typed === '' ? undefined : refusalOf(typed)?.message),
	});
}

function refusalOf(text: string): PropsmithError | undefined {
	const read = readApiKey(text);
	return 'refused' in read ? read.refused : undefined;
}

/** Undefined when the user leaves. */
export async function askForProvider(
	placeHolder: string,
	offered: readonly PaidProviderId[] = paidProviderIds,
): Promise<PaidProviderId | undefined> {
	const items = offered.map((provider) => ({ label: providerNames[provider], provider }));
	const options = { title: 'Propsmith: API Key', placeHolder, ignoreFocusOut: true };
	return (await vscode.window.showQuickPick(items, options))?.provider;
}
