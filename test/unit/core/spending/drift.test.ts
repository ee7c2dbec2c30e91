import assert from 'node:assert/strict';
import { DriftLog } from '../../../../src/core/spending/drift';
import { entry } from '../support/entries';
import { RecordingLog } from '../support/recordingLog';

describe('Price drift', () => {
	it('is told once for each change of a price', () => {
		const log = new RecordingLog();
		const drift = new DriftLog([], log);
		const charges = [20, 18, 18, 18, 25, 20, 20];
		for (const charge of charges) drift.look([entry({ charge })]);
		assert.deepEqual(log.lines, [
			'warn: Price of tripo textToModel with v3.1-20260211: it costs 18 credits where the estimate says 20 (-2).',
			'warn: Price of tripo textToModel with v3.1-20260211: it costs 25 credits where the estimate says 20 (+5).',
			'warn: Price of tripo textToModel with v3.1-20260211: it costs the 20 credits of its estimate again.',
		]);
	});

	it('is told for each model and each price apart', () => {
		const log = new RecordingLog();
		const drift = new DriftLog([], log);
		drift.look([
			entry({ charge: 18 }),
			entry({ model: 'P1', charge: 18 }),
			entry({ estimate: 30, charge: 27 }),
		]);
		assert.equal(log.lines.length, 3);
	});

	it('is not told again after a restart', () => {
		const log = new RecordingLog();
		new DriftLog([entry({ charge: 18 })], log).look([entry({ charge: 18 })]);
		assert.deepEqual(log.lines, []);
	});

	it('is no matter of what failed, is under way, or was not priced', () => {
		const log = new RecordingLog();
		const { estimate: _, ...unpriced } = entry({ charge: 99 });
		new DriftLog([], log).look([
			entry({ status: 'failed', charge: 0 }),
			entry({ status: 'underWay', charge: 18 }),
			unpriced,
		]);
		assert.deepEqual(log.lines, []);
	});
});
