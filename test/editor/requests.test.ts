import { strict as assert } from 'node:assert';
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
	['an unknown operation', { operation: 'imageToSoup', prompt: 'x' }, /imageToSoup/],
	[
		'a provider that nobody knows',
		{ operation: 'textToModel', prompt: 'x', provider: 'rodin' as 'meshy' },
		/“rodin” is not a provider/,
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
	['no picture', { operation: 'imageToModel' }, /takes one picture, 0 are given/],
	[
		'one view',
		{ operation: 'multiviewToModel', images: [gameFile('art', 'robot-front.png')] },
		/two to four pictures, 1/,
	],
	['a source', { operation: 'textToModel', prompt: 'x', source: 'abc' }, /source/],
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
