import assert from 'node:assert/strict';
import { SandboxUnderTest } from '../sandboxUnderTest';

describe('Sandbox: several keys of one account', () => {
	let sandbox: SandboxUnderTest;
	before(async () => {
		sandbox = await SandboxUnderTest.start({ speed: 0 });
	});
	after(() => sandbox.close());

	const balanceAt = async (url: string, key: string): Promise<unknown> =>
		(await fetch(url, { headers: { authorization: `Bearer ${key}` } })).json();

	it('have one wallet', async () => {
		await sandbox.control('/accounts', { key: 'tsk_first_key_1', balance: 77 });
		await sandbox.control('/accounts', { key: 'tsk_second_key', sameAs: 'tsk_first_key_1' });
		await sandbox.control('/accounts', { key: 'msy_first_key_1', balance: 66 });
		await sandbox.control('/accounts', { key: 'msy_second_key', sameAs: 'msy_first_key_1' });
		const tripo = (await balanceAt(`${sandbox.tripo}/account/balance`, 'tsk_second_key')) as {
			data: { balance: number };
		};
		assert.equal(tripo.data.balance, 77);
		assert.deepEqual(await balanceAt(`${sandbox.meshy}/openapi/v1/balance`, 'msy_second_key'), {
			balance: 66,
		});
		assert.equal((await sandbox.ledger()).accounts.length, 2);
	});

	it('are of one service', async () => {
		await assert.rejects(
			sandbox.control('/accounts', { key: 'tsk_second_key', sameAs: 'msy_first_key_1' }),
			/sameAs/,
		);
	});
});
