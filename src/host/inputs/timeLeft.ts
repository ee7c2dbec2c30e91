import * as vscode from 'vscode';
import type { StartingPoint } from '../startingPoint';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long the service keeps what is gone on from, where it tells; or that a file goes up instead. */
export function timeLeft({ source, expiresAt }: StartingPoint, now: number): string {
	if (source.kind === 'file') return 'The file is uploaded.';
	if (expiresAt === undefined) return '';
	const left = expiresAt - now;
	const words = new Intl.RelativeTimeFormat(vscode.env.language);
	const when =
		left < 2 * hourMs
			? words.format(Math.max(Math.round(left / 60_000), 1), 'minute')
			: left < 2 * dayMs
				? words.format(Math.round(left / hourMs), 'hour')
				: words.format(Math.round(left / dayMs), 'day');
	return `The service forgets its task ${when}.`;
}
