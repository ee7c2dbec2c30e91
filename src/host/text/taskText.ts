import type { ProviderId } from '../../core/model/account';
import type { ListedTask } from '../../core/model/task';
import { catalogueOf } from '../../core/providers/catalogues';
import type { Formatter } from './formatter';

/** One of an account's tasks, as it stands in a list to choose from. */
export function taskText(
	provider: ProviderId,
	{ operation, prompt, status, createdAt }: ListedTask,
	formatter: Formatter,
): { readonly label: string; readonly description: string } {
	const kind = operation && (catalogueOf(provider).operations[operation]?.title ?? operation);
	const parts = [
		prompt ? kind : '',
		status && statusNames[status],
		createdAt === undefined ? '' : formatter.dateTime(createdAt),
	];
	return { label: prompt ?? kind ?? 'Task', description: parts.filter(Boolean).join(' · ') };
}

const statusNames: Readonly<Record<NonNullable<ListedTask['status']>, string>> = {
	queued: 'queued',
	running: 'running',
	success: 'succeeded',
	failed: 'failed',
	refused: 'refused by the content check',
	cancelled: 'cancelled',
	expired: 'expired',
	unknown: 'unknown state',
};
