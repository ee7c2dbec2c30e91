import assert from 'node:assert/strict';
import { errorOfSeveral, inTurn } from '../../../../../src/core/jobs/drafts/severalFaults';
import { PropsmithError } from '../../../../../src/core/model/errors';

describe('Several faults at once', () => {
	it('of one kind are one message, with the words of each', () => {
		const error = errorOfSeveral([
			{ of: 'line 2', error: { code: 'textUnreadable', detail: 'it has NUL' } },
			{ of: 'line 5', error: { code: 'textUnreadable', detail: 'it has U+FFFD' } },
			{ of: 'line 9', error: { code: 'textUnreadable', detail: 'it has NUL' } },
		]);
		assert.equal(error.code, 'textUnreadable');
		assert.equal(error.jobError.detail, 'line 2, line 9: it has NUL; line 5: it has U+FFFD');
		assert.match(error.message, /No credits were used\. .*files\.encoding/);
	});

	it('of several kinds each get what happened, what it cost and what to do', () => {
		const { code, message } = errorOfSeveral([
			{ of: 'Tripo', error: { code: 'keyRejected' } },
			{ of: 'Meshy', error: { code: 'creditsExhausted', detail: 'balance: 3' } },
		]);
		assert.equal(code, 'keyRejected');
		assert.match(
			message,
			/^Tripo: The service does not accept.*Set API Key.* Meshy: .*balance: 3.*Open Billing/,
		);
	});

	it('stop nobody else: the rest of a group is done all the same', async () => {
		const done: string[] = [];
		const act = async (name: string): Promise<void> => {
			if (name !== 'b') throw new PropsmithError('actionNotPossible', { detail: `${name} is done` });
			done.push(name);
		};
		const nameOf = (name: string): string => `“${name}”`;
		await assert.rejects(inTurn(['a', 'b', 'c'], nameOf, act), /“a”: a is done; “c”: c is done/);
		assert.deepEqual(done, ['b']);
		await assert.rejects(inTurn(['a'], nameOf, act), /\(a is done\)/);
		await inTurn(['b'], nameOf, act);
	});

	it('tell no key and no signed link', () => {
		const faults = ['internal', 'serviceFault'] as const;
		const { message } = errorOfSeveral(
			faults.map((code) => ({ of: 'x', error: { code, detail: 'tsk_0123456789 https://h/a?Signature=b' } })),
		);
		assert.doesNotMatch(message, /0123456789|Signature/);
	});
});
