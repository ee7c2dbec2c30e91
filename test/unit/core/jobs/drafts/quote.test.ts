import assert from 'node:assert/strict';
import { isQuote, quoteOf } from '../../../../../src/core/jobs/drafts/quote';
import type { GenerateRequest } from '../../../../../src/core/model/generateRequest';
import type { JobRequest } from '../../../../../src/core/model/request';

const label = '“x”';
const job = (request: JobRequest): GenerateRequest => ({ provider: 'tripo', ...request, label });
const text = (options = {}): GenerateRequest => job({ operation: 'textToModel', prompt: 'knight', options });
const rig = (index: number): GenerateRequest =>
	job({ operation: 'rig', source: { kind: 'step', index }, options: {} });
const nobody = (): undefined => undefined;

describe('Price and time of jobs that are asked for together', () => {
	it('adds the prices, and the times of steps that wait for each other', () => {
		assert.deepEqual(quoteOf([text(), rig(0)], nobody), { credits: 45, unpriced: 0, seconds: 120 + 180 });
	});

	it('takes the longest of what runs side by side', () => {
		const jobs = [text(), text({ model: 'P1-20260311' }), rig(1)];
		assert.deepEqual(quoteOf(jobs, nobody), { credits: 20 + 40 + 25, unpriced: 0, seconds: 60 + 180 });
	});

	it('counts those of unknown price', () => {
		assert.deepEqual(quoteOf([text({ model: 'v9' }), text()], nobody), {
			credits: 20,
			unpriced: 1,
			seconds: 120,
		});
	});

	it('says why they would be refused, as they would be', () => {
		const quote = quoteOf([text(), rig(0), rig(1)], nobody);
		assert.ok(!isQuote(quote));
		assert.equal(quote.refused, '“x”: rig cannot go on from rig');
	});

	it('looks jobs up that are there already', () => {
		const from = job({ operation: 'rig', source: { kind: 'job', id: 'j' }, options: {} });
		assert.ok(!isQuote(quoteOf([from], nobody)));
		assert.ok(
			isQuote(quoteOf([from], (id) => (id === 'j' ? { provider: 'tripo', request: text() } : undefined))),
		);
	});
});
