import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { JobHandle } from '../../src/host/api';
import { gameFile, made, propsmith, withSetting } from './support/propsmith';

describe('a file of prompts', () => {
	const file = gameFile('props.txt');

	it('becomes one job a line, as one batch', async () => {
		await writeFile(file.fsPath, '# village\nhay cart\n\n  water bucket  \n');
		const handle = await vscode.commands.executeCommand<JobHandle>('propsmith.generateFromFile', {
			file,
			provider: 'sandbox',
			output: gameFile('models', 'village'),
		});
		await handle.done;
		const { jobs } = await propsmith();
		const infos = handle.jobs.map((id) => jobs.get(id));
		assert.deepEqual(
			infos.map((job) => job?.files.map((uri) => uri.path.split('/').at(-1))),
			[['hay-cart.glb'], ['water-bucket.glb']],
		);
		assert.ok(infos[0]?.group);
		assert.equal(infos[0].group, infos[1]?.group);
	});

	it('makes nothing when one line cannot be made', async () => {
		const api = await propsmith();
		const before = api.jobs.list().length;
		await writeFile(file.fsPath, `barrel\n${'x'.repeat(1025)}\n`);
		await vscode.commands.executeCommand('propsmith.generateFromFile', { file, provider: 'sandbox' });
		assert.equal(api.jobs.list().length, before);
	});
});

describe('presets of the settings', () => {
	let restore: () => Promise<void>;
	before(async () => {
		restore = await withSetting('presets', {
			'Village prop': {
				provider: 'tripo',
				steps: [
					{ prompt: '{prompt}, weathered oak', options: { model: 'P1-20260311', face_limit: 700 } },
					{ operation: 'convert', options: { format: 'USDZ' } },
				],
			},
			Broken: { steps: [{ operation: 'bake' }] },
		});
	});
	after(() => restore());

	it('say how something is made, where the request says nothing else', async () => {
		const request = {
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'milk churn',
			preset: 'village prop',
			options: { face_limit: 800 },
		} as const;
		const handle = await (await propsmith()).generate(request);
		const job = await handle.done;
		assert.equal(job.state, 'done', job.error?.message);
		assert.equal(handle.jobs.length, 2);
		assert.match(job.files[0]?.path ?? '', /\/milk-churn\.usdz$/);
	});

	it('are told from those that are not there, or cannot be read', async () => {
		for (const preset of ['No such', 'Broken'])
			await assert.rejects(
				made({ provider: 'sandbox', operation: 'textToModel', prompt: 'x', preset }),
				new RegExp(`there is no preset “${preset}”`),
			);
	});

	it('come with Propsmith, too', async () => {
		const request = { provider: 'sandbox', operation: 'textToModel', prompt: 'lantern' } as const;
		const job = await made({ ...request, preset: 'Hero Character' });
		assert.equal(job.state, 'done', job.error?.message);
	});
});
