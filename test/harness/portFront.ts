import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** Hands what comes to it on to a port of this machine, in clear; perhaps it takes TLS off. */
export interface PortFront {
	readonly port: number;
	/** Where it hands on to; nobody is served before that is said. */
	leadsTo(port: number): void;
	close(): Promise<void>;
}

/** With the key and certificate of a service it speaks TLS. */
export async function openPortFront(identity?: { key: string; cert: string }): Promise<PortFront> {
	const sockets = new Set<Socket>();
	let target: number | undefined;
	const serve = (socket: Socket): void => {
		if (target === undefined) {
			socket.destroy();
			return;
		}
		const onward = connect(target, '127.0.0.1');
		for (const [one, other] of [
			[socket, onward],
			[onward, socket],
		] as const) {
			sockets.add(one);
			one.on('error', () => other.destroy());
			one.on('close', () => {
				sockets.delete(one);
				other.destroy();
			});
			one.pipe(other);
		}
	};
	const server = identity ? createTlsServer(identity, serve) : createServer(serve);
	server.on('tlsClientError', () => {});
	// Those whose handshake never ends are served to nobody, and would hold the server open.
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		leadsTo: (port) => {
			target = port;
		},
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
