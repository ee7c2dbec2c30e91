import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ForwardProxyOptions {
	/** `user:password` that it asks for. */
	credentials?: string;
	/** Any free one by default. */
	port?: number;
}

/** A forward proxy that alone knows the names that end in `.test`: they are this machine, at the port asked for. */
export class ForwardProxy {
	/** What it was asked for: `CONNECT tripo.test:443`, `GET http://tripo.test/v3/…`, without queries. */
	readonly asked: string[] = [];
	/** Instead of connecting, it answers this status to CONNECT, or nothing. */
	refuses: number | 'hangUp' | undefined;
	/** A tunnel breaks once this many bytes would have gone to the service. */
	cutTunnelAfter = Number.POSITIVE_INFINITY;
	private readonly sockets = new Set<Socket>();

	private constructor(
		private readonly server: Server,
		private readonly credentials: string | undefined,
	) {}

	static async start({ credentials, port = 0 }: ForwardProxyOptions = {}): Promise<ForwardProxy> {
		const server = createServer();
		const proxy = new ForwardProxy(server, credentials);
		server.on('connection', (socket) => proxy.keep(socket));
		server.on('request', (incoming, answer) => proxy.pass(incoming, answer));
		server.on('connect', (incoming, socket: Socket, head) => proxy.tunnel(incoming, socket, head));
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(port, '127.0.0.1', resolve);
		});
		return proxy;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.server.close(resolve));
		for (const socket of this.sockets) socket.destroy();
		await closed;
	}

	private pass(incoming: IncomingMessage, answer: ServerResponse): void {
		const target = new URL(incoming.url ?? '', 'http://nowhere.test');
		this.asked.push(`${incoming.method} ${target.origin}${target.pathname}`);
		if (!this.lets(incoming)) {
			answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="tests"' }).end();
			return;
		}
		const { 'proxy-authorization': _, ...headers } = incoming.headers;
		const { method } = incoming;
		const path = `${target.pathname}${target.search}`;
		const onward = request({ host: placeOf(target.hostname), port: target.port, method, path, headers });
		onward.on('response', (response) => {
			answer.writeHead(response.statusCode ?? 502, response.headers);
			response.pipe(answer);
		});
		onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
		answer.on('close', () => onward.destroy());
		incoming.pipe(onward);
	}

	private tunnel(incoming: IncomingMessage, socket: Socket, head: Buffer): void {
		this.asked.push(`CONNECT ${incoming.url}`);
		socket.on('error', () => {});
		if (!this.lets(incoming)) {
			socket.end('HTTP/1.1 407 Password, please\r\nProxy-Authenticate: Basic realm="tests"\r\n\r\n');
			return;
		}
		if (this.refuses === 'hangUp') {
			socket.destroy();
			return;
		}
		if (this.refuses !== undefined) {
			socket.end(`HTTP/1.1 ${this.refuses} No\r\nContent-Length: 2\r\n\r\nNo`);
			return;
		}
		const [host = '', port] = (incoming.url ?? '').split(':');
		const onward = this.keep(connect(Number(port), placeOf(host)));
		onward.on('error', () => socket.destroy());
		onward.on('close', () => socket.destroy());
		socket.on('close', () => onward.destroy());
		onward.once('connect', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onward.write(head);
			let passed = head.length;
			socket.on('data', (piece) => {
				passed += piece.length;
				if (passed > this.cutTunnelAfter) socket.destroy();
				else onward.write(piece);
			});
			onward.pipe(socket);
		});
	}

	private lets(incoming: IncomingMessage): boolean {
		if (this.credentials === undefined) return true;
		const wanted = `Basic ${Buffer.from(this.credentials).toString('base64')}`;
		return incoming.headers['proxy-authorization'] === wanted;
	}

	private keep(socket: Socket): Socket {
		this.sockets.add(socket);
		socket.on('close', () => this.sockets.delete(socket));
		return socket;
	}
}

function placeOf(host: string): string {
	return host.endsWith('.test') ? '127.0.0.1' : host;
}
