import { parentPort, workerData } from 'node:worker_threads';
import { startSandbox } from './sandbox';
import type { FromWorker, ToWorker, WorkerOptions } from './workerMessages';

/** A sandbox in a thread of its own, so that making models does not hold up whoever uses it. */
async function main(): Promise<void> {
	const post = (message: FromWorker) => parentPort?.postMessage(message);
	try {
		const options = workerData as WorkerOptions | null;
		const sandbox = await startSandbox({ ...options, log: (line) => post({ type: 'log', line }) });
		parentPort?.on('message', (message: ToWorker) => {
			if (message.type === 'close') {
				// Without its port and its servers the thread has nothing left to wait for, and ends.
				parentPort?.close();
				void sandbox.close();
			}
		});
		const { tripo, meshy, control, files, attached } = sandbox;
		post({ type: 'ready', tripo, meshy, control, files, attached });
	} catch (error) {
		post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
}

void main();
