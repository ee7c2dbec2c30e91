import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { JobRequest } from '../../../src/core/model/request';
import { specOf } from '../../../src/core/providers/catalogues';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';
import { isWhatItSays } from '../fileKinds';
import { theTask } from './meshyRow';
import { meshyRows } from './meshyRows';
import { meshyStepRows } from './meshyStepRows';

describe('Engine: every operation at Meshy', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open({}, 'meshy');
		run = await harness.start();
	});
	afterEach(() => harness.close());

	/** Makes it, going on from the job before it. */
	async function made(request: JobRequest, before: string | undefined, fromFile?: true): Promise<string> {
		const source = before === undefined ? {} : { source: sourceOf(before, fromFile) };
		const [id = ''] = await harness.make(run, { ...request, ...source });
		await harness.until(run, id, 'done', 'failed', 'refused', 'blocked');
		return id;
	}

	function sourceOf(id: string, fromFile?: true): NonNullable<JobRequest['source']> {
		const { state } = run.journal.get(id);
		if (!fromFile) return { kind: 'job', id };
		return { kind: 'file', path: (state.kind === 'done' && state.files[0]?.path) || '' };
	}

	for (const [what, row] of Object.entries({ ...meshyRows, ...meshyStepRows }))
		it(`${what}: the right body, one charge, whole files`, async () => {
			let before: string | undefined;
			for (const request of row.after ?? []) before = await made(request, before);
			const id = await made(row.request, before, row.fromFile);
			const job = run.journal.get(id);
			// A model that was made before has the name already; rigging names its own.
			const from = row.after?.at(-1)?.operation;
			const taken = from && specOf('meshy', from).gives === 'model' && row.request.operation !== 'rig';
			const { files = [taken ? 'thing-2.glb' : 'thing.glb'] } = row;
			await checkAsset(job, files.length);
			assert.ok(job.state.kind === 'done');
			assert.deepEqual(
				job.state.files.map(({ path }) => basename(path)),
				files,
			);
			for (const { path } of job.state.files) await isWhatItSays(path);
			assert.deepEqual([job.estimate, job.state.credits], [row.credits, row.credits]);
			const bodies = await harness.sandbox.bodies('POST', new RegExp(`^${row.path}$`));
			const earlier = before === undefined ? undefined : run.journal.get(before).state;
			const task = earlier?.kind === 'done' ? earlier.task.id : undefined;
			assertMatches(bodies.at(-1), row.body, task);
		});

	it('an OBJ lands in a folder of its own with everything that it names', async () => {
		const preview = await made(text('oak barrel'), undefined);
		const formats = { target_formats: ['glb', 'obj'], enable_pbr: true };
		const id = await made({ operation: 'refine', options: formats }, preview);
		const job = run.journal.get(id);
		assert.ok(job.state.kind === 'done', JSON.stringify(job.state));
		const names = job.state.files.map(({ path }) => relative(harness.output, path).replaceAll('\\', '/'));
		const [model, ...others] = names;
		assert.equal(model, 'thing-2.glb');
		const inFolder = dirname(others[0] ?? '');
		assert.notEqual(inFolder, '.');
		assert.ok(
			others.every((name) => dirname(name) === inFolder),
			names.join(),
		);
		const folder = join(harness.output, inFolder);
		const obj = await readFile(join(folder, 'model.obj'), 'utf8');
		const [, library = ''] = /^mtllib (.+)$/m.exec(obj) ?? [];
		const materials = await readFile(join(folder, library), 'utf8');
		const textures = [...materials.matchAll(/^map_\S+ (.+)$/gm)].map(([, name = '']) => name);
		assert.ok(textures.length > 0);
		for (const name of textures) assert.ok(names.includes(`${inFolder}/${name}`), `${name} is not there`);
	});
});

/** Same keys, same values; a pattern stands for any text that fits it. */
function assertMatches(actual: unknown, expected: unknown, task: string | undefined): void {
	if (expected instanceof RegExp) assert.match(String(actual), expected);
	else if (expected === theTask) assert.equal(actual, task);
	else if (typeof expected === 'object' && expected !== null) {
		assert.deepEqual(Object.keys(Object(actual)).sort(), Object.keys(expected).sort());
		for (const [key, value] of Object.entries(expected)) assertMatches(Object(actual)[key], value, task);
	} else assert.deepEqual(actual, expected);
}
