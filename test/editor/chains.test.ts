import { strict as assert } from 'node:assert';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { sidecarPath } from '../../src/core/assets/placement';
import type { JobHandle, JobInfo } from '../../src/host/api';
import { assertValidGlb } from '../harness/assertValidGlb';
import { gameFile, jobWhen, made, propsmith } from './support/propsmith';

/** All jobs of a handle, once its last one is settled. */
async function ended(handle: JobHandle): Promise<JobInfo[]> {
	const last = await handle.done;
	assert.equal(last.error?.message, undefined);
	const { jobs } = await propsmith();
	return handle.jobs.map((id) => jobs.get(id) as JobInfo);
}

async function sidecarOf(file: vscode.Uri | undefined): Promise<Record<string, unknown>> {
	return JSON.parse(await readFile(sidecarPath(file?.fsPath ?? ''), 'utf8')) as Record<string, unknown>;
}

describe('chains', () => {
	let knight: JobInfo[] = [];

	it('go from one prompt to a rigged character with three clips and to FBX', async () => {
		const api = await propsmith();
		const handle = await api.generate({
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'old knight',
			then: [
				{ operation: 'rig' },
				{
					operation: 'retarget',
					options: { animations: ['preset:biped:idle', 'preset:biped:walk', 'preset:biped:run'] },
				},
				{ operation: 'convert', options: { format: 'FBX' } },
			],
		});
		knight = await ended(handle);
		assert.deepEqual(
			knight.map(({ operation, state, files }) => [operation, state, files.length]),
			[
				['textToModel', 'done', 0],
				['rig', 'done', 0],
				['retarget', 'done', 0],
				['convert', 'done', 1],
			],
		);
		assert.equal(handle.id, knight.at(-1)?.id);
		assert.equal(new Set(knight.map(({ group }) => group)).size, 1);
		assert.ok(knight[0]?.group);
		const [file] = knight[3]?.files ?? [];
		assert.match(file?.fsPath ?? '', /old-knight.*\.fbx$/);
		assert.equal((await sidecarOf(file)).operation, 'convert');
	});

	it('leave what is between at the service, from where it can be fetched', async () => {
		const rig = knight[1];
		assert.ok(rig);
		await vscode.commands.executeCommand('propsmith.downloadResult', { jobId: rig.id });
		const { files } = await jobWhen(rig.id, (job) => job.state === 'done' && job.files.length > 0);
		await assertValidGlb(files[0]?.fsPath ?? '');
	});

	it('hold later steps up when one fails, and say so', async () => {
		const api = await propsmith();
		const handle = await api.generate({
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'sandbox-fail knight',
			then: [{ operation: 'rig' }, { operation: 'convert', options: { format: 'FBX' } }],
		});
		const last = await handle.done;
		assert.equal(last.state, 'blocked');
		assert.match(last.error?.message ?? '', /The previous step didn’t produce a result/);
	});

	it('are refused as a whole when one step does not fit, before anything exists', async () => {
		const api = await propsmith();
		const before = api.jobs.list().length;
		await assert.rejects(
			api.generate({
				provider: 'sandbox',
				operation: 'textToModel',
				prompt: 'knight',
				then: [{ operation: 'rig' }, { operation: 'segment' }],
			}),
			/segment cannot go on from rig/,
		);
		assert.equal(api.jobs.list().length, before);
	});
});

describe('variants', () => {
	it('have seeds of their own, which their sidecars tell', async () => {
		const api = await propsmith();
		const handle = await api.generate({
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'stone well',
			options: { model: 'P1-20260311' },
			count: 3,
		});
		const jobs = await ended(handle);
		const sidecars = await Promise.all(jobs.map(({ files }) => sidecarOf(files[0])));
		const seeds = sidecars.map(({ options }) => (options as { model_seed: number }).model_seed);
		assert.equal(new Set(seeds).size, 3, seeds.join(', '));
	});
});

describe('going on from an asset', () => {
	it('takes the task that made it, by the sidecar beside it, and puts the result there', async () => {
		const output = gameFile('models', 'well');
		const well = await made({ provider: 'sandbox', operation: 'textToModel', prompt: 'tall well', output });
		const [file] = well.files;
		assert.ok(file);
		const handle = await vscode.commands.executeCommand<JobHandle>('propsmith.doNext', {
			operation: 'convert',
			source: file,
			options: { format: 'FBX' },
		});
		const [job] = await ended(handle);
		assert.equal(path.dirname(job?.files[0]?.fsPath ?? ''), output.fsPath);
		assert.match(job?.files[0]?.fsPath ?? '', /tall-well.*\.fbx$/);
		assert.deepEqual((await sidecarOf(job?.files[0])).source, { kind: 'job', id: well.id });
	});

	it('uploads a file that nobody knows anything of', async () => {
		const { files } = await made({ provider: 'sandbox', operation: 'textToModel', prompt: 'small knight' });
		const stray = gameFile('models', 'stray', 'stranger.glb');
		await mkdir(path.dirname(stray.fsPath), { recursive: true });
		await copyFile(files[0]?.fsPath ?? '', stray.fsPath);
		const check = await made({ provider: 'sandbox', operation: 'rigCheck', source: stray.toString() });
		assert.equal(check.state, 'done', check.error?.message);
		assert.equal(typeof check.findings?.riggable, 'boolean');
	});

	it('knows a job by its id and by its task’s id', async () => {
		const well = await made({ provider: 'sandbox', operation: 'textToModel', prompt: 'low well' });
		for (const source of [well.id, well.taskId ?? '']) {
			const job = await made({ operation: 'convert', source, options: { format: 'USDZ' } });
			assert.equal(job.state, 'done', job.error?.message);
			assert.deepEqual((await sidecarOf(job.files[0])).source, { kind: 'job', id: well.id });
		}
	});
});
