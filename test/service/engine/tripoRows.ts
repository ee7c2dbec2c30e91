import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { JobRequest, Operation } from '../../../src/core/model/request';
import { isWhatItSays } from '../fileKinds';
import { type Gltf, gltfIn } from '../gltfIn';
import { type Done, fileOf, from, type TripoSteps } from './tripoSteps';

/** An operation over the wire, with what the reference says of its body, its files and its price. */
export interface Row {
	readonly operation: Operation;
	readonly what: string;
	readonly request: (steps: TripoSteps) => Promise<JobRequest>;
	/** All of it: what is not here must not be sent. */
	readonly body: Record<string, unknown>;
	/** Below the output folder. */
	readonly files: readonly string[];
	readonly credits: number;
	readonly look?: (job: Done, steps: TripoSteps) => Promise<void>;
}

const knight = 'the task of knight';

/** What is made of a model, in its shapes; later names follow from earlier ones. */
export const modelRows: readonly Row[] = [
	{
		operation: 'texture',
		what: 'as the model was made',
		request: (steps) => steps.onKnight('texture'),
		body: { model: 'v3.0-20250812', input: knight },
		files: ['knight-textured.glb'],
		credits: 10,
	},
	{
		operation: 'texture',
		what: 'in words, with the newest model',
		request: async (steps) => ({
			...(await steps.onKnight('texture', {
				model: 'v3.5-20260815',
				texture_quality: 'detailed',
				pbr: false,
			})),
			prompt: 'gold',
		}),
		body: {
			model: 'v3.5-20260815',
			texture_quality: 'detailed',
			pbr: false,
			input: knight,
			texture_prompt: { text: 'gold' },
		},
		files: ['knight-textured-2.glb'],
		credits: 20,
	},
	{
		operation: 'texture',
		what: 'from four views',
		request: async (steps) => {
			const views = await steps.views();
			const [front = '', left = '', back = '', right = ''] = views.state.files.map(({ path }) => path);
			return { ...(await steps.onKnight('texture')), views: { front, left, back, right } };
		},
		body: {
			model: 'v3.0-20250812',
			input: knight,
			texture_prompt: { images: Array(4).fill({ type: 'png', file_token: 'a file' }) },
		},
		files: ['knight-textured-3.glb'],
		credits: 10,
	},
	{
		operation: 'texture',
		what: 'of the user’s own file',
		request: async (steps) => ({
			operation: 'texture',
			source: { kind: 'file', path: fileOf(await steps.knight()) },
			prompt: 'rusty',
			options: {},
		}),
		body: { model: 'v3.0-20250812', input: 'a file', texture_prompt: { text: 'rusty' } },
		files: ['knight-textured-4.glb'],
		credits: 10,
	},
	{
		operation: 'convert',
		what: 'to FBX',
		request: (steps) => steps.onKnight('convert', { format: 'FBX', fbx_preset: '3dsmax' }),
		body: { format: 'FBX', fbx_preset: '3dsmax', input: knight },
		files: ['knight.fbx'],
		credits: 5,
	},
	{
		operation: 'convert',
		what: 'to OBJ, which is a folder',
		request: (steps) => steps.onKnight('convert', { format: 'OBJ', texture_size: 1024 }),
		body: { format: 'OBJ', texture_size: 1024, input: knight },
		files: [
			'knight/model.obj',
			'knight/model.mtl',
			...Array.from({ length: 7 }, (_, index) => `knight/texture_${index}.png`),
		],
		credits: 10,
		look: objIsComplete,
	},
	{
		operation: 'convert',
		what: 'to STL',
		request: (steps) => steps.onKnight('convert', { format: 'STL' }),
		body: { format: 'STL', input: knight },
		files: ['knight.stl'],
		credits: 5,
		look: async (job) => {
			const bytes = await readFile(fileOf(job));
			assert.equal(bytes.length, 84 + 50 * bytes.readUInt32LE(80));
		},
	},
	{
		operation: 'convert',
		what: 'to USDZ',
		request: (steps) => steps.onKnight('convert', { format: 'USDZ' }),
		body: { format: 'USDZ', input: knight },
		files: ['knight.usdz'],
		credits: 5,
	},
	{
		operation: 'convert',
		what: 'to 3MF',
		request: (steps) => steps.onKnight('convert', { format: '3MF' }),
		body: { format: '3MF', input: knight },
		files: ['knight.3mf'],
		credits: 5,
	},
	{
		operation: 'convert',
		what: 'to quads',
		request: (steps) => steps.onKnight('convert', { format: 'FBX', quad: true }),
		body: { format: 'FBX', quad: true, input: knight },
		files: ['knight-2.fbx'],
		credits: 10,
	},
	{
		operation: 'convert',
		what: 'an FBX back to GLB',
		request: async (steps) => {
			const source = from(await steps.rig({ out_format: 'fbx' }));
			return { operation: 'convert', source, options: { format: 'GLTF' } };
		},
		body: { format: 'GLTF', input: 'the task of knight-rigged' },
		files: ['knight-rigged.glb'],
		credits: 5,
		look: (job) => gltfHas(job, ({ skins }) => (skins?.length ?? 0) > 0, 'a skeleton'),
	},
	{
		operation: 'import',
		what: 'the user’s own file',
		request: async (steps) => ({
			operation: 'import',
			source: { kind: 'file', path: fileOf(await steps.knight()) },
			options: {},
		}),
		body: { input: 'a file' },
		files: ['knight-2.glb'],
		credits: 0,
	},
	{
		operation: 'stylize',
		what: 'as bricks',
		request: (steps) => steps.onKnight('stylize', { style: 'lego' }),
		body: { style: 'lego', input: knight },
		files: ['knight-lego.glb'],
		credits: 20,
	},
	{
		operation: 'stylize',
		what: 'for Minecraft',
		request: (steps) => steps.onKnight('stylize', { style: 'minecraft', block_size: 32 }),
		body: { style: 'minecraft', block_size: 32, input: knight },
		files: ['knight-minecraft.schem'],
		credits: 20,
	},
	{
		operation: 'segment',
		what: 'into parts',
		request: (steps) => steps.onKnight('segment'),
		body: { model: 'v1.0-20250506', input: knight },
		files: ['knight-parts.glb'],
		credits: 40,
		look: (job) => gltfHas(job, ({ meshes }) => (meshes?.length ?? 0) > 1, 'several parts'),
	},
	{
		operation: 'segment',
		what: 'into parts that a picture shows',
		request: async (steps) => {
			const ref_image = fileOf(await steps.concept());
			return steps.onKnight('segment', { model: 'v2.0-20260430', ref_image });
		},
		body: { model: 'v2.0-20260430', input: knight, ref_image: 'a file' },
		files: ['knight-parts-2.glb'],
		credits: 40,
	},
	{
		operation: 'complete',
		what: 'the parts',
		request: async (steps) => {
			const parts = await steps.once('parts', () => steps.onKnight('segment', { model: 'v2.0-20260430' }));
			return { operation: 'complete', source: from(parts), options: { completion_mode: 'quick_cap' } };
		},
		body: { completion_mode: 'quick_cap', input: 'the task of knight-parts' },
		files: ['knight-completed.glb'],
		credits: 30,
	},
	{
		operation: 'decimate',
		what: 'to few faces',
		request: (steps) => steps.onKnight('decimate', { face_limit: 500 }),
		body: { model: 'v2.0', face_limit: 500, input: knight },
		files: ['knight-lowpoly.glb'],
		credits: 30,
		look: async ({ state }) => assert.ok((state.files[0]?.facts?.triangles ?? 0) <= 750),
	},
	{
		operation: 'decimate',
		what: 'plainly, to quads',
		request: (steps) => steps.onKnight('decimate', { model: 'v1.0', face_limit: 300, quad: true }),
		body: { model: 'v1.0', face_limit: 300, quad: true, input: knight },
		files: ['knight-lowpoly.fbx'],
		credits: 10,
	},
	{
		operation: 'rigCheck',
		what: 'which has no file',
		request: (steps) => steps.onKnight('rigCheck'),
		body: { input: knight },
		files: [],
		credits: 0,
		look: async ({ state }) => assert.deepEqual(state.findings, { riggable: true, rig_type: 'biped' }),
	},
	{
		operation: 'rig',
		what: 'as a biped',
		request: (steps) => steps.onKnight('rig'),
		body: { model: 'v1.0-20240301', input: knight },
		files: ['knight-rigged-2.glb'],
		credits: 25,
		look: (job) => gltfHas(job, ({ skins }) => (skins?.length ?? 0) > 0, 'a skeleton'),
	},
	{
		operation: 'retarget',
		what: 'one clip',
		request: async (steps) => ({
			operation: 'retarget',
			source: from(await steps.rig()),
			options: { animation: 'preset:biped:wave_goodbye_01' },
		}),
		body: { animation: 'preset:biped:wave_goodbye_01', input: 'the task of knight-rigged' },
		files: ['knight-wave-goodbye-01.glb'],
		credits: 10,
		look: (job) => gltfHas(job, ({ animations }) => animations?.length === 1, 'one clip'),
	},
	{
		operation: 'retarget',
		what: 'several clips, a file for each',
		request: async (steps) => ({
			operation: 'retarget',
			source: from(await steps.rig()),
			options: { animations: ['preset:walk', 'preset:biped:run', 'preset:biped:cheer'], out_format: 'glb' },
		}),
		body: {
			animations: ['preset:walk', 'preset:biped:run', 'preset:biped:cheer'],
			out_format: 'glb',
			input: 'the task of knight-rigged',
		},
		files: ['knight-walk.glb', 'knight-run.glb', 'knight-cheer.glb'],
		credits: 30,
		look: async ({ state }) => {
			const clips = await Promise.all(
				state.files.map(async ({ path }) => (await gltfIn(path)).animations?.map(({ name }) => name)),
			);
			assert.deepEqual(
				clips.map((names) => names?.join()).map((name) => /walk|run|cheer/.exec(name ?? '')?.[0]),
				['walk', 'run', 'cheer'],
			);
		},
	},
];

/** The OBJ names a material file, that one its pictures, and all of them are there. */
async function objIsComplete(job: Done): Promise<void> {
	const obj = fileOf(job);
	const folder = dirname(obj);
	const library = /^mtllib (.+)$/m.exec(await readFile(obj, 'utf8'))?.[1] ?? '';
	const materials = await readFile(join(folder, library), 'utf8');
	const pictures = [...materials.matchAll(/^map_\w+ (.+)$/gm)].map(([, name = '']) => name);
	assert.ok(pictures.length > 0);
	for (const picture of pictures) await isWhatItSays(join(folder, picture));
	assert.deepEqual(
		(await readdir(folder)).sort(),
		[...job.state.files.map(({ path }) => basename(path)), 'model.obj.propsmith.json'].sort(),
	);
}

async function gltfHas(job: Done, has: (gltf: Gltf) => boolean, what: string): Promise<void> {
	assert.ok(has(await gltfIn(fileOf(job))), what);
}
