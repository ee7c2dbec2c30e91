import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { JobHandle } from '../../src/host/api';
import { assertValidGlb } from '../harness/assertValidGlb';
import { gameFile, made, propsmith } from './support/propsmith';

describe('the embedded sandbox', () => {
	it('makes a model from a prompt, through the command, where the output folder says', async () => {
		const handle = await vscode.commands.executeCommand<JobHandle>('propsmith.generateFromPrompt', {
			provider: 'sandbox',
			operation: 'textToModel',
			prompt: 'Weathered oak barrel!',
		});
		const job = await handle.done;
		assert.equal(job.error?.message, undefined);
		assert.equal(job.state, 'done');
		assert.deepEqual(job.files.map(String), [
			String(gameFile('assets', 'generated', 'weathered-oak-barrel.glb')),
		]);
		await assertValidGlb(job.files[0]?.fsPath ?? '');
	});

	it('writes beside it where it came from', async () => {
		const glb = await readFile(gameFile('assets', 'generated', 'weathered-oak-barrel.glb').fsPath);
		const sidecar = gameFile('assets', 'generated', 'weathered-oak-barrel.propsmith.json');
		const provenance = JSON.parse(await readFile(sidecar.fsPath, 'utf8'));
		const { generator, provider, operation, prompt, taskId, sha256, bytes, credits } = provenance;
		assert.deepEqual(
			{ generator, provider, operation, prompt, sha256, bytes },
			{
				generator: 'propsmith',
				provider: 'sandbox',
				operation: 'textToModel',
				prompt: 'Weathered oak barrel!',
				sha256: createHash('sha256').update(glb).digest('hex'),
				bytes: glb.byteLength,
			},
		);
		assert.match(taskId, /^[0-9a-f-]{36}$/);
		assert.equal(typeof credits, 'number');
	});

	it('never overwrites: the second barrel gets a name of its own', async () => {
		const job = await made({ provider: 'sandbox', operation: 'textToModel', prompt: 'weathered oak barrel' });
		assert.deepEqual(job.files.map(String), [
			String(gameFile('assets', 'generated', 'weathered-oak-barrel-2.glb')),
		]);
	});

	it('takes a picture for an option as a Uri', async () => {
		const barrel = gameFile('assets', 'generated', 'weathered-oak-barrel.glb');
		const options = { model: 'v2.0-20260430', ref_image: gameFile('art', 'barrel.png') };
		const job = await made({ provider: 'sandbox', operation: 'segment', source: barrel, options });
		assert.deepEqual(job.files.map(String), [
			String(gameFile('assets', 'generated', 'weathered-oak-barrel-parts.glb')),
		]);
		const sidecar = gameFile('assets', 'generated', 'weathered-oak-barrel-parts.propsmith.json');
		const { options: told } = JSON.parse(await readFile(sidecar.fsPath, 'utf8'));
		assert.equal(told.ref_image, 'barrel.png');
	});

	it('makes a model of a picture, and of several views, into a given folder', async () => {
		const output = gameFile('models');
		const picture = made({
			provider: 'sandbox',
			operation: 'imageToModel',
			images: [gameFile('art', 'barrel.png')],
			output,
		});
		const views = ['right', 'front', 'back', 'left'].map((side) => gameFile('art', `robot-${side}.png`));
		const robot = made({ provider: 'sandbox', operation: 'multiviewToModel', images: views, output });
		const files = (await Promise.all([picture, robot])).flatMap((job) => {
			assert.equal(job.error?.message, undefined);
			return job.files.map(({ fsPath }) => fsPath);
		});
		assert.deepEqual(files, [
			gameFile('models', 'barrel.glb').fsPath,
			gameFile('models', 'robot.glb').fsPath,
		]);
		for (const file of files) await assertValidGlb(file);
	});

	it('tells listeners of every state on the way', async () => {
		const api = await propsmith();
		const states: string[] = [];
		const subscription = api.jobs.onDidChange((job) => {
			if (job.state !== states.at(-1)) states.push(job.state);
		});
		await made({ provider: 'sandbox', operation: 'textToModel', prompt: 'coin' });
		subscription.dispose();
		assert.deepEqual(states, ['waiting', 'uploading', 'submitting', 'running', 'downloading', 'done']);
	});
});
