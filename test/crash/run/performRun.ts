import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { within } from '../../harness/within';
import type { Generation, RunPlan, WindowPlan } from '../plan/plan';
import { describePlan } from '../plan/plan';
import { Books } from '../window/books';
import type { SignedEntry } from '../window/diary';
import type { WindowSetup } from '../window/setup';
import { Figures } from './figures';
import { foldersIn } from './folders';
import { verify } from './verify';
import { WindowProcess } from './windowProcess';
import type { World } from './world';

/** No run takes nearly as long; one that does hangs. */
const generationLimitMs = 60_000;
const keyLetters = 4;

/** Lives through the plan and rejects, with everything that there is to know, if a law was broken. */
export async function performRun(world: World, plan: RunPlan): Promise<Figures> {
	const run = new Run(world, plan);
	const figures = new Figures();
	try {
		const problems = [...(await run.live()), ...(await run.check(figures))];
		if (problems.length > 0) throw new Error(problems.join('\n'));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new Error(
			[message, '', describePlan(plan), `Replay: CRASH_SEED=${plan.seed}`, ...(await run.story())].join('\n'),
		);
	} finally {
		run.end();
	}
	await rm(run.folder, { recursive: true, force: true });
	return figures;
}

class Run {
	readonly folder: string;
	private readonly key: string;
	private readonly windows: WindowProcess[] = [];

	constructor(
		private readonly world: World,
		private readonly plan: RunPlan,
	) {
		// The last letters are all that the sandbox shows of a key.
		const letters = plan.seed.toString(36).padStart(keyLetters, '0').slice(-keyLetters);
		this.key = `tsk_crash_suite_${letters}`;
		this.folder = path.join(world.folder, `run-${plan.seed}`);
	}

	/** One generation of windows after the other; what went wrong with the processes themselves. */
	async live(): Promise<string[]> {
		await mkdir(this.folder, { recursive: true });
		const problems: string[] = [];
		for (const [number, generation] of this.plan.generations.entries()) {
			const all = this.liveOnce(number, generation);
			problems.push(...(await within(generationLimitMs, `generation ${number} of windows to end`, all)));
		}
		return problems;
	}

	async check(figures: Figures): Promise<string[]> {
		const { tripo, control } = this.world.sandbox;
		const books = new Books(tripo, control, this.key);
		return verify({ plan: this.plan, folder: this.folder, books, diary: await this.diary(), figures });
	}

	end(): void {
		for (const window of this.windows) window.signal('SIGKILL');
	}

	/** For the report of a failure. */
	async story(): Promise<string[]> {
		const entries = await this.diary().catch(() => []);
		return [
			'',
			...entries.map((entry) => JSON.stringify(entry)),
			'',
			...this.windows.flatMap(({ log }) => log.slice(-60)),
		];
	}

	private async liveOnce(number: number, { windows, race }: Generation): Promise<string[]> {
		const opened: WindowProcess[] = [];
		for (const [index, window] of windows.entries()) {
			const process = new WindowProcess(this.world.program.path, this.setup(`${number}.${index}`, window));
			opened.push(process);
			this.windows.push(process);
			if (!race && index === 0) await process.leads;
		}
		const ends = await Promise.all(opened.map(({ ended }) => ended));
		return ends.flatMap(({ code, signal }, index) => {
			const killed = signal === 'SIGKILL' && windows[index]?.death !== undefined;
			return killed || code === 0 ? [] : [`window ${number}.${index} ended with ${code ?? signal}`];
		});
	}

	private setup(name: string, { wants, mishaps, death }: WindowPlan): WindowSetup {
		const { seed, concurrentTasks } = this.plan;
		return {
			name,
			seed,
			folder: this.folder,
			pictures: this.world.folder,
			tripo: this.world.sandbox.tripo,
			control: this.world.sandbox.control,
			key: this.key,
			concurrentTasks,
			wants,
			mishaps,
			...(death ? { death } : {}),
		};
	}

	private async diary(): Promise<SignedEntry[]> {
		const text = await readFile(foldersIn(this.folder).diary, 'utf8');
		return text
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line) as SignedEntry);
	}
}
