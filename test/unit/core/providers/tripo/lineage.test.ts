import assert from 'node:assert/strict';
import { draftJob } from '../../../../../src/core/jobs/drafts/draft';
import type { JobDraft } from '../../../../../src/core/model/jobDraft';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';
import { destination, refusal, type Step } from './chain';

describe('What a source makes impossible for the next step', () => {
	const text = (options: RequestOptions = {}): Step => ({ operation: 'textToModel', prompt: 'x', options });
	const step = (operation: Operation, options?: RequestOptions): Step => ({
		operation,
		...(options ? { options } : {}),
	});
	const quads = text({ quad: true });
	const bird = step('rig', { model: 'v2.5-20260210', rig_type: 'avian' });
	const horse = step('rig', { model: 'v2.5-20260210', rig_type: 'quadruped' });
	const newBiped = step('rig', { model: 'v2.5-20260210' });
	const mixamo = step('rig', { spec: 'mixamo' });
	const clip = (name: string): Step => step('retarget', { animation: `preset:${name}` });
	const clips = (...names: string[]): Step => ({
		operation: 'retarget',
		options: { animations: names.map((name) => `preset:${name}`) },
	});

	const cases: readonly [what: string, steps: readonly Step[], words: RegExp | undefined][] = [
		['a rig check of quads', [quads, step('rigCheck')], /GLB models only/],
		['of quads that were textured', [quads, step('texture'), step('rigCheck')], /GLB models only/],
		[
			'of quads that were made triangles',
			[quads, step('convert', { format: 'GLTF' }), step('rigCheck')],
			undefined,
		],
		[
			'of parts, which ignore quads',
			[text({ quad: true, generate_parts: true, texture: false, pbr: false }), step('rigCheck')],
			undefined,
		],
		[
			'of quads from a reduction',
			[text(), step('decimate', { quad: true }), step('rigCheck')],
			/GLB models only/,
		],
		[
			'of an FBX that was brought in',
			[{ operation: 'import', file: '/a.fbx' }, step('rigCheck')],
			/GLB models only/,
		],
		['of a GLB that was brought in', [{ operation: 'import', file: '/a.glb' }, step('rigCheck')], undefined],
		[
			'of a schematic',
			[text(), step('stylize', { style: 'minecraft' }), step('rigCheck')],
			/GLB models only/,
		],
		['a rig of a schematic', [text(), step('stylize', { style: 'minecraft' }), step('rig')], /Minecraft/],
		['a rig of quads', [quads, step('rig')], undefined],

		['a texture as the model’s own picture was', [text(), step('texture')], undefined],
		['a texture of what was textured', [text(), step('texture'), step('texture')], undefined],
		[
			'a texture of what was brought in, without words',
			[{ operation: 'import', file: '/a.glb' }, step('texture')],
			/needs a prompt/,
		],
		[
			'with a picture',
			[
				{ operation: 'import', file: '/a.glb' },
				{ ...step('texture'), images: ['/p.png'] },
			],
			/needs a prompt/,
		],
		[
			'with words',
			[
				{ operation: 'import', file: '/a.glb' },
				{ ...step('texture'), prompt: 'gold' },
			],
			undefined,
		],
		['a texture of a file, without words', [{ operation: 'texture', file: '/a.glb' }], /needs a prompt/],
		[
			'a texture of a file, with words',
			[{ operation: 'texture', file: '/a.glb', prompt: 'gold' }],
			undefined,
		],

		['a rigged model as OBJ', [text(), step('rig'), step('convert', { format: 'OBJ' })], /GLTF, FBX, USDZ/],
		[
			'an animated one as STL',
			[text(), step('rig'), clip('walk'), step('convert', { format: 'STL' })],
			/GLTF, FBX, USDZ/,
		],
		['a rigged model as FBX', [text(), step('rig'), step('convert', { format: 'FBX' })], undefined],
		[
			'as OBJ by way of FBX',
			[text(), step('rig'), step('convert', { format: 'FBX' }), step('convert', { format: 'OBJ' })],
			/GLTF, FBX, USDZ/,
		],
		['a second conversion', [text(), step('convert'), step('convert', { format: 'FBX' })], undefined],
		[
			'a second one with an option',
			[text(), step('convert'), step('convert', { format: 'FBX', scale_factor: 2 })],
			/only change its “format”/,
		],

		['any clip on an old biped', [text(), step('rig'), clip('biped:dance_01')], undefined],
		['a plain clip on an old biped', [text(), step('rig'), clip('walk')], undefined],
		['a plain clip that there is not', [text(), step('rig'), clip('dance_01')], /“animation” must be one of/],
		[
			'an animal’s clip on a biped',
			[text(), step('rig'), clip('quadruped:walk')],
			/“animation” must be one of/,
		],
		['a clip on a mixamo rig', [text(), mixamo, clip('walk')], /no preset clip goes onto this rig/],
		['a plain clip on a new biped', [text(), newBiped, clip('slash')], undefined],
		['a biped’s clip on a new biped', [text(), newBiped, clip('biped:slash')], /“animation” must be one of/],
		['a horse’s clip on a horse', [text(), horse, clip('quadruped:walk')], undefined],
		[
			'a plain clip on a horse',
			[text(), horse, clip('walk')],
			/“animation” must be one of preset:quadruped:walk/,
		],
		['a clip on a bird', [text(), bird, clip('walk')], /no preset clip goes onto this rig/],
		[
			'several clips, one of which does not fit',
			[text(), newBiped, clips('walk', 'biped:walk')],
			/cannot have “preset:biped:walk”/,
		],
		[
			'several clips that fit',
			[text(), step('rig'), clips('walk', 'biped:walk', 'biped:sing_04')],
			undefined,
		],
		[
			'a clip on a rig of a model that nobody knows',
			[text(), step('rig', { model: 'v9' }), clip('quadruped:walk')],
			undefined,
		],
	];
	for (const [what, steps, words] of cases)
		it(`${words ? 'refuses' : 'takes'} ${what}`, () => {
			const found = refusal(...steps);
			if (words) assert.match(found ?? 'taken', words);
			else assert.equal(found, undefined);
		});

	it('knows nothing of a task of somebody else’s, and lets the service judge', () => {
		const request: JobRequest = {
			operation: 'retarget',
			source: { kind: 'task', id: 't' },
			options: { animations: ['preset:quadruped:walk'] },
		};
		assert.equal(draftJob({ provider: 'tripo', request, destination }).estimate, 10);
	});

	it('is not led in circles by steps that go on from each other', () => {
		const job = (index: number): JobDraft => ({
			provider: 'tripo',
			request: { operation: 'texture', source: { kind: 'step', index }, options: {} },
			destination,
		});
		const jobs = [job(1), job(0)];
		const lookup = (source: { kind: string; index?: number }) => jobs[source.index ?? 0];
		assert.equal(draftJob(job(1), lookup as never).estimate, 10);
	});
});
