import { describeError } from '../../../src/core/model/errors';
import { errorOf } from '../../../src/core/model/jobRecord';
import { foldersIn } from '../run/folders';
import { Books } from './books';
import { Diary } from './diary';
import { type OpenQueue, openQueue } from './openQueue';
import { readSetup, type WindowSetup } from './setup';
import { stderrLog } from './stderrLog';
import { codeOf, isHopeless, User } from './user';

/** One window's life: asks for its models and stays until every job in the list is done. */
async function live(setup: WindowSetup): Promise<void> {
	const folders = foldersIn(setup.folder);
	const diary = new Diary(folders.diary, setup.name);
	let wake = (): void => {};
	let mayGo = !setup.lingers;
	hearParent(() => {
		mayGo = true;
		wake();
	});
	const opened = openQueue(setup, diary, stderrLog(setup.name), () => {
		// The parent starts the other windows when this one leads.
		process.stdout.write('leads\n');
		wake();
	});
	const { queue } = opened;
	queue.onDidChange(() => wake());
	await queue.start().catch((error: unknown) => {
		// The window goes on looking for a leader; whoever asks it for something is told.
		if (codeOf(error) !== 'leaderLost') throw error;
		diary.write({ what: 'finds nobody' });
	});
	const user = new User({
		queue,
		diary,
		books: new Books(setup.tripo, setup.control, setup.key),
		output: folders.output,
		pictures: setup.pictures,
	});
	await user.leaderAnswers();
	if (!opened.leads()) diary.write({ what: 'follows' });
	await user.ask(setup.wants);
	for (;;) {
		const changed = new Promise<void>((resolve) => {
			wake = resolve;
		});
		if ((await isOver(opened, user, diary)) && mayGo) break;
		await changed;
	}
	diary.write({ what: 'over' });
	await opened.close();
}

async function isOver({ queue, leads }: OpenQueue, user: User, diary: Diary): Promise<boolean> {
	const doubtful = () => queue.list().filter(({ state }) => state.kind === 'uncertain');
	// One person has one pair of hands: of several windows, the leading one is looked at.
	if (leads() && doubtful().length > 0) await user.helpDoubtful(doubtful);
	const hopeless = queue.list().filter(isHopeless);
	for (const { id, state } of hopeless) {
		const error = errorOf(state);
		diary.write({ what: 'broken', law: `job ${id} is ${state.kind}: ${error ? describeError(error) : ''}` });
	}
	return hopeless.length > 0 || queue.list().every(({ state }) => state.kind === 'done');
}

/** The parent's one word is that the window may go; when the parent is gone, there is nobody to play for. */
function hearParent(leave: () => void): void {
	process.stdin.on('data', leave);
	process.stdin.on('end', () => process.exit(9));
	// The pipe of a child is a socket, and must not keep the window open.
	(process.stdin as typeof process.stdin & { unref(): void }).unref();
}

live(readSetup()).catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
