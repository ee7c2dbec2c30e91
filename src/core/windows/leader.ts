import { timingSafeEqual } from 'node:crypto';
import type { Server, Socket } from 'node:net';
import type { Disposable } from '../base/events';
import type { Log } from '../base/log';
import type { Engine } from '../jobs/runner/engine';
import type { VerbCall } from '../jobs/runner/verbs';
import { jobErrorOf } from '../network/failure';
import { type FromLeader, protocolVersion, receive, send, type ToLeader } from './messages';

/**
 * Serves this window's engine to the other windows: they see every change and hand over what they want done. Listens
 * from the moment that the place is taken; who comes while the records are still being read waits for `serve`.
 */
export class Leader {
	private readonly connections = new Set<Socket>();
	/** Those that have proved to be ours. */
	private readonly windows = new Set<Socket>();
	private engine: Engine | undefined;
	private subscriptions: readonly Disposable[] = [];
	private disposed = false;

	constructor(
		server: Server,
		private readonly token: string,
		private readonly log: Log,
	) {
		server.on('connection', (socket) => this.accept(socket));
	}

	serve(engine: Engine): void {
		this.engine = engine;
		this.subscriptions = [
			engine.onDidChange((change) => this.tell({ type: 'change', change })),
			engine.onDidChangeEntries((entries) => this.tell({ type: 'entries', entries })),
			engine.onDidChangeAccounts(() => this.tell({ type: 'accounts', accounts: engine.accounts() })),
		];
		this.tell(everything(engine));
	}

	/** Ends every connection, and those to come: a server closes only when none is left. */
	dispose(): void {
		this.disposed = true;
		for (const subscription of this.subscriptions) subscription.dispose();
		for (const socket of this.connections) socket.destroy();
	}

	private accept(socket: Socket): void {
		socket.on('error', () => {});
		if (this.disposed) {
			socket.destroy();
			return;
		}
		this.connections.add(socket);
		socket.on('close', () => {
			this.connections.delete(socket);
			this.windows.delete(socket);
		});
		receive<ToLeader>(socket, (message) => {
			if (message.type === 'hello') this.greet(socket, message);
			else if (this.engine && this.windows.has(socket))
				void this.answer(this.engine, socket, message.id, message.call);
			else socket.destroy();
		});
	}

	private greet(socket: Socket, { protocol, token }: ToLeader & { type: 'hello' }): void {
		// Other users of this machine can reach the address; only ours can read the token.
		if (!sameText(token, this.token)) {
			socket.destroy();
		} else if (protocol !== protocolVersion) {
			send(socket, { type: 'refused', protocol: protocolVersion });
		} else {
			this.windows.add(socket);
			if (!this.engine) return;
			send(socket, everything(this.engine));
			send(socket, { type: 'accounts', accounts: this.engine.accounts() });
		}
	}

	private tell(message: FromLeader): void {
		for (const socket of this.windows) send(socket, message);
	}

	private async answer(engine: Engine, socket: Socket, id: number, call: VerbCall): Promise<void> {
		send(socket, await this.carryOut(engine, id, call));
	}

	private async carryOut(engine: Engine, id: number, call: VerbCall): Promise<FromLeader> {
		try {
			return { type: 'result', id, value: await engine.call(call.verb, ...call.parameters) };
		} catch (error) {
			this.log.warn(`${call.verb}, asked for by another window: ${String(error)}`);
			return { type: 'failure', id, error: jobErrorOf(error) };
		}
	}
}

/** What a window is told first. */
function everything(engine: Engine): FromLeader {
	return { type: 'jobs', jobs: engine.list(), entries: engine.entries() };
}

function sameText(given: unknown, expected: string): boolean {
	const [a, b] = [Buffer.from(String(given)), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
