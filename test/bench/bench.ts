import { cpus, totalmem } from 'node:os';
import type { Tier } from '../../src/core/limits/tiers';
import { tripoTier } from '../../src/core/limits/tiers';
import { startSandbox } from '../harness/sandboxProcess';
import { openMachine, speed } from './machine';
import { runNaively } from './naive';
import { bound, durations, makespan, requestsOf, type TracedTask, tasksOf } from './trace';

const key = 'tsk_bench_account_01';

/** The figures of one way of doing the same work. */
interface Row {
	readonly what: string;
	readonly jobs: number;
	readonly slots: number;
	/** Makespan ÷ that of a perfect schedule of the same tasks. */
	readonly ratio: number;
	/** Mean simulated seconds from a task's end to our knowing. */
	readonly noticeSeconds?: number;
	readonly requestsPerJob?: number;
	readonly refusedPer100?: number;
	readonly note?: string;
}

async function onSandbox<T>(slots: number, work: (tripo: string, control: string) => Promise<T>): Promise<T> {
	const sandbox = await startSandbox([
		'--speed',
		String(speed),
		'--tripo-slots',
		String(slots),
		'--seed',
		'11',
	]);
	try {
		const rates = { generation: 1e6, upload: 1e6 };
		const body = JSON.stringify({ balance: 1e6, rates, slots });
		await fetch(`${sandbox.control}/accounts`, { method: 'POST', body });
		return await work(sandbox.tripo, sandbox.control);
	} finally {
		await sandbox.stop();
	}
}

function tierOf(slots: number): Tier {
	return slots === 10 ? tripoTier('default', 0) : tripoTier('enterprise', slots);
}

function meanNotice(tasks: readonly TracedTask[], noticed: ReadonlyMap<string, number>): number {
	const delays = tasks.map(({ id, completedAt }) => ((noticed.get(id) ?? completedAt) - completedAt) * speed);
	return delays.reduce((sum, ms) => sum + ms, 0) / delays.length / 1000;
}

function alone(jobs: number, slots: number): Promise<Row> {
	return onSandbox(slots, async (tripo, control) => {
		const machine = await openMachine(tripo, key, tierOf(slots));
		await machine.run(jobs, 'alone');
		const { api, refused } = await requestsOf(control);
		const tasks = await tasksOf(tripo, control, key);
		const states = machine.states();
		await machine.close();
		return {
			what: 'Propsmith',
			...{ jobs, slots },
			ratio: makespan(tasks) / bound(tasks, slots),
			noticeSeconds: meanNotice(tasks, machine.noticed),
			requestsPerJob: api / jobs,
			refusedPer100: (100 * refused) / jobs,
			note: JSON.stringify(states),
		};
	});
}

/** The naive way on a like trace, and beside it the arithmetic of one after the other. */
function rivals(jobs: number, slots: number): Promise<Row[]> {
	return onSandbox(slots, async (tripo, control) => {
		const noticed = await runNaively(tripo, key, jobs);
		const { api, refused } = await requestsOf(control);
		const tasks = await tasksOf(tripo, control, key);
		const best = bound(tasks, slots);
		return [
			{
				what: 'all at once, doubling waits, fixed 2 s polls',
				...{ jobs, slots },
				ratio: makespan(tasks) / best,
				noticeSeconds: meanNotice(tasks, noticed),
				requestsPerJob: api / jobs,
				refusedPer100: (100 * refused) / jobs,
			},
			{
				what: 'one after the other (at least)',
				...{ jobs, slots },
				ratio: durations(tasks).reduce((sum, seconds) => sum + seconds, 0) / best,
			},
		];
	});
}

/** Five machines that know nothing of each other. */
function together(machines: number, jobsEach: number, slots: number): Promise<Row> {
	return onSandbox(slots, async (tripo, control) => {
		const all = await Promise.all(
			Array.from({ length: machines }, () => openMachine(tripo, key, tierOf(slots))),
		);
		const began = Date.now();
		const ends = await Promise.all(
			all.map(async (machine, index) => {
				await machine.run(jobsEach, `machine-${index}`);
				return ((Date.now() - began) * speed) / 1000;
			}),
		);
		const { api, refused } = await requestsOf(control);
		const tasks = await tasksOf(tripo, control, key);
		const jobs = machines * jobsEach;
		const failed = all.reduce((sum, machine) => sum + jobsEach - (machine.states().done ?? 0), 0);
		await Promise.all(all.map((machine) => machine.close()));
		return {
			what: `${machines} Propsmiths on one account`,
			...{ jobs, slots },
			ratio: makespan(tasks) / bound(tasks, slots),
			requestsPerJob: api / jobs,
			refusedPer100: (100 * refused) / jobs,
			note: `${failed} not done; the first was through at ${((100 * Math.min(...ends)) / Math.max(...ends)) | 0} % of the last one's time`,
		};
	});
}

function line(row: Row): string {
	const number = (value: number | undefined, digits = 2): string =>
		value === undefined ? '' : value.toFixed(digits);
	return [
		row.what.padEnd(46),
		String(row.jobs).padStart(5),
		String(row.slots).padStart(6),
		number(row.ratio, 3).padStart(8),
		number(row.noticeSeconds).padStart(9),
		number(row.requestsPerJob, 1).padStart(10),
		number(row.refusedPer100, 1).padStart(10),
		row.note ? `  ${row.note}` : '',
	].join('');
}

async function main(): Promise<void> {
	const [cpu] = cpus();
	console.log(
		`${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`,
	);
	console.log(`Simulated time at ${speed} times its speed; ratios within this run.\n`);
	console.log(
		'way                                             jobs slots   ratio notice s req./job  429s/100',
	);
	const rows: Row[] = [];
	const add = (...added: Row[]): void => {
		rows.push(...added);
		for (const row of added) console.log(line(row));
	};
	add(await alone(100, 10));
	add(...(await rivals(100, 10)));
	add(await alone(100, 20));
	add(await together(5, 40, 10));
	if (!process.argv.includes('--short')) {
		add(await alone(1000, 10));
		add(await alone(1000, 20));
	}
	console.log(`\n${JSON.stringify({ speed, rows })}`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
