import assert from 'node:assert/strict';
import { guessViews, viewSets } from '../../../../src/core/presets/viewGuess';

describe('Views told by file names', () => {
	it('go by the last word that names a side, else by order', () => {
		assert.deepEqual(guessViews(['/a/x-back.png', '/a/left_wing_front.png', '/a/y.png']), {
			back: '/a/x-back.png',
			front: '/a/left_wing_front.png',
			left: '/a/y.png',
		});
	});

	const sets: readonly [what: string, paths: readonly string[], sets: readonly (readonly string[])[]][] = [
		['sides of one thing', ['r-back.png', 'r-front.png'], [['r-back.png', 'r-front.png']]],
		[
			'two things, and one that stands alone',
			['barrel.png', 'a_front.jpg', 'B Left.png', 'a_left.png', 'b front.png'],
			[['barrel.png'], ['a_front.jpg', 'a_left.png'], ['B Left.png', 'b front.png']],
		],
		['no front', ['r-left.png', 'r-back.png'], [['r-left.png'], ['r-back.png']]],
		['one side twice', ['r-front.png', 'r-front.jpg'], [['r-front.png'], ['r-front.jpg']]],
		['a single side', ['r-front.png', 's.png'], [['r-front.png'], ['s.png']]],
		[
			'the same name in two folders',
			['a/r-front.png', 'b/r-back.png'],
			[['a/r-front.png'], ['b/r-back.png']],
		],
	];
	for (const [what, paths, expected] of sets)
		it(`belong together: ${what}`, () => assert.deepEqual(viewSets(paths), expected));
});
