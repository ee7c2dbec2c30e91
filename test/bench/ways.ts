import { type Machine, openMachine } from './machine';
import type { Pace } from './pace';
import { allAtOnce, inSlots, type Noticed } from './rivals';
import { bound, inARow, type Task } from './schedule';
import { type Calls, type Seen, Service, type Work } from './service';

/** The figures of one way of doing the work. */
export interface Row extends Partial<Calls> {
	readonly what: string;
	readonly jobs: number;
	readonly slots: number;
	/** Makespan ÷ that of a perfect schedule of the same tasks. */
	readonly ratio: number;
	/** Mean simulated seconds from a task's end to our knowing. */
	readonly noticeSeconds?: number;
	readonly note?: string;
}

export function propsmith(work: Work, pace: Pace): Promise<Row[]> {
	const { jobs, slots } = work;
	return Service.with(work, pace, async (service) => {
		const machine = await openMachine(service);
		await machine.run(jobs);
		const seen = await service.seen();
		const row = rowOf('Propsmith', service, seen, machine.noticed);
		const notDone = jobs - machine.count('done');
		await machine.close();
		const alone = {
			what: 'one after the other (at least)',
			...{ jobs, slots },
			ratio: inARow(seen.tasks) / bound(seen.tasks, slots),
		};
		return [{ ...row, note: `${notDone} not done` }, alone];
	});
}

export function naive(work: Work, pace: Pace): Promise<Row[]> {
	return rival('all at once, waits of 1 to 32 s after a 429, 2 s polls', allAtOnce, work, pace);
}

export function steadyPolls(work: Work, pace: Pace): Promise<Row[]> {
	return rival('as many workers as slots, 2 s polls', inSlots, work, pace);
}

function rival(
	what: string,
	run: (service: Service, jobs: number) => Promise<Noticed>,
	work: Work,
	pace: Pace,
): Promise<Row[]> {
	return Service.with(work, pace, async (service) => {
		const noticed = await run(service, work.jobs);
		return [rowOf(what, service, await service.seen(), noticed)];
	});
}

/** Machines that know nothing of each other. */
export function together(count: number, work: Work, pace: Pace): Promise<Row[]> {
	const jobsEach = work.jobs / count;
	return Service.with(work, pace, async (service) => {
		const machines = await Promise.all(Array.from({ length: count }, () => openMachine(service)));
		await Promise.all(machines.map((machine) => machine.run(jobsEach)));
		const seen = await service.seen();
		const noticed = new Map(machines.flatMap((machine) => [...machine.noticed]));
		const failed = machines.reduce((sum, machine) => sum + jobsEach - machine.count('done'), 0);
		const note = `${failed} not done; ${evenness(machines, seen.tasks, jobsEach)}`;
		await Promise.all(machines.map((machine) => machine.close()));
		return [{ ...rowOf(`${count} Propsmiths on one account`, service, seen, noticed), note }];
	});
}

/** How far each machine was when half of all the work was done. */
function evenness(machines: readonly Machine[], tasks: readonly Task[], jobsEach: number): string {
	const ends = tasks.map(({ endsAt }) => endsAt).sort((a, b) => a - b);
	const halfTime = ends[Math.floor(ends.length / 2)] ?? 0;
	const done = machines.map(({ noticed }) => [...noticed.values()].filter((at) => at <= halfTime).length);
	return `at half time ${done.sort((a, b) => a - b).join(', ')} of ${jobsEach}`;
}

function rowOf(what: string, service: Service, seen: Seen, noticed: Noticed): Row {
	const delays = seen.tasks.map(({ id, endsAt }) =>
		service.pace.between(endsAt, noticed.get(id) ?? Number.POSITIVE_INFINITY),
	);
	return {
		what,
		jobs: seen.tasks.length,
		slots: service.slots,
		ratio: seen.ratio,
		noticeSeconds: delays.reduce((sum, seconds) => sum + seconds, 0) / delays.length,
		...seen.calls,
	};
}
