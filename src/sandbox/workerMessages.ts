import type { SandboxOptions } from './options';

/** What the worker is started with, as `workerData`. */
export type WorkerOptions = Omit<SandboxOptions, 'log'>;

/** What the worker says: once `ready` or `failed`, and a `log` now and then. */
export type FromWorker =
	| { type: 'ready'; tripo: string; meshy: string; control: string; files: string; attached: boolean }
	| { type: 'failed'; message: string }
	| { type: 'log'; line: string };

/** What the worker is told. After `close` it stops serving and ends by itself. */
export interface ToWorker {
	type: 'close';
}
