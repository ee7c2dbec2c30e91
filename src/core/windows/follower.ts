import { connect, type Socket } from 'node:net';
import { Emitter } from '../base/events';
import type { AccountState } from '../jobs/runner/queue';
import type { ParametersOf, ResultOf, Verb } from '../jobs/runner/verbs';
import { PropsmithError } from '../model/errors';
import type { JobChange, JobRecord } from '../model/jobRecord';
import type { LedgerEntry } from '../spending/entry';
import { type FromLeader, protocolVersion, receive, send } from './messages';

interface Waiter {
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

/** This window's end of the connection to the window that leads. */
export class Follower {
	private readonly changes = new Emitter<JobChange>();
	readonly onDidChange = this.changes.event;
	private readonly entryChanges = new Emitter<readonly LedgerEntry[]>();
	readonly onDidChangeEntries = this.entryChanges.event;
	private readonly accountChanges = new Emitter<readonly AccountState[]>();
	readonly onDidChangeAccounts = this.accountChanges.event;
	private readonly waiting = new Map<number, Waiter>();
	private nextId = 1;
	/** What came before `begin`; undefined from then on. */
	private early: FromLeader[] | undefined = [];

	private constructor(
		private readonly socket: Socket,
		readonly jobs: readonly JobRecord[],
		readonly entries: readonly LedgerEntry[],
		/** Resolves when the leader is gone. */
		readonly ended: Promise<void>,
	) {}

	/**
	 * Connects and receives all jobs; undefined when nobody leads at the address (any more). Rejects when the leader
	 * is of another version of the extension.
	 */
	static connect(address: string, token: string, signal: AbortSignal): Promise<Follower | undefined> {
		return new Promise((resolve, reject) => {
			let follower: Follower | undefined;
			const socket = connect(address, () =>
				send(socket, { type: 'hello', protocol: protocolVersion, token }),
			);
			// A leader that sleeps takes the connection and says nothing.
			const giveUp = (): void => void socket.destroy();
			signal.addEventListener('abort', giveUp, { once: true });
			const ended = new Promise<void>((end) => {
				socket.on('close', () => {
					signal.removeEventListener('abort', giveUp);
					follower?.abandon();
					end();
					resolve(undefined);
				});
			});
			socket.on('error', () => {});
			receive<FromLeader>(socket, (message) => {
				if (message.type === 'jobs') {
					follower = new Follower(socket, message.jobs, message.entries, ended);
					resolve(follower);
				} else if (message.type === 'refused') {
					reject(new PropsmithError('windowsDiffer'));
					socket.destroy();
				} else follower?.take(message);
			});
		});
	}

	/** Tells of what came with the jobs, and of everything from now on. To be called when everybody listens. */
	begin(): void {
		const early = this.early ?? [];
		this.early = undefined;
		for (const message of early) this.take(message);
	}

	/** Rejects with the leader's own error, or with `leaderLost` when it goes before it answers. */
	call<V extends Verb>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>> {
		const id = this.nextId++;
		return new Promise((resolve, reject) => {
			if (this.socket.destroyed) return reject(new PropsmithError('leaderLost'));
			this.waiting.set(id, { resolve, reject });
			send(this.socket, { type: 'call', id, call: { verb, parameters } });
		});
	}

	dispose(): void {
		this.socket.destroy();
		this.changes.dispose();
		this.entryChanges.dispose();
		this.accountChanges.dispose();
	}

	private take(message: FromLeader): void {
		if (this.early) {
			this.early.push(message);
			return;
		}
		if (message.type === 'change') this.changes.fire(message.change);
		if (message.type === 'entries') this.entryChanges.fire(message.entries);
		if (message.type === 'accounts') this.accountChanges.fire(message.accounts);
		if (message.type !== 'result' && message.type !== 'failure') return;
		const waiter = this.waiting.get(message.id);
		this.waiting.delete(message.id);
		if (message.type === 'result') waiter?.resolve(message.value);
		else waiter?.reject(new PropsmithError(message.error.code, message.error));
	}

	private abandon(): void {
		for (const { reject } of this.waiting.values()) reject(new PropsmithError('leaderLost'));
		this.waiting.clear();
	}
}
