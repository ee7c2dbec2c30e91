import assert from 'node:assert/strict';
import PQueue from 'p-queue';
import { play } from './cell';
import { faults } from './faults';
import { fileHostFaults } from './fileHostFaults';
import { operations } from './operations';
import { readTable } from './readTable';
import { ends } from './table';

const all = { ...faults, ...fileHostFaults };

/** table.ts is what to read. */
describe('Faults × operations: one charge, one whole file, nothing lost', () => {
	const rows = readTable();

	it('has a row for each fault', () => {
		assert.deepEqual(rows.map(({ fault }) => fault).sort(), Object.keys(all).sort());
	});

	/** Cells are played several at a time, each with a sandbox of its own, and told of in their order. */
	const pool = new PQueue({ concurrency: 16, autoStart: false });
	const playing = rows.map(({ fault, played }) =>
		played.map(({ operation }) => {
			const result = pool.add(() => play(operations[operation], all[fault] ?? {}));
			// Its own test tells.
			result.catch(() => {});
			return result;
		}),
	);
	before(() => {
		pool.start();
	});

	for (const [index, row] of rows.entries())
		describe(row.fault, () => {
			for (const [column, { operation, end }] of row.played.entries())
				it(`${operation}: ${ends[end]?.way}`, async () => {
					assert.deepEqual(await playing[index]?.[column], ends[end]);
				});
			for (const [reason, names] of row.leftOut) it(`left out: ${names.join(', ')} (${reason})`);
		});
});
