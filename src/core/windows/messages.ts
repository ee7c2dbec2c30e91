import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { AccountState } from '../jobs/runner/queue';
import type { VerbCall } from '../jobs/runner/verbs';
import type { JobError } from '../model/errors';
import type { JobChange, JobRecord } from '../model/jobRecord';
import type { LedgerEntry } from '../spending/entry';

/** Raised when the messages change, so that windows with different versions of the extension say so. */
export const protocolVersion = 5;

/** What a window says to the one that leads. */
export type ToLeader =
	| { readonly type: 'hello'; readonly protocol: number; readonly token: string }
	| { readonly type: 'call'; readonly id: number; readonly call: VerbCall };

/** What the leading window says. */
export type FromLeader =
	/** All jobs and the whole ledger, once, after a hello that was accepted. */
	| { readonly type: 'jobs'; readonly jobs: readonly JobRecord[]; readonly entries: readonly LedgerEntry[] }
	| { readonly type: 'change'; readonly change: JobChange }
	/** Of the ledger: new, or in the place of those of the same task. */
	| { readonly type: 'entries'; readonly entries: readonly LedgerEntry[] }
	| { readonly type: 'accounts'; readonly accounts: readonly AccountState[] }
	| { readonly type: 'result'; readonly id: number; readonly value?: unknown }
	| { readonly type: 'failure'; readonly id: number; readonly error: JobError }
	| { readonly type: 'refused'; readonly protocol: number };

/** One message a line, as JSON. */
export function send(socket: Socket, message: ToLeader | FromLeader): void {
	if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls `take` with each message in turn; a line that is none ends the connection. */
export function receive<T extends ToLeader | FromLeader>(socket: Socket, take: (message: T) => void): void {
	const lines = createInterface({ input: socket });
	// A leader that is killed resets the connection. The socket's listener hears of it; unheard here as well, it would
	// end this process too.
	lines.on('error', () => {});
	lines.on('line', (line) => {
		try {
			take(JSON.parse(line) as T);
		} catch {
			socket.destroy();
		}
	});
}
