import { timingSafeEqual } from 'node:crypto';
import type { Server, Socket } from 'node:net';
import type { Disposable } from '../events';
import type { Engine } from '../jobs/engine';
import { jobErrorOf } from '../jobs/fault';
import type { QueueCall } from '../jobs/queue';
import type { Log } from '../log';
import { type FromLeader, protocolVersion, receive, send, type ToLeader } from './messages';

/** Serves this window's engine to the other windows: they see every change and hand over what they want done. */
export class Leader {
	private readonly sockets = new Set<Socket>();
	private readonly subscription: Disposable;

	constructor(
		private readonly engine: Engine,
		server: Server,
		private readonly token: string,
		private readonly log: Log,
	) {
		server.on('connection', (socket) => this.accept(socket));
		this.subscription = engine.onDidChange((change) => {
			for (const socket of this.sockets) send(socket, { type: 'change', change });
		});
	}

	dispose(): void {
		this.subscription.dispose();
		for (const socket of this.sockets) socket.destroy();
	}

	private accept(socket: Socket): void {
		socket.on('error', () => {});
		socket.on('close', () => this.sockets.delete(socket));
		receive<ToLeader>(socket, (message) => {
			if (message.type === 'hello') this.greet(socket, message);
			else if (this.sockets.has(socket)) void this.answer(socket, message.id, message.call);
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
			this.sockets.add(socket);
			send(socket, { type: 'jobs', jobs: this.engine.list() });
		}
	}

	private async answer(socket: Socket, id: number, call: QueueCall): Promise<void> {
		send(socket, await this.carryOut(id, call));
	}

	private async carryOut(id: number, call: QueueCall): Promise<FromLeader> {
		try {
			return { type: 'result', id, value: await this.engine.call(call) };
		} catch (error) {
			this.log.warn(`${call.method}, asked for by another window: ${String(error)}`);
			return { type: 'failure', id, error: jobErrorOf(error) };
		}
	}
}

function sameText(given: unknown, expected: string): boolean {
	const [a, b] = [Buffer.from(String(given)), Buffer.from(expected)];
	return a.length === b.length && timingSafeEqual(a, b);
}
