import type { Source } from '../../core/model/request';
import type { Formatter } from './formatter';

/**
 * How long the service keeps what is gone on from, where it tells (`expiresAt`, in ms since the epoch); or that a file is
 * uploaded instead.
 */
export function formatRetention(source: Source, expiresAt: number | undefined, formatter: Formatter): string {
	if (source.kind === 'file') return 'The file is uploaded.';
	if (expiresAt === undefined) return '';
	return `The service forgets its task ${formatter.timeLeft(expiresAt - formatter.now())}.`;
}
