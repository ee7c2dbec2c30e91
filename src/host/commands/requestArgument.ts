import * as vscode from 'vscode';
import type { GenerateRequest } from '../api';

/** A request object of the API, as scripts and other extensions hand it over; the operation may be the command's. */
export type RequestArgument = Omit<GenerateRequest, 'operation'> & { readonly operation?: string };

export function isRequest(argument: unknown): argument is RequestArgument {
	return (
		typeof argument === 'object' &&
		argument !== null &&
		['operation', 'prompt', 'images', 'source', 'preset'].some((name) => name in argument)
	);
}

/** Files that Propsmith takes as pictures. */
export const pictureName = /\.(png|jpe?g|webp)$/i;

/** All selected pictures, as the explorer hands them over; the clicked one where it hands over no selection. */
export function picturesIn(clicked: unknown, selected: unknown): vscode.Uri[] {
	const uris = Array.isArray(selected) && selected.length > 0 ? selected : [clicked];
	return uris.filter((uri): uri is vscode.Uri => uri instanceof vscode.Uri && pictureName.test(uri.path));
}

/** From the palette there is no selection: ask. */
export async function askForPictures(): Promise<vscode.Uri[]> {
	const chosen = await vscode.window.showOpenDialog({
		canSelectMany: true,
		openLabel: 'Generate',
		title: 'Propsmith: pictures to make models of',
		filters: { Pictures: ['png', 'jpg', 'jpeg', 'webp'] },
	});
	return chosen ?? [];
}
