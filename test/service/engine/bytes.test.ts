import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sidecarPath } from '../../../src/core/assets/placement';
import { describeError } from '../../../src/core/model/errors';
import { type AssetFile, errorOf, type JobRecord } from '../../../src/core/model/jobRecord';
import type { JobRequest } from '../../../src/core/model/request';
import { noLimits } from '../../../src/core/spending/limits';
import { jpeg } from '../../unit/core/support/sampleFiles';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run, text } from '../engineHarness';
import { isWhatItSays } from '../fileKinds';

const concept: JobRequest = { operation: 'textToImage', prompt: 'barrel', options: {} };

describe('Law 10: bytes decide what arrives', () => {
	let harness: EngineHarness;
	let run: Run;
	beforeEach(async () => {
		harness = await EngineHarness.open();
		run = await harness.start();
	});
	afterEach(() => harness.close());

	const faults = (...steps: unknown[]): Promise<void> => harness.sandbox.control('/faults', steps);
	const ofTasks = (action: unknown): unknown => ({
		method: 'GET',
		path: '/tasks/*',
		times: 'always',
		action,
	});
	const ofFiles = (action: unknown): unknown => ({ origin: 'files', times: 'always', action });
	/** Looks at many tasks come by another call. */
	const named = (name: string): unknown[] => [ofTasks({ type: 'nameLinks', name })];

	async function made(request: JobRequest, source?: JobRecord): Promise<JobRecord> {
		const from = source ? { source: { kind: 'job', id: source.id } as const } : {};
		const [id = ''] = await harness.make(run, { ...request, ...from });
		return harness.until(run, id, 'done', 'failed', 'blocked');
	}
	function filesOf({ state }: JobRecord): readonly AssetFile[] {
		assert.ok(state.kind === 'done', JSON.stringify(state));
		return state.files;
	}
	const said = ({ state }: JobRecord): string => {
		const error = errorOf(state);
		return error ? `${error.code}: ${describeError(error)}` : state.kind;
	};

	for (const name of ['*', '*.exe', '*.sh', '*.png', 'model.fbx'])
		it(`a GLB whose link ends with ${name} is a GLB, and checked`, async () => {
			await faults(...named(name));
			await checkAsset(await made(text('oak barrel')));
			assert.deepEqual(await harness.files(), ['thing.glb', 'thing.propsmith.json']);
		});

	for (const [what, body] of [
		['a script', '#!/bin/sh\necho “$HOME”\n'],
		['a program', '\u007fELF\u0002\u0001\u0001\u0000'],
		['a text', 'Your model will be ready soon.'],
	] as const)
		it(`${what} never stands in the workspace, whatever its link says`, async () => {
			await faults(...named('*.sh'), ofFiles({ type: 'status', status: 200, body }));
			const job = await made(text('oak barrel'));
			assert.match(said(job), /^fileInvalid: .*(not a model|first bytes)/);
			// Paid bytes wait for the user's word, under a name that nothing opens.
			assert.deepEqual(await harness.files(), [`.${job.id}.part`]);
		});

	it('a JPEG under a link to a PNG is kept as a JPEG', async () => {
		await faults(ofFiles({ type: 'oddFile', how: 'jpeg' }));
		const job = await made(concept);
		await checkAsset(job);
		assert.deepEqual(await harness.files(), ['thing.jpg', 'thing.jpg.propsmith.json']);
	});

	for (const [what, link, words] of [
		['of a file', 'file:///etc/passwd', 'file:'],
		['with the data in it', 'data:model/gltf-binary;base64,Z2xURg==', 'data:'],
		['of FTP', 'ftp://files.test/secret/model.glb', 'ftp:'],
		['that is none', 'model.glb?Signature=secret', 'no web address'],
	] as const)
		it(`a link ${what} is named as what it is, and nothing is fetched`, async () => {
			await faults(ofTasks({ type: 'setField', field: 'data.output.model_url', value: link }));
			const job = await made(text('oak barrel'));
			assert.match(said(job), /^linkUnusable: .*result is kept by the service/);
			assert.ok(said(job).includes(words), said(job));
			assert.deepEqual(await harness.sandbox.downloads(), []);
			const written = (await harness.writtenText()) + harness.log.text;
			for (const secret of ['passwd', 'Z2xURg', 'secret']) assert.ok(!written.includes(secret), secret);
			await harness.sandbox.control('/faults', [], 'DELETE');
			await run.engine.call('retry', job.id, noLimits);
			await checkAsset(await harness.until(run, job.id, 'done'));
			assert.deepEqual(await harness.sandbox.bill(), { charged: 20, tasks: 1 });
		});

	describe('what is odd and harmless is kept, and told of in the record and beside the asset', () => {
		const oddities: readonly [how: string, request: JobRequest | undefined, note: RegExp][] = [
			['trailing', undefined, /^2 bytes behind the end/],
			['byteOrderMark', undefined, /byte order mark/],
			['trailing', { operation: 'convert', options: { format: 'STL' } }, /^2 bytes behind the last triangle/],
		];
		for (const [how, request, note] of oddities)
			it(`${how}, in ${request ? 'an STL' : 'a GLB'}`, async () => {
				const source = request ? await made(text('oak barrel')) : undefined;
				await faults(ofFiles({ type: 'oddFile', how }));
				const [file] = filesOf(await made(request ?? text('oak barrel'), source));
				assert.ok(file);
				assert.match(file.notes?.join() ?? '', note);
				const sidecar = JSON.parse(await readFile(sidecarPath(file.path), 'utf8'));
				assert.deepEqual(sidecar.notes, file.notes);
			});

		it('what a model requires of the program that shows it', async () => {
			await faults(ofFiles({ type: 'oddFile', how: 'requires' }));
			const [file] = filesOf(await made(text('oak barrel')));
			assert.deepEqual(file?.facts?.requires, ['KHR_texture_basisu']);
			assert.deepEqual(file?.facts?.uses, ['EXT_texture_webp']);
			const sidecar = JSON.parse(await readFile(sidecarPath(file?.path ?? ''), 'utf8'));
			assert.deepEqual(sidecar.facts.requires, ['KHR_texture_basisu']);
		});
	});

	it('an archive as Windows and macOS make them: the model is the main file, and finds its textures', async () => {
		const source = await made(text('oak barrel'));
		await faults(ofFiles({ type: 'oddFile', how: 'foreignArchive' }));
		const files = filesOf(await made({ operation: 'convert', options: { format: 'OBJ' } }, source));
		const [main] = files;
		assert.match(main?.path ?? '', /thing[/\\]model\.obj$/);
		const names = (await readdir(join(harness.output, 'thing'))).filter((name) => !name.endsWith('.json'));
		assert.equal(names.length, files.length);
		assert.ok(
			names.includes('README.txt') && !names.some((name) => /^(\.|__|thumbs)/i.test(name)),
			names.join(),
		);
		const [, library = ''] = /^mtllib (.+)$/m.exec(await readFile(main?.path ?? '', 'utf8')) ?? [];
		assert.ok(names.includes(library));
	});

	it('a picture named .png that is a JPEG goes up as what it is', async () => {
		const image = join(harness.root, 'wood.png');
		await writeFile(image, jpeg);
		const knight = await made(text('knight'));
		const texture: JobRequest = { operation: 'texture', images: [image], options: {} };
		await checkAsset(await made(texture, knight));
		const [body] = await harness.sandbox.bodies('POST', /texture/);
		assert.match(JSON.stringify(body), /"image":\{"type":"jpeg"/);
	});
});

describe('Law 10: bytes decide what arrives from Meshy', () => {
	it('one name for both formats of a model, though every link ends with .exe', async () => {
		const harness = await EngineHarness.open({}, 'meshy');
		try {
			const run = await harness.start();
			await harness.sandbox.control('/faults', [
				{
					method: 'GET',
					path: '^/openapi/v2/.*',
					times: 'always',
					action: { type: 'nameLinks', name: '*.exe' },
				},
			]);
			await mkdir(harness.output);
			await writeFile(join(harness.output, 'thing.fbx'), 'mine');
			const [id = ''] = await harness.make(run, text('oak barrel', { target_formats: ['glb', 'fbx'] }));
			const job = await harness.until(run, id, 'done', 'failed', 'blocked');
			await checkAsset(job, 2);
			const names = (await harness.files()).filter((name) => !name.endsWith('.json'));
			assert.deepEqual(names, ['thing-2.fbx', 'thing-2.glb', 'thing.fbx']);
			assert.equal(await readFile(join(harness.output, 'thing.fbx'), 'utf8'), 'mine');
		} finally {
			await harness.close();
		}
	});

	it('an OBJ and all that it names, though every link ends with .exe', async () => {
		const harness = await EngineHarness.open({}, 'meshy');
		try {
			const run = await harness.start();
			const [preview = ''] = await harness.make(run, text('oak barrel'));
			await harness.until(run, preview, 'done');
			await harness.sandbox.control('/faults', [
				{
					method: 'GET',
					path: '^/openapi/v2/.*',
					times: 'always',
					action: { type: 'nameLinks', name: '*.exe' },
				},
			]);
			const [id = ''] = await harness.make(run, {
				operation: 'refine',
				source: { kind: 'job', id: preview },
				options: { target_formats: ['glb', 'obj'] },
			});
			const { state } = await harness.until(run, id, 'done', 'failed', 'blocked');
			assert.ok(state.kind === 'done', JSON.stringify(state));
			for (const { path } of state.files) await isWhatItSays(path);
			assert.ok(state.files[0]?.path.endsWith('thing-2.glb'));
			const obj = state.files.find(({ path }) => path.endsWith('model.obj'))?.path ?? '';
			const [, library = ''] = /^mtllib (.+)$/m.exec(await readFile(obj, 'utf8')) ?? [];
			const materials = await readFile(join(obj, '..', library), 'utf8');
			for (const [, name = ''] of materials.matchAll(/^map_\S+ (.+)$/gm))
				await isWhatItSays(join(obj, '..', name));
		} finally {
			await harness.close();
		}
	});
});
