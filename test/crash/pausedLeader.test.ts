import assert from 'node:assert/strict';
import { eventually } from '../harness/eventually';
import { within } from '../harness/within';
import type { Wanted } from './plan/plan';
import { Stage } from './run/stage';
import { World } from './run/world';
import type { Entry } from './window/diary';

const limitMs = 120_000;

function wish(key: number): Wanted {
	return { key, operation: 'textToModel', prompt: `barrel ${key}`, count: 1 };
}

describe('A leading window that sleeps', () => {
	let world: World;
	let stage: Stage;
	before(async () => {
		world = await World.open();
		stage = await Stage.open(world, 1, 2);
	});
	after(async () => {
		stage.end();
		await world.close();
	});

	const written = async (what: Entry['what']): Promise<string[]> =>
		(await stage.diary()).filter((entry) => entry.what === what).map(({ by }) => by);

	it('keeps its place: nobody submits meanwhile, and when it wakes all goes on', async () => {
		const asleep = { point: 'beforePost', nth: 1, powerCut: false, onlyPauses: true } as const;
		const leader = stage.window('leader', { wants: [], lingers: true, death: asleep, mishaps: [] });
		await within(limitMs, 'a leader', leader.leads);
		const follower = stage.window('follower', { wants: [wish(1), wish(2)], mishaps: [] });
		await eventually('the leader to sleep, about to send', async () => (await written('pauses')).length > 0);

		// It waits as long as any window does, and then says so: a pause of the product's own length.
		const late = stage.window('late', { wants: [wish(3)], mishaps: [] });
		await eventually('a window in vain for a leader', async () => (await written('finds nobody')).length > 0);
		assert.deepEqual(await written('leads'), ['leader']);
		assert.equal(await stage.books.posts(), 0);

		leader.signal('SIGCONT');
		leader.leave();
		for (const [name, window] of Object.entries({ leader, follower, late }))
			assert.deepEqual(
				await within(limitMs, `the end of the window ${name}`, window.ended),
				{ code: 0, signal: null },
				await stage.story(),
			);
		assert.deepEqual(
			(await written('posts')).filter((by) => by !== 'leader'),
			[],
		);
		const { ledger, tasks } = { ledger: await stage.books.ledger(), tasks: await stage.books.tasks() };
		assert.deepEqual(tasks.map(({ key }) => key).sort(), [1, 2, 3]);
		assert.equal(ledger.entries.filter(({ kind }) => kind === 'charge').length, 3);
		assert.deepEqual(await written('broken'), []);
	});
});
