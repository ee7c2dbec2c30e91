import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { testService } from './testCertificates';

/** Takes TLS off what comes to it, with the certificate of tests, and hands it on in clear to a port of this machine. */
export interface TlsFront {
	readonly port: number;
	/** Where it hands on to; nobody is served before that is said. */
	leadsTo(port: number): void;
	close(): Promise<void>;
}

export async function openTlsFront(identity: { key: string; cert: string } = testService): Promise<TlsFront> {
	const sockets = new Set<Socket>();
	let target: number | undefined;
	const server = createServer(identity, (socket) => {
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
	});
	server.on('tlsClientError', () => {});
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
