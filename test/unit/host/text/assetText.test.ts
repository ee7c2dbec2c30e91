import assert from 'node:assert/strict';
import type { AssetFile, JobRecord } from '../../../../src/core/model/jobRecord';
import { assetStatus, assetTooltipText } from '../../../../src/host/text/assetText';
import { sampleStates, task } from '../../core/support/states';
import { file, formatter, job } from '../support/jobs';

const facts = { triangles: 12_345, meshes: 1, materials: 1, textures: 3, animations: 0 };

function tooltipOf(asset: AssetFile, changes: Partial<JobRecord> = {}): Record<string, string> {
	return Object.fromEntries(assetTooltipText(job(sampleStates.done, changes), asset, formatter).lines);
}

describe('The row of a file', () => {
	it('counts triangles where they are known', () => {
		assert.equal(assetStatus(file({ facts }), formatter), '12,345 triangles');
		assert.equal(assetStatus(file(), formatter), '');
	});

	it('has a tooltip with the file’s name and where it is from', () => {
		const { title, lines } = assetTooltipText(job(sampleStates.done), file(), formatter);
		assert.equal(title, 'barrel.glb');
		assert.deepEqual(lines, [
			['From', 'an oak barrel'],
			['File', '2.0 KB'],
			['Credits', '20 Tripo API credits'],
		]);
	});

	it('tells of a model its size, textures and glTF extensions', () => {
		const all = { ...facts, size: [1, 2.345, 0.5], requires: ['A', 'B'], uses: ['C'] } as const;
		assert.deepEqual(tooltipOf(file({ facts: all })), {
			From: 'an oak barrel',
			Triangles: '12,345',
			Size: '1.00 × 2.35 × 0.50 m (x, y, z)',
			Textures: '3 in 1 material',
			Requires: 'A, B',
			Uses: 'C',
			File: '2.0 KB',
			Credits: '20 Tripo API credits',
		});
		assert.equal(tooltipOf(file({ facts: { ...facts, materials: 2 } })).Textures, '3 in 2 materials');
	});

	it('has each note of the check', () => {
		const notes = ['4 bytes behind the end.', 'A byte order mark.'];
		const { lines } = assetTooltipText(job(sampleStates.done), file({ notes }), formatter);
		assert.deepEqual(
			lines.filter(([label]) => label === 'Note').map(([, value]) => value),
			notes,
		);
	});

	it('tells small files from large ones', () => {
		assert.equal(tooltipOf(file({ bytes: 10_239 })).File, '10.0 KB');
		assert.equal(tooltipOf(file({ bytes: 10_240 })).File, '10 KB');
		assert.equal(tooltipOf(file({ bytes: 5_000_000 })).File, '4883 KB');
	});

	it('says what it cost, as far as that is known', () => {
		assert.equal(tooltipOf(file(), { provider: 'sandbox' }).Credits, 'none (sandbox)');
		assert.equal(tooltipOf(file(), { state: { kind: 'done', task, files: [] } }).Credits, 'not told');
		assert.equal(tooltipOf(file(), { provider: 'meshy' }).Credits, '20 Meshy credits');
	});
});
