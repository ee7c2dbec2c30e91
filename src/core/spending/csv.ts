import { walletNames } from './credits';
import { dayOf } from './day';
import { type LedgerEntry, netOf } from './entry';

/** The columns of the export, which scripts rely on: new ones are added at the end. */
const columns = {
	day: ({ at }) => dayOf(at),
	time: ({ at }) => new Date(at).toISOString(),
	provider: ({ provider }) => provider,
	account: ({ account }) => account,
	operation: ({ operation }) => operation,
	model: ({ model }) => model,
	status: ({ status }) => status,
	estimate: ({ estimate }) => estimate,
	charge: ({ charge }) => charge,
	refunded: ({ refunded }) => refunded,
	net: netOf,
	task: ({ taskId }) => taskId,
	job: ({ jobId }) => jobId,
	workspace: ({ workspace }) => workspace,
	folder: ({ folder }) => folder,
	wallet: ({ provider }) => walletNames[provider],
} as const satisfies Record<string, (entry: LedgerEntry) => string | number | undefined>;

/** The ledger as RFC 4180 has it, oldest first. `day` is local, `time` is UTC; what is not known is empty. */
export function spendingCsv(entries: readonly LedgerEntry[]): string {
	const oldestFirst = [...entries].sort((a, b) => a.at - b.at);
	const rows = oldestFirst.map((entry) => Object.values(columns).map((cell) => cell(entry)));
	return [Object.keys(columns), ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

function cellText(value: string | number | undefined): string {
	if (typeof value !== 'string') return value === undefined ? '' : String(value);
	// Spreadsheets take a text that begins so for a formula; ids and folders come from outside.
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
