import { Worker } from 'node:worker_threads';
import type { LocalSandbox } from '../core/accounts/accountDirectory';
import type { Log } from '../core/base/log';
import { PropsmithError } from '../core/model/errors';

/** What the worker says: that it listens, or could not, and a line for the log now and then. */
type SandboxMessage =
	| { readonly type: 'ready'; readonly tripo: string }
	| { readonly type: 'failed'; readonly message: string }
	| { readonly type: 'log'; readonly line: string };

/**
 * The sandbox in a worker of this window: free, offline, and stopped with it. Its tasks are kept in a folder, so
 * that they survive a reload of the window.
 */
export class EmbeddedSandbox implements LocalSandbox {
	/** A model takes seconds, not minutes. */
	readonly speed = 20;
	private starting: Promise<string> | undefined;
	private worker: Worker | undefined;
	private disposed = false;

	constructor(
		private readonly script: string,
		private readonly stateFolder: string,
		private readonly log: Log,
	) {}

	/** Base URL of its Tripo service; starts it at first use. */
	baseUrl(): Promise<string> {
		this.starting ??= this.start().catch((error: unknown) => {
			this.starting = undefined;
			throw error;
		});
		return this.starting;
	}

	dispose(): void {
		this.disposed = true;
		this.worker?.postMessage({ type: 'close' });
		this.worker?.unref();
	}

	private start(): Promise<string> {
		return new Promise((resolve, reject) => {
			// Nobody would end a worker that begins now.
			if (this.disposed)
				return reject(new PropsmithError('internal', { detail: 'Propsmith is shutting down' }));
			const worker = new Worker(this.script, {
				workerData: { port: 0, speed: this.speed, stateDir: this.stateFolder },
			});
			this.worker = worker;
			worker.on('message', (message: SandboxMessage) => {
				switch (message.type) {
					case 'ready':
						this.log.info(`The sandbox listens at ${message.tripo}.`);
						return resolve(message.tripo);
					case 'failed':
						return reject(
							new PropsmithError('internal', { detail: `the sandbox did not start: ${message.message}` }),
						);
					case 'log':
						return this.log.debug(`Sandbox: ${message.line}`);
				}
			});
			worker.once('error', (error) => {
				this.log.error(`The sandbox stopped: ${String(error)}`);
				reject(error);
			});
			worker.once('exit', () => {
				this.starting = undefined;
			});
		});
	}
}
