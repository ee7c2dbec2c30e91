import assert from 'node:assert/strict';
import { refusal } from '../../../../../src/core/providers/tripo/refusals';

// HTTP status, Tripo's code, what we make of it.
const table: readonly [status: number, code: number | undefined, kind: string, words: string][] = [
	[401, 2, 'refused', 'keyRejected'],
	[401, 1000, 'refused', 'keyRejected'],
	[401, 1001, 'refused', 'keyRejected'],
	[401, 1002, 'refused', 'keyRejected'],
	[401, undefined, 'refused', 'keyRejected'],
	[500, 1000, 'unclear', 'serviceFault'],
	[500, 1001, 'unclear', 'serviceFault'],
	[500, 2014, 'unclear', 'serviceFault'],
	[400, 1003, 'refused', 'requestInvalid'],
	[405, 1003, 'refused', 'requestInvalid'],
	[415, 1003, 'refused', 'requestInvalid'],
	[400, 1004, 'refused', 'requestInvalid'],
	[403, 1005, 'refused', 'requestInvalid'],
	[429, 1007, 'rate', 'serviceFault'],
	[429, 2000, 'busy', 'serviceFault'],
	[429, undefined, 'rate', 'serviceFault'],
	[429, 4242, 'rate', 'serviceFault'],
	[429, 2010, 'rate', 'serviceFault'],
	[404, 2001, 'refused', 'taskNotFound'],
	[400, 2002, 'refused', 'requestInvalid'],
	[400, 2003, 'refused', 'imageUnreadable'],
	[400, 2004, 'refused', 'imageUnreadable'],
	[400, 2006, 'refused', 'requestInvalid'],
	[400, 2007, 'refused', 'requestInvalid'],
	[400, 2008, 'refused', 'contentRefused'],
	[403, 2010, 'refused', 'creditsExhausted'],
	[402, 2010, 'refused', 'creditsExhausted'],
	[403, 2013, 'refused', 'requestInvalid'],
	[400, 2015, 'refused', 'modelRetired'],
	[400, 2016, 'refused', 'requestInvalid'],
	[400, 2017, 'refused', 'requestInvalid'],
	[400, 2018, 'refused', 'requestInvalid'],
	[404, 2019, 'refused', 'requestInvalid'],
	[413, 2021, 'refused', 'imageTooLarge'],
	[400, 2022, 'refused', 'imageTooLarge'],
	[413, undefined, 'refused', 'imageTooLarge'],
	[404, 4001, 'refused', 'requestInvalid'],
	[404, undefined, 'refused', 'taskNotFound'],
	[400, undefined, 'refused', 'requestInvalid'],
	[403, undefined, 'refused', 'requestInvalid'],
	[503, undefined, 'unclear', 'serviceFault'],
	[503, 1000, 'unavailable', 'serviceDown'],
	[408, undefined, 'unclear', 'serviceFault'],
	[425, undefined, 'unclear', 'serviceFault'],
	[502, undefined, 'unclear', 'serviceFault'],
	[504, undefined, 'unclear', 'serviceFault'],
	// A code can come with 200: both are looked at.
	[200, 2008, 'refused', 'contentRefused'],
	[200, 2000, 'busy', 'serviceFault'],
	[200, 4242, 'unclear', 'serviceFault'],
	[200, undefined, 'unclear', 'serviceFault'],
	[302, undefined, 'unclear', 'serviceFault'],
];

describe('What Tripo’s refusals mean', () => {
	for (const [status, code, kind, words] of table)
		it(`HTTP ${status}, code ${code ?? 'none'}: ${kind}, ${words}`, () => {
			const error = refusal({ status, ...(code === undefined ? {} : { code }) });
			assert.deepEqual([error.kind, error.code, error.status], [kind, words, status]);
		});

	it('hands on what the service said and its request id', () => {
		const said = { message: 'bad model', suggestion: 'use H', requestId: 'r1' };
		const error = refusal({ status: 400, code: 1004, ...said });
		assert.equal(error.detail, 'bad model');
		assert.equal(error.requestId, 'r1');
	});

	it('hands on its suggestion where it says nothing else', () => {
		assert.equal(refusal({ status: 400, code: 1004, suggestion: 'use H' }).detail, 'use H');
	});

	it('names the number where the service said nothing', () => {
		assert.equal(refusal({ status: 400, code: 2002 }).detail, 'code 2002');
		assert.equal(refusal({ status: 502 }).detail, 'HTTP 502');
	});

	for (const [code, words] of [
		[2003, 'modelUnreadable'],
		[2004, 'modelUnreadable'],
		[2021, 'modelTooLarge'],
		[2022, 'modelTooLarge'],
		[2006, 'requestInvalid'],
	] as const)
		it(`calls a model a model: ${code}, ${words}`, () =>
			assert.equal(refusal({ status: 400, code, subject: 'model' }).code, words));

	it('hands on how long to wait, zero included', () => {
		assert.equal(refusal({ status: 429, retryAfterMs: 0 }).retryAfterMs, 0);
		assert.equal(refusal({ status: 429 }).retryAfterMs, undefined);
	});
});
