import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { checkAsset } from '../checkAsset';
import { isWhatItSays } from '../fileKinds';
import { pictureRows } from './tripoPictureRows';
import { modelRows } from './tripoRows';
import { TripoSteps, typeOf } from './tripoSteps';

const rows = [...modelRows, ...pictureRows];

describe('Tripo’s operations, from the request to the files', () => {
	let steps: TripoSteps;
	before(async () => {
		steps = await TripoSteps.open();
	});
	after(() => steps.close());

	for (const row of rows)
		it(`${row.operation} ${row.what}`, async () => {
			const job = await steps.make(await row.request(steps));
			assert.deepEqual(await steps.bodyOf(job), row.body);
			const { tasks } = await steps.harness.sandbox.ledger();
			const task = tasks.find(({ taskId }) => taskId === job.state.task.id);
			assert.deepEqual(
				[task?.type, task?.price, job.state.credits],
				[typeOf[row.operation], row.credits, row.credits],
			);
			if (job.estimate !== undefined) assert.equal(job.estimate, row.credits);
			const { output } = steps.harness;
			assert.deepEqual(
				job.state.files.map(({ path }) => relative(output, path).replaceAll('\\', '/')),
				row.files,
			);
			for (const { path } of job.state.files) await isWhatItSays(path);
			if (row.files.length === 1 && row.files[0]?.endsWith('.glb')) await checkAsset(job);
			await row.look?.(job, steps);
		});

	it('covers every operation that Tripo has', () => {
		const covered = new Set(rows.map(({ operation }) => operation));
		assert.deepEqual([...covered].sort(), Object.keys(typeOf).sort());
	});

	it('leaves nothing else in the output folder', async () => {
		const names = (await readdir(steps.harness.output)).filter((name) => name.startsWith('.'));
		assert.deepEqual(names, []);
	});
});
