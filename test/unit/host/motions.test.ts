import assert from 'node:assert/strict';
import { Emitter } from '../../../src/core/base/events';
import type { ProviderId } from '../../../src/core/model/account';
import { PropsmithError } from '../../../src/core/model/errors';
import type { Motion } from '../../../src/core/model/task';
import { formatMotion, spaced } from '../../../src/host/forms/motionPresentation';
import { Motions } from '../../../src/host/motions';

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

describe('Motions in words', () => {
	for (const [name, words] of [
		['Bow_Shot', 'Bow Shot'],
		['WalkAndRun', 'Walk And Run'],
		['BowShot_02', 'Bow Shot 02'],
		['walk', 'walk'],
	] as const)
		it(`${name} reads “${words}”`, () => assert.equal(spaced(name), words));

	it('are their names where they are known', () => {
		assert.equal(formatMotion([92, 31, 12], [walk, cheer]), 'Victory Cheer, 31, Patrol Walk');
		assert.equal(formatMotion(12, [walk]), 'Patrol Walk');
		assert.equal(formatMotion(12, []), '12');
	});
});
