import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { GenerateRequest } from '../../src/host/api';
import { gameFile, propsmith, withSetting } from './support/propsmith';

/** What cannot be made is refused before a job exists, with words that name the trouble. */
const refused: readonly [what: string, request: GenerateRequest, words: RegExp][] = [
	['an empty prompt', { operation: 'textToModel', prompt: '  ' }, /prompt is empty/],
	[
		'a prompt that is too long',
		{ operation: 'textToModel', prompt: 'x'.repeat(1025) },
		/1025 characters, 1024/,
	],
	['an unknown operation', { operation: 'imageToSoup', prompt: 'x' }, /“imageToSoup” is not an operation/],
	[
		'an operation that the provider has not',
		{ operation: 'segment', prompt: 'x', provider: 'meshy' },
		/meshy has no operation “segment”/,
	],
	[
		'a provider that is none',
		{ operation: 'textToModel', prompt: 'x', provider: 'acme' as 'tripo' },
		/“acme”/,
	],
	[
		'a parameter of the other provider',
		{ operation: 'textToModel', prompt: 'x', provider: 'meshy', options: { face_limit: 500 } },
		/“face_limit” is not a parameter/,
	],
	['an unknown parameter', { operation: 'textToModel', prompt: 'x', options: { faces: 5 } }, /“faces”/],
	[
		'a parameter that the model does not take',
		{ operation: 'textToModel', prompt: 'x', options: { model: 'P1-20260311', quad: false } },
		/P1 does not take “quad”/,
	],
	['no picture', { operation: 'imageToModel' }, /one of pictures, source is needed/],
	[
		'two pictures where one is taken',
		{ operation: 'imageToModel', images: [gameFile('art', 'barrel.png'), gameFile('art', 'robot-left.png')] },
		/at most one picture, 2 are given/,
	],
	[
		'one view',
		{ operation: 'multiviewToModel', images: [gameFile('art', 'robot-front.png')] },
		/at least two pictures, 1/,
	],
	[
		'five views',
		{ operation: 'multiviewToModel', images: Array(5).fill(gameFile('art', 'robot-front.png')) },
		/up to 4 views, 5 are given/,
	],
	[
		'a source where none is taken',
		{ operation: 'textToModel', prompt: 'x', source: 'abc' },
		/takes no source/,
	],
	['no source where one is needed', { operation: 'rig' }, /needs a model to go on from/],
	[
		'a source that is no file',
		{ operation: 'rig', source: vscode.Uri.parse('untitled:x.glb') },
		/is not a local file/,
	],
	[
		'a picture option that nobody can find',
		{
			operation: 'segment',
			source: 'abcdefgh',
			options: { model: 'v2.0-20260430', ref_image: 'art/barrel.png' },
		},
		/“ref_image” must be the absolute path of a picture/,
	],
	[
		'a picture option that is no file',
		{ operation: 'segment', source: 'abcdefgh', options: { ref_image: vscode.Uri.parse('untitled:x.png') } },
		/is not a local file/,
	],
	['no variants', { operation: 'textToModel', prompt: 'x', count: 0 }, /“count” must be/],
	['a thousand variants', { operation: 'textToModel', prompt: 'x', count: 1000 }, /from 1 to 100/],
	[
		'an option that is none',
		{ operation: 'textToModel', prompt: 'x', options: { quad: null } },
		/option “quad” must be/,
	],
	[
		'a step that is none',
		{ operation: 'textToModel', prompt: 'x', then: [{ operation: 'bake' }] },
		/“bake” is not an operation/,
	],
];

describe('requests that cannot be made', () => {
	for (const [what, request, words] of refused) {
		it(`refuses ${what}`, async () => {
			const api = await propsmith();
			const before = api.jobs.list().length;
			await assert.rejects(api.generate({ provider: 'sandbox', ...request }), (error: Error) => {
				assert.match(error.message, words);
				assert.match(error.message, /No credits were used\./);
				return true;
			});
			assert.equal(api.jobs.list().length, before);
		});
	}

	it('refuses an output folder that leads out of the workspace', async () => {
		const restore = await withSetting('outputFolder', '../elsewhere');
		try {
			const api = await propsmith();
			const request = { provider: 'sandbox', operation: 'textToModel', prompt: 'x' } as const;
			await assert.rejects(api.generate(request), /leads out of the workspace folder/);
		} finally {
			await restore();
		}
	});

	it('asks for an account when there is none', async () => {
		const api = await propsmith();
		await assert.rejects(api.generate({ operation: 'textToModel', prompt: 'x' }), /No API key is set/);
	});
});
