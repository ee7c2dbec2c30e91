import assert from 'node:assert/strict';
import { type OperationName, operationNames } from './operations';
import { ends, faultTable, leftOut } from './table';

export interface Row {
	readonly fault: string;
	readonly played: readonly { readonly operation: OperationName; readonly end: string }[];
	/** Operations by the reason why they are not played. */
	readonly leftOut: ReadonlyMap<string, readonly OperationName[]>;
}

/** The table's rows; rejects words that nobody has explained. */
export function readTable(): Row[] {
	const [head = [], ...rows] = faultTable
		.trim()
		.split('\n')
		.map((line) => line.split('|').map((cell) => cell.trim()));
	assert.deepEqual(head.slice(1), operationNames);
	return rows.map(([fault = '', ...cells]) => {
		assert.equal(cells.length, operationNames.length, fault);
		const played: Row['played'][number][] = [];
		const out = new Map<string, OperationName[]>();
		for (const [index, operation] of operationNames.entries()) {
			const cell = cells[index] ?? '';
			const reason = cell.startsWith('-') ? leftOut[cell.slice(1)] : undefined;
			assert.ok(reason ?? ends[cell], `${fault} × ${operation}: “${cell}” is not explained`);
			if (reason) out.set(reason, [...(out.get(reason) ?? []), operation]);
			else played.push({ operation, end: cell });
		}
		return { fault, played, leftOut: out };
	});
}
