import assert from 'node:assert/strict';
import { spendingCsv } from '../../../../src/core/spending/csv';
import { dayOf } from '../../../../src/core/spending/day';
import { entry } from '../support/entries';

const header =
	'day,time,provider,account,operation,model,status,estimate,charge,refunded,net,task,job,workspace,folder,wallet';

describe('Spending as CSV', () => {
	it('has its columns when there is nothing in it', () => {
		assert.equal(spendingCsv([]), `${header}\r\n`);
	});

	it('has a row for each task, oldest first, with nothing where nothing is known', () => {
		const at = Date.UTC(2026, 10, 22, 12);
		const { charge: _, estimate: __, model: ___, ...bare } = entry({ status: 'underWay', at });
		const refunded = entry({ at: at - 1000, charge: 20.5, refunded: 20, taskId: 't2', workspace: '/g' });
		assert.deepEqual(spendingCsv([bare, refunded]).split('\r\n'), [
			header,
			`${dayOf(at)},2026-11-22T11:59:59.000Z,tripo,acct,textToModel,v3.1-20260211,made,20,20.5,20,0.5,t2,job-1,/g,/out,Tripo API credits`,
			`${dayOf(at)},2026-11-22T12:00:00.000Z,tripo,acct,textToModel,,underWay,,,,,task-1,job-1,,/out,Tripo API credits`,
			'',
		]);
	});

	const cells: readonly [folder: string, cell: string][] = [
		['C:\\games, mine', '"C:\\games, mine"'],
		['/say "hi"', '"/say ""hi"""'],
		['/two\nlines', '"/two\nlines"'],
		['/büro/日本', '/büro/日本'],
		['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
		['+1', "'+1"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\tx', "'\tx"],
	];
	for (const [folder, cell] of cells)
		it(`writes ${JSON.stringify(folder)} so that it comes back as text`, () => {
			const row = spendingCsv([entry({ folder })]).slice(header.length + 2);
			assert.ok(row.endsWith(`,${cell},Tripo API credits\r\n`), row);
		});
});
