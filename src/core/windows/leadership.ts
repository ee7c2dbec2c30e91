import { join } from 'node:path';
import type { Clock } from '../base/clock';
import { Emitter } from '../base/events';
import type { Log } from '../base/log';
import type { Engine } from '../jobs/runner/engine';
import type { ParametersOf, ResultOf, Verb } from '../jobs/runner/verbs';
import { PropsmithError } from '../model/errors';
import { type Claim, type Endpoint, endpointFor } from './endpoint';
import { Follower } from './follower';
import { Leader } from './leader';
import type { Mirror } from './mirror';
import { readToken } from './token';

/** Ms between two tries to find or become the leader. */
const searchPauseMs = 100;
/** How long a call waits for a leader: a new one steps in within this time. */
const patienceMs = 5000;

export interface LeadershipOptions {
	/** Shared by all windows of this machine. */
	readonly storageFolder: string;
	/** Loads the records and makes an engine that is not started yet. Called when this window comes to lead. */
	readonly makeEngine: () => Promise<Engine>;
	readonly clock: Clock;
	readonly log: Log;
}

/** Who carries verbs out: the engine of this window, or the window that leads. */
interface Role {
	call<V extends Verb>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>>;
	dispose(): void;
}

/**
 * This window's part among all windows of the machine. One of them leads: its engine submits, polls and downloads. The
 * others follow; when the leader goes, one of them takes its place. The mirror shows what whoever leads has.
 */
export class Leadership {
	private readonly stopping = new AbortController();
	private readonly endpoint: Endpoint;
	private role: Role | undefined;
	private readonly roleTaken = new Emitter<Role>();
	private searching: Promise<void> = Promise.resolve();
	private released: Promise<void> = Promise.resolve();

	constructor(
		private readonly options: LeadershipOptions,
		private readonly mirror: Mirror,
	) {
		this.endpoint = endpointFor(options.storageFolder);
	}

	/** Leads or follows from now on. Resolves when the jobs are known. */
	async start(): Promise<void> {
		this.searching = this.search().catch((error: unknown) => {
			if (!this.stopping.signal.aborted) this.options.log.error(`The queue stopped: ${String(error)}`);
		});
		await this.theRole();
	}

	/** Has the window that leads carry it out. Rejects with `leaderLost` where none does in time. */
	async call<V extends Verb>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>> {
		return (await this.theRole()).call(verb, ...parameters);
	}

	/** Stops all work of this window. Resolves when another one may lead. */
	async dispose(): Promise<void> {
		this.stopping.abort(new PropsmithError('leaderLost'));
		this.role?.dispose();
		// It may be about to lead, and then gives the place back.
		await this.searching;
		await this.released;
	}

	private async theRole(): Promise<Role> {
		if (this.role) return this.role;
		const found = new AbortController();
		return new Promise<Role>((resolve, reject) => {
			const subscription = this.roleTaken.event((role) => {
				resolve(role);
				found.abort();
			});
			const giveUp = (): void => {
				subscription.dispose();
				reject(new PropsmithError('leaderLost'));
			};
			const signal = AbortSignal.any([found.signal, this.stopping.signal]);
			this.options.clock.sleep(patienceMs, signal).then(giveUp, giveUp);
		});
	}

	/** Leads where nobody does, follows who leads, and looks again when that one is gone. */
	private async search(): Promise<void> {
		const { clock, log, storageFolder } = this.options;
		const { signal } = this.stopping;
		const token = await readToken(join(storageFolder, 'queue.token'));
		while (!signal.aborted) {
			const claim = await this.endpoint.claim();
			if (claim && signal.aborted) return this.giveBack(claim, token);
			if (claim) return this.lead(claim, token);
			const follower = await Follower.connect(this.endpoint.address, token, signal).catch(
				(error: unknown) => {
					log.error(String(error));
					return undefined;
				},
			);
			if (signal.aborted) return follower?.dispose();
			if (follower) await this.follow(follower);
			else await clock.sleep(searchPauseMs, signal);
		}
	}

	private async lead({ server, release }: Claim, token: string): Promise<void> {
		const { makeEngine, log } = this.options;
		// Before anything is waited for: other windows may connect from now on.
		const leader = new Leader(server, token, log);
		const engine = await makeEngine().catch((error: unknown) => {
			// Nobody else could read the records either. The place is kept, and whoever asks is told why.
			log.error(`The job records cannot be read: ${String(error)}`);
			const detail = error instanceof Error ? error.message : String(error);
			leader.dispose();
			this.takeRole({
				call: () => Promise.reject(new PropsmithError('recordUnwritable', { detail })),
				dispose: () => {
					this.released = release();
				},
			});
			return undefined;
		});
		if (!engine) return;
		if (this.stopping.signal.aborted) {
			leader.dispose();
			return release();
		}
		leader.serve(engine);
		engine.onDidChangeAccounts(() => this.mirror.takeAccounts(engine.accounts()));
		this.mirror.follow(engine, engine.list(), engine.entries());
		log.info('This window runs the queue.');
		await engine.start();
		this.takeRole({
			call: (verb, ...parameters) => engine.call(verb, ...parameters),
			dispose: () => {
				leader.dispose();
				// Two engines must not write the same records.
				this.released = engine.dispose().then(release);
			},
		});
	}

	/** Whoever has connected already would keep the server from closing. */
	private giveBack({ server, release }: Claim, token: string): Promise<void> {
		new Leader(server, token, this.options.log).dispose();
		return release();
	}

	private async follow(follower: Follower): Promise<void> {
		follower.onDidChangeAccounts((accounts) => this.mirror.takeAccounts(accounts));
		this.mirror.follow(follower, follower.jobs, follower.entries);
		follower.begin();
		this.options.log.info('Another window runs the queue; this one shows it.');
		this.takeRole(follower);
		await follower.ended;
		this.role = undefined;
	}

	private takeRole(role: Role): void {
		this.role = role;
		if (this.stopping.signal.aborted) role.dispose();
		this.roleTaken.fire(role);
	}
}
