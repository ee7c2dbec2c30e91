import assert from 'node:assert/strict';
import { Motions } from '../../../../src/core/accounts/motions';
import { Emitter } from '../../../../src/core/base/events';
import type { ProviderId } from '../../../../src/core/model/account';
import { PropsmithError } from '../../../../src/core/model/errors';
import type { Motion } from '../../../../src/core/model/task';

const walk: Motion = { id: 12, name: 'Patrol_Walk', category: 'WalkAndRun' };
const cheer: Motion = { id: 92, name: 'VictoryCheer' };

describe('The library of motions in a window', () => {
	const changed = new Emitter<ProviderId>();
	/** What the queue answers next, the last of them for ever. */
	let answers: (readonly Motion[] | Error)[];
	let asked: ProviderId[];
	let motions: Motions;
	beforeEach(() => {
		answers = [[walk, cheer]];
		asked = [];
		const ask = async (provider: ProviderId): Promise<readonly Motion[]> => {
			asked.push(provider);
			const [answer] = answers.length > 1 ? answers.splice(0, 1) : answers;
			if (!answer || answer instanceof Error) throw answer;
			return answer;
		};
		motions = new Motions(ask, { onDidChange: changed.event });
	});
	afterEach(() => motions.dispose());

	it('is asked for once, however many want it, and known from then on', async () => {
		const library = motions.of('meshy');
		assert.deepEqual(library.known(), []);
		assert.deepEqual(await Promise.all([library.load(), motions.of('meshy').load()]), [
			[walk, cheer],
			[walk, cheer],
		]);
		await library.load();
		assert.deepEqual(library.known(), [walk, cheer]);
		assert.deepEqual(asked, ['meshy']);
	});

	it('is another one for another account', async () => {
		const library = motions.of('meshy');
		answers = [[walk], [cheer]];
		await library.load();
		changed.fire('tripo');
		assert.deepEqual(library.known(), [walk]);
		changed.fire('meshy');
		assert.deepEqual(library.known(), []);
		assert.deepEqual(await library.load(), [cheer]);
	});

	it('that arrives after its account changed is not taken for the new one’s', async () => {
		const library = motions.of('meshy');
		answers = [[walk], [cheer]];
		const late = library.load();
		changed.fire('meshy');
		const present = library.load();
		assert.deepEqual([await late, await present], [[walk], [cheer]]);
		assert.deepEqual(library.known(), [cheer]);
	});

	it('is asked for again after it could not be had, which is told in words', async () => {
		const library = motions.of('meshy');
		answers = [new PropsmithError('keyMissing'), [], [cheer]];
		const words = /^The service’s library of motions cannot be loaded \(No API key is set.*Type the numbers/;
		await assert.rejects(library.load(), { code: 'motionsUnavailable', message: words });
		await assert.rejects(library.load(), { code: 'motionsUnavailable', message: /\(it is empty\)/ });
		assert.deepEqual(await library.load(), [cheer]);
		assert.equal(asked.length, 3);
	});
});
