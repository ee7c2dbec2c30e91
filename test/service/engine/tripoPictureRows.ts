import type { Row } from './tripoRows';
import { fileOf, from } from './tripoSteps';

const H = 'v3.1-20260211';

/** Pictures, what is made of them, and models from words; later names follow from earlier ones. */
export const pictureRows: readonly Row[] = [
	{
		operation: 'textToImage',
		what: 'a concept',
		request: async () => ({
			operation: 'textToImage',
			prompt: 'orc',
			options: { model: 'banana', aspect_ratio: '1:1', size: '1K' },
		}),
		body: { model: 'banana', aspect_ratio: '1:1', size: '1K', prompt: 'orc' },
		files: ['orc.png'],
		credits: 5,
	},
	{
		operation: 'textToImage',
		what: 'a concept in pixels',
		request: async () => ({
			operation: 'textToImage',
			prompt: 'elf',
			options: { model: 'chat_image_2', size: '1536x1024' },
		}),
		body: { model: 'chat_image_2', size: '1536x1024', prompt: 'elf' },
		files: ['elf.png'],
		credits: 10,
	},
	{
		operation: 'imageToImage',
		what: 'of one picture',
		request: async (steps) => ({
			operation: 'imageToImage',
			prompt: 'in winter',
			images: [fileOf(await steps.concept())],
			options: {},
		}),
		body: { model: 'seedream_v5', input: 'a file', prompt: 'in winter' },
		files: ['robot-edited.png'],
		credits: 5,
	},
	{
		operation: 'imageToImage',
		what: 'of several pictures',
		request: async (steps) => ({
			operation: 'imageToImage',
			images: (await steps.views()).state.files.slice(0, 2).map(({ path }) => path),
			options: { template: 'figure' },
		}),
		body: { model: 'seedream_v5', template: 'figure', inputs: ['a file', 'a file'] },
		files: ['robot-front-edited.png'],
		credits: 5,
	},
	{
		operation: 'imageToMultiview',
		what: 'all sides',
		request: async (steps) => ({
			operation: 'imageToMultiview',
			images: [fileOf(await steps.concept())],
			options: {},
		}),
		body: { input: 'a file' },
		files: ['robot-front-2.png', 'robot-left-2.png', 'robot-back-2.png', 'robot-right-2.png'],
		credits: 10,
	},
	{
		operation: 'imageToMultiview',
		what: 'of a concept’s task, whose picture goes up again',
		request: async (steps) => ({
			operation: 'imageToMultiview',
			source: from(await steps.concept()),
			options: {},
		}),
		body: { input: 'a file' },
		files: ['robot-front-3.png', 'robot-left-3.png', 'robot-back-3.png', 'robot-right-3.png'],
		credits: 10,
	},
	{
		operation: 'editMultiview',
		what: 'two sides',
		request: async (steps) => ({
			operation: 'editMultiview',
			source: from(await steps.views()),
			options: {
				prompts: [
					{ view: 'back', prompt: 'with wings' },
					{ view: 'left', prompt: 'with a shield' },
				],
			},
		}),
		body: {
			prompts: [
				{ view: 'back', prompt: 'with wings' },
				{ view: 'left', prompt: 'with a shield' },
			],
			input: 'the task of robot',
		},
		files: ['robot-edited-left.png', 'robot-edited-back.png'],
		credits: 10,
	},
	{
		operation: 'imageToModel',
		what: 'of a concept’s task',
		request: async (steps) => ({
			operation: 'imageToModel',
			source: from(await steps.concept()),
			options: {},
		}),
		body: { model: H, input: 'the task of robot' },
		files: ['robot.glb'],
		credits: 30,
	},
	{
		operation: 'multiviewToModel',
		what: 'of a task’s views',
		request: async (steps) => ({
			operation: 'multiviewToModel',
			source: from(await steps.views()),
			options: { model: 'P1-20260311' },
		}),
		body: { model: 'P1-20260311', inputs: [{ task_id: 'the task of robot' }] },
		files: ['robot-2.glb'],
		credits: 50,
	},
	{
		operation: 'textToModel',
		what: 'of quads',
		request: async () => ({ operation: 'textToModel', prompt: 'chest', options: { quad: true } }),
		body: { model: H, quad: true, prompt: 'chest' },
		files: ['chest.fbx'],
		credits: 25,
	},
];
