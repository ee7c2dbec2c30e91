import assert from 'node:assert/strict';
import {
	chargeOf,
	describeError,
	type ErrorCode,
	errorCodes,
	PropsmithError,
	summariseError,
} from '../../../../src/core/model/errors';

describe('Errors: words for every code', () => {
	for (const code of errorCodes()) {
		it(`${code} says what happened, what it cost and what to do`, () => {
			const text = describeError({ code });
			const what = summariseError({ code });
			assert.match(what, /^[A-Z].{10,}\.$/s);
			assert.ok(text.startsWith(what), text);
			assert.match(text, /No credits were used\.|Credits may have been used\.|The task is paid/);
			const next = text.split(/used\. |by the service\. /).at(-1) ?? '';
			assert.match(next, /^[A-Z].{10,}\.$/s, 'the next step is a sentence');
			assert.doesNotMatch(text, /undefined|\.\.|\bnull\b/);
		});
	}

	it('never says the same of two codes', () => {
		const whats = errorCodes().map((code) => summariseError({ code }));
		assert.equal(new Set(whats).size, whats.length);
	});

	it('puts the service’s own words into the sentence', () => {
		assert.match(
			describeError({ code: 'requestInvalid', detail: 'face_limit is too big.' }),
			/as it is \(face_limit is too big\)\. No credits/,
		);
	});

	it('says what one failure cost where it differs from the rule', () => {
		assert.equal(chargeOf({ code: 'diskFull' }), 'made');
		assert.equal(chargeOf({ code: 'diskFull', charge: 'none' }), 'none');
		assert.match(describeError({ code: 'diskFull', charge: 'none' }), /No credits were used/);
	});

	it('names the wallet that is empty', () => {
		assert.match(describeError({ code: 'creditsExhausted' }), /API credits.*Studio.*another wallet/s);
	});

	it('explains a client id', () => {
		assert.match(describeError({ code: 'keyIsClientId' }), /tcli_.*never authenticates.*tsk_/s);
	});

	it('is short about what to do', () => {
		const next = (code: ErrorCode): string =>
			describeError({ code })
				.split(/used\. |by the service\. /)
				.at(-1) ?? '';
		assert.deepEqual(
			errorCodes().filter((code) => next(code).length > 160),
			[],
		);
	});
});

describe('Law 6: no key in errors', () => {
	it('masks keys and drops signed queries from details', () => {
		const { jobError, message } = new PropsmithError('internal', {
			detail: 'Bearer tsk_secret123 at https://cdn.example/x.glb?Signature=abc failed',
		});
		for (const text of [message, JSON.stringify(jobError)]) {
			assert.doesNotMatch(text, /secret123|abc/);
			assert.match(text, /https:\/\/cdn\.example\/x\.glb/);
		}
	});

	it('leaves out what was not said', () => {
		assert.deepEqual(new PropsmithError('noFolder', { detail: undefined, requestId: '' }).jobError, {
			code: 'noFolder',
		});
	});
});
