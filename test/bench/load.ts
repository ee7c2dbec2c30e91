import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../../src/core/base/clock';
import { newJobId } from '../../src/core/jobs/records/store';
import { jobIn, sampleStates } from '../unit/core/support/states';
import { openMachine } from './machine';
import { Pace } from './pace';
import { Service } from './service';

const ended = 10_000;
const live = 1_000;
const slots = 20;
const observedMs = 30_000;
const resolutionMs = 5;

/** What the engine asks of the process it lives in, alone in this one. */
export interface Load {
	readonly ended: number;
	readonly live: number;
	/** Longest block of the event loop while the records are loaded and jobs are at work, in ms. */
	readonly longestBlockMs: number;
	/** Most memory of the process beyond what it had before, in MB. */
	readonly memoryMb: number;
}

async function writeHistory(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (let first = 0; first < ended; first += 500)
		await Promise.all(
			Array.from({ length: 500 }, (_, index) => {
				const id = newJobId(1_700_000_000_000 + first + index);
				return writeFile(join(folder, `${id}.json`), JSON.stringify(jobIn(sampleStates.done, id)));
			}),
		);
}

/** Half a minute with all of them; simulated time goes so fast that much more happens in it than in real life. */
async function main(): Promise<void> {
	const load = await Service.with({ jobs: live, slots }, new Pace(25), async (service): Promise<Load> => {
		const before = process.memoryUsage.rss();
		const delay = monitorEventLoopDelay({ resolution: resolutionMs });
		const machine = await openMachine(service, async (folder) => {
			await writeHistory(folder);
			delay.enable();
		});
		void machine.run(live).catch(() => {});
		let peak = before;
		for (let passed = 0; passed < observedMs; passed += 100) {
			await systemClock.sleep(100);
			peak = Math.max(peak, process.memoryUsage.rss());
		}
		delay.disable();
		await machine.close();
		const mega = 2 ** 20;
		return { ended, live, longestBlockMs: delay.max / 1e6 - resolutionMs, memoryMb: (peak - before) / mega };
	});
	console.log(JSON.stringify(load));
	// A thousand jobs are still under way.
	process.exit();
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
