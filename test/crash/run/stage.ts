import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WindowPlan } from '../plan/plan';
import { Books } from '../window/books';
import type { SignedEntry } from '../window/diary';
import { foldersIn } from './folders';
import { WindowProcess } from './windowProcess';
import type { World } from './world';

/** All that the sandbox shows of a key: runs of one sandbox differ in their last letters. */
const keyLetters = 4;
const toldLines = 60;

/** Where one run's windows open: a folder and an account of its own. */
export class Stage {
	readonly folder: string;
	readonly books: Books;
	private readonly key: string;
	private readonly windows: WindowProcess[] = [];

	private constructor(
		private readonly world: World,
		private readonly seed: number,
		private readonly concurrentTasks: number,
	) {
		this.key = `tsk_crash_suite_${seed.toString(36).padStart(keyLetters, '0').slice(-keyLetters)}`;
		this.folder = path.join(world.folder, `run-${seed}`);
		this.books = new Books(world.sandbox.tripo, world.sandbox.control, this.key);
	}

	static async open(world: World, seed: number, concurrentTasks: number): Promise<Stage> {
		const stage = new Stage(world, seed, concurrentTasks);
		await mkdir(stage.folder, { recursive: true });
		return stage;
	}

	/** Opens a window; the name is how it signs its diary. */
	window(name: string, { wants, lingers, mishaps, death }: WindowPlan): WindowProcess {
		const window = new WindowProcess(this.world.program.path, {
			name,
			seed: this.seed,
			folder: this.folder,
			pictures: this.world.folder,
			tripo: this.world.sandbox.tripo,
			control: this.world.sandbox.control,
			key: this.key,
			concurrentTasks: this.concurrentTasks,
			wants,
			lingers: lingers === true,
			mishaps,
			...(death ? { death } : {}),
		});
		this.windows.push(window);
		return window;
	}

	/** What all windows have written so far. */
	async diary(): Promise<SignedEntry[]> {
		const text = await readFile(foldersIn(this.folder).diary, 'utf8').catch(() => '');
		return text
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line) as SignedEntry);
	}

	/** Everything that there is to tell when something went wrong. */
	async story(): Promise<string> {
		const entries = (await this.diary()).map((entry) => JSON.stringify(entry));
		return [...entries, '', ...this.windows.flatMap(({ log }) => log.slice(-toldLines))].join('\n');
	}

	end(): void {
		for (const window of this.windows) window.signal('SIGKILL');
	}
}
