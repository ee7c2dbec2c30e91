import assert from 'node:assert/strict';
import { draftJob } from '../../../../../src/core/jobs/drafts/draft';
import type { JobRequest, Operation, RequestOptions } from '../../../../../src/core/model/request';

const destination = { folder: '/out', name: 'x' };
const rest: Readonly<Partial<Record<Operation, Partial<JobRequest>>>> = {
	texture: { prompt: 'x' },
	imageToImage: { prompt: 'x' },
	convert: { options: { target_formats: ['fbx'] } },
	resize: { options: { auto_size: true } },
	retarget: { options: { action_id: 0 } },
};

/** Undefined when this operation goes on from a job of that one. */
function refusal(operation: Operation, from: Operation, options: RequestOptions = {}): string | undefined {
	const source = { kind: 'job', id: 'before' } as const;
	const request: JobRequest = { operation, options: {}, ...rest[operation], source };
	const before = { provider: 'meshy', request: { operation: from, options } } as const;
	try {
		draftJob({ provider: 'meshy', request, destination }, () => before);
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

const makers: readonly Operation[] = [
	'textToModel',
	'refine',
	'imageToModel',
	'multiviewToModel',
	'texture',
	'remesh',
	'convert',
	'resize',
	'uvUnwrap',
	'rig',
	'retarget',
	'textToMotion',
	'analyzePrintability',
	'repairPrintability',
	'textToImage',
	'imageToImage',
];
const files = makers.slice(0, 9);
const printable: readonly Operation[] = [...makers.slice(0, 5), 'remesh'];
const pictures: readonly Operation[] = ['textToImage', 'imageToImage'];

describe('Which of Meshy’s tasks may follow which', () => {
	const rows: readonly [Operation, from: readonly Operation[]][] = [
		['refine', ['textToModel']],
		['imageToModel', pictures],
		['multiviewToModel', pictures],
		['imageToImage', pictures],
		['texture', ['textToModel', 'refine', 'imageToModel', 'remesh']],
		['remesh', ['textToModel', 'refine', 'imageToModel', 'texture']],
		['convert', files],
		['resize', files],
		['uvUnwrap', files],
		['rig', ['refine', 'imageToModel', 'multiviewToModel', 'texture', 'remesh']],
		['retarget', ['rig']],
		['analyzePrintability', printable],
		['repairPrintability', printable],
	];
	for (const [operation, taken] of rows)
		for (const from of makers)
			it(`${operation} ${taken.includes(from) ? 'follows' : 'refuses'} ${from}`, () => {
				const words = refusal(operation, from);
				if (taken.includes(from)) assert.equal(words, undefined);
				else assert.match(words ?? '', new RegExp(`${operation} cannot go on from ${from}`));
			});

	it('puts on a rig a motion that “Text to Motion” made with the same account, and no other result', () => {
		const moved = (motion: { provider: 'meshy' | 'tripo'; operation: Operation } | undefined) => {
			const options = { motion_task_id: 'the-motion' };
			const request: JobRequest = { operation: 'retarget', source: { kind: 'job', id: 'rig' }, options };
			const rig = { provider: 'meshy', request: { operation: 'rig', options: {} } } as const;
			try {
				draftJob({ provider: 'meshy', request, destination }, (source) => {
					if (source.kind === 'job' && source.id === 'rig') return rig;
					return (
						motion && { provider: motion.provider, request: { operation: motion.operation, options: {} } }
					);
				});
				return undefined;
			} catch (error) {
				return (error as Error).message;
			}
		};
		assert.equal(moved({ provider: 'meshy', operation: 'textToMotion' }), undefined);
		assert.match(
			moved({ provider: 'meshy', operation: 'retarget' }) ?? '',
			/“motion_task_id” needs a result of textToMotion, not of retarget/,
		);
		assert.match(moved({ provider: 'tripo', operation: 'textToModel' }) ?? '', /another account \(tripo\)/);
		assert.equal(moved(undefined), undefined, 'it may be a task that no job of ours has');
	});

	it('rigs no model without a texture', () => {
		assert.match(refusal('rig', 'imageToModel', { should_texture: false }) ?? '', /needs a textured model/);
		assert.equal(refusal('rig', 'imageToModel', { should_texture: true }), undefined);
	});

	it('makes a set of views into a model only by the call for several pictures', () => {
		const views = { generate_multi_view: true };
		assert.match(refusal('imageToModel', 'textToImage', views) ?? '', /Multi-view to Model/);
		assert.equal(refusal('multiviewToModel', 'textToImage', views), undefined);
	});
});
