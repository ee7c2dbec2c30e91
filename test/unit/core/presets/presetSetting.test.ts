import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operations } from '../../../../src/core/model/request';
import type { Preset } from '../../../../src/core/presets/preset';
import { readPresets, toPresetSetting } from '../../../../src/core/presets/presetSetting';

describe('The setting propsmith.presets', () => {
	it('is read as it was written', () => {
		const recipe: Preset = {
			title: 'Village prop',
			description: 'for the village',
			service: 'tripo',
			steps: [
				{ prompt: '{prompt}, hand-painted', options: { face_limit: 3000, quad: false } },
				{ operation: 'convert', options: { format: 'FBX', part_names: ['lid'] }, keep: true },
			],
		};
		const setting = { [recipe.title]: toPresetSetting(recipe, 'tripo', 'textToModel') };
		assert.deepEqual(readPresets(JSON.parse(JSON.stringify(setting))), { recipes: [recipe], problems: [] });
	});

	it('has neither pictures of this machine nor tasks that the service will forget', () => {
		const style = '/home/ann/style.png';
		const first = { options: { ai_model: 'meshy-6', texture_image_url: style } };
		const rig = { operation: 'rig', options: { height_meters: 2, texture_image_url: style } } as const;
		const moved = { operation: 'retarget', options: { motion_task_id: 'job-0001' } } as const;
		const { steps } = toPresetSetting({ title: 'x', steps: [first, rig, moved] }, 'meshy', 'imageToModel');
		assert.deepEqual(steps, [
			{ options: { ai_model: 'meshy-6' } },
			{ operation: 'rig', options: { height_meters: 2 } },
			{ operation: 'retarget', options: {} },
		]);
	});

	const wrong: readonly [what: string, preset: unknown, words: RegExp][] = [
		['no object', 5, /must be an object/],
		['no steps', {}, /no steps/],
		['an empty list of steps', { steps: [] }, /no steps/],
		['steps that are no list', { steps: { operation: 'rig' } }, /no steps/],
		['a step that is none', { steps: [null] }, /step must be an object/],
		['an unknown operation', { steps: [{ operation: 'bake' }] }, /“bake” is not an operation/],
		['a later step without an operation', { steps: [{}, {}] }, /“undefined” is not an operation/],
		['an unknown provider', { provider: 'acme', steps: [{}] }, /“acme” is not a provider/],
		['a prompt that is no text', { steps: [{ prompt: 1 }] }, /“prompt” must be a text/],
		['options that are none', { steps: [{ options: [1] }] }, /“options” must be an object/],
		['an option that JSON has and services have not', { steps: [{ options: { quad: null } }] }, /“quad”/],
	];
	for (const [what, preset, words] of wrong)
		it(`leaves out a preset with ${what}, and says why`, () => {
			const { recipes, problems } = readPresets({ bad: preset, good: { steps: [{}] } });
			assert.deepEqual(
				recipes.map(({ title }) => title),
				['good'],
			);
			assert.equal(problems.length, 1);
			assert.match(problems[0] ?? '', words);
			assert.match(problems[0] ?? '', /^The preset “bad” cannot be used/);
		});

	for (const setting of [undefined, null, [], 'x'])
		it(`takes ${JSON.stringify(setting)} for no presets`, () =>
			assert.deepEqual(readPresets(setting), { recipes: [], problems: [] }));

	it('completes every operation there is, where it is written', () => {
		const manifest = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8'));
		const { additionalProperties } = manifest.contributes.configuration.properties['propsmith.presets'];
		const { operation } = additionalProperties.properties.steps.items.properties;
		assert.deepEqual(operation.enum, [...operations]);
	});
});
