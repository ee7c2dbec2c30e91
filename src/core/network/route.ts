import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { TransportError } from './http';
import { codeOf, transportErrorOf } from './transportError';

/** What VS Code's proxy agent tells of a request, as event `proxy`: the proxy that it took, or why that failed. */
interface ProxyEvent {
	readonly proxy: string;
	readonly error?: unknown;
}

/**
 * Follows one request on its way: whether the service may have seen it, and who answered. A request is written only
 * when its connection stands (with TLS: when the other side's certificate was taken), so whatever fails before that
 * has sent nothing. VS Code hands a request its socket after the proxy opened the tunnel.
 */
export class Route {
	/** The connection had served another request, and a fresh one was asked for; nothing was written to it. */
	refused = false;
	private connected = false;
	private proxyFailed: { readonly error: unknown } | undefined;
	private readonly connectedListeners: (() => void)[] = [];

	constructor(
		private readonly outgoing: ClientRequest,
		private readonly secure: boolean,
		fresh: boolean,
	) {
		outgoing.on('proxy', ({ error }: ProxyEvent) => {
			if (error) this.proxyFailed = { error };
		});
		// Comes before anything of the request is handed to the socket.
		outgoing.once('socket', (socket: Socket) => {
			if (fresh && outgoing.reusedSocket) {
				this.refused = true;
				outgoing.destroy();
			} else this.follow(socket);
		});
	}

	get sent(): 'no' | 'maybe' {
		return this.connected ? 'maybe' : 'no';
	}

	get reused(): boolean {
		return this.outgoing.reusedSocket;
	}

	onConnected(listener: () => void): void {
		this.connectedListeners.push(listener);
	}

	error(error: unknown): TransportError {
		if (!this.proxyFailed) return transportErrorOf(error, this.sent);
		const code = codeOf(this.proxyFailed.error) ?? 'CLOSED';
		return new TransportError('no', `PROXY_${code}`, this.proxyFailed.error);
	}

	/**
	 * The proxy's own answer, which stands where the service's should: to CONNECT it comes in clear over a connection
	 * that should be encrypted, and only a proxy asks for a password by 407. Nothing was passed on.
	 */
	refusalOf({ statusCode, socket }: IncomingMessage): TransportError | undefined {
		const own = this.secure ? !isEncrypted(socket) : statusCode === 407;
		if (!own) return undefined;
		return new TransportError('no', statusCode === 407 ? 'PROXY_PASSWORD' : `PROXY_STATUS_${statusCode}`);
	}

	private follow(socket: Socket): void {
		if (this.secure && !isEncrypted(socket)) return;
		const waits = socket.connecting || ('secureConnecting' in socket && socket.secureConnecting === true);
		if (waits) socket.once(this.secure ? 'secureConnect' : 'connect', () => this.connect());
		else this.connect();
	}

	private connect(): void {
		this.connected = true;
		for (const listener of this.connectedListeners) listener();
	}
}

function isEncrypted(socket: Socket): boolean {
	return 'encrypted' in socket && socket.encrypted === true;
}
