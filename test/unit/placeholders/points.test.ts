import assert from 'node:assert/strict';
import { points2d, points3d } from '../../../src/placeholders/points';

describe('point literals', () => {
	it('are numbers with spaces between them, in points with commas between them', () => {
		assert.deepEqual(points2d('0.1 0, -2.5 1e-3'), [
			[0.1, 0],
			[-2.5, 0.001],
		]);
		assert.deepEqual(points3d(' 1 2 3,\n4  5 6 '), [
			[1, 2, 3],
			[4, 5, 6],
		]);
	});

	it('carry computed numbers exactly', () => {
		const third = 1 / 3;
		assert.deepEqual(points2d(`${third} ${-third * 1e-9}`), [[third, -third * 1e-9]]);
	});

	it('may be lists already', () => {
		const path = [[1, 2, 3] as const];
		assert.equal(points3d(path), path);
	});

	for (const [literal, wrong] of [
		['0 1, 2', '2'],
		['0 1, 2 3 4', '2 3 4'],
		['0 1, , 2 3', ''],
		['0 one', '0 one'],
		['0 Infinity', '0 Infinity'],
		['', ''],
	] as const) {
		it(`refuses “${literal}” and says where it is wrong`, () => {
			const message = `“${wrong}” in the points “${literal}” is not 2 numbers.`;
			assert.throws(() => points2d(literal), { message });
		});
	}
});
