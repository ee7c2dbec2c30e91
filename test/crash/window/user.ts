import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ErrorCode, PropsmithError } from '../../../src/core/model/errors';
import { isSettled, type JobRecord, taskOf } from '../../../src/core/model/jobRecord';
import type { SharedQueue } from '../../../src/core/windows/sharedQueue';
import type { Wanted } from '../plan/plan';
import type { Books } from './books';
import type { Diary } from './diary';
import { keyOf } from './recordsOnDisk';
import { jobFor } from './wish';

/** Looks at jobs in doubt without any of them getting on, before the user gives up. */
const fruitlessRounds = 5;

interface Situation {
	readonly queue: SharedQueue;
	readonly diary: Diary;
	readonly books: Books;
	readonly output: string;
	readonly pictures: string;
}

/** The person at the window: asks for models, and does what the product's messages say when it needs help. */
export class User {
	constructor(private readonly at: Situation) {}

	/** Asks for what is not in the list yet, again after a leader died over it. */
	async ask(wants: readonly Wanted[]): Promise<void> {
		const { queue, diary, output, pictures } = this.at;
		for (;;) {
			const missing = wants.flatMap((wanted) => {
				const there = queue.list().filter((job) => keyOf(job) === wanted.key).length;
				const job = jobFor(wanted, output, pictures);
				return Array.from({ length: Math.max(0, wanted.count - there) }, () => job);
			});
			if (missing.length === 0) return;
			try {
				const jobs = await queue.generate(missing);
				diary.write({ what: 'promised', ids: jobs.map(({ id }) => id) });
			} catch (error) {
				if (codeOf(error) !== 'leaderLost') throw error;
				await this.leaderAnswers();
			}
		}
	}

	/** Looks at every job in doubt, and has it sent again only when the books prove that the service has no task. */
	async helpDoubtful(doubtful: () => readonly JobRecord[]): Promise<void> {
		for (let round = 0; round < fruitlessRounds; round++) {
			const before = doubtful().length;
			for (const { id } of doubtful()) await this.help(id);
			if (doubtful().length === 0) return;
			if (doubtful().length < before) round = 0;
		}
		const jobs = doubtful().map((job) => `${job.id} (${keyOf(job)})`);
		this.at.diary.write({ what: 'broken', law: `tasks that the service has were not found: ${jobs.join()}` });
		throw new Error('jobs stay in doubt');
	}

	private async help(id: string): Promise<void> {
		const { queue, diary } = this.at;
		try {
			if (await queue.retry(id)) return;
		} catch (error) {
			// The engine found the task itself while the user clicked.
			if (codeOf(error) === 'actionNotPossible') return;
			throw error;
		}
		const job = queue.find(id);
		if (job?.state.kind !== 'uncertain' || (await this.serviceHas(keyOf(job)))) return;
		diary.write({ what: 'submitsAgain', key: keyOf(job) });
		await queue.submitAgain(id).catch((error: unknown) => {
			if (codeOf(error) !== 'actionNotPossible') throw error;
			diary.write({ what: 'wasNotAsked', key: keyOf(job) });
		});
	}

	/** Whether the books have a task of this wish that no job owns. */
	private async serviceHas(key: number): Promise<boolean> {
		const { queue, books } = this.at;
		const tasks = (await books.tasks()).filter((task) => task.key === key);
		const owned = new Set(queue.list().map(({ state }) => taskOf(state)?.id));
		return tasks.some(({ taskId }) => !owned.has(taskId));
	}

	/** Resolves when somebody leads: no job has this id, and only a leader can say so. */
	async leaderAnswers(): Promise<void> {
		for (;;) {
			await nextTurn();
			const code = await this.at.queue.call('cancel', 'nobody').then(() => undefined, codeOf);
			if (code !== 'leaderLost') return;
		}
	}
}

/** Settled, but not as the user wants it, and nothing that a look at the service mends. */
export function isHopeless({ state }: JobRecord): boolean {
	return isSettled(state) && state.kind !== 'done' && state.kind !== 'uncertain';
}

export function codeOf(error: unknown): ErrorCode | undefined {
	return error instanceof PropsmithError ? error.code : undefined;
}
