import assert from 'node:assert/strict';
import { provenanceText } from '../../../../src/core/assets/provenance';
import type { JobRequest } from '../../../../src/core/model/request';
import { jobIn, task } from '../support/states';

describe('Provenance: what stands beside an asset', () => {
	const facts = { triangles: 12, meshes: 1, materials: 1, textures: 0, animations: 0 };
	const file = { part: 'model', path: '/out/oak.glb', bytes: 99, sha256: 'ab12', facts };
	const written = (request: JobRequest, credits?: number): Record<string, unknown> =>
		JSON.parse(provenanceText({ ...jobIn({ kind: 'waiting' }), request }, task, credits, [file])) as Record<
			string,
			unknown
		>;

	it('says who made it from what, for how much, and what came', () => {
		const options = { model: 'P1-20260311', face_limit: 2500 };
		assert.deepEqual(written({ operation: 'textToModel', prompt: 'oak', options }, 18.5), {
			generator: 'propsmith',
			schema: 1,
			provider: 'tripo',
			operation: 'textToModel',
			prompt: 'oak',
			options,
			taskId: 'task-1',
			jobId: 'job-1',
			credits: 18.5,
			createdAt: '1970-01-01T00:00:05.000Z',
			file: 'oak.glb',
			bytes: 99,
			sha256: 'ab12',
			facts,
		});
	});

	it('leaves credits out when they are not known, and keeps a zero', () => {
		const request: JobRequest = { operation: 'textToModel', prompt: 'x', options: {} };
		assert.equal('credits' in written(request), false);
		assert.equal(written(request, 0).credits, 0);
	});

	it('names pictures without the folders of this machine', () => {
		const image = '/home/ann/secret project/barrel.png';
		assert.deepEqual(written({ operation: 'imageToModel', images: [image], options: {} }).images, [
			'barrel.png',
		]);
		const views = { front: 'C:\\Users\\ann\\f.png', back: '/x/b.png' };
		const text = JSON.stringify(written({ operation: 'multiviewToModel', views, options: {} }));
		assert.match(text, /"views":\{"front":"f\.png","back":"b\.png"\}/);
		assert.doesNotMatch(text, /ann/);
	});

	it('names pictures among the options in the same way, and nothing else there', () => {
		const options = {
			model: 'v2.0-20260430',
			segmentation_granularity: 'simple',
			ref_image: '/home/ann/secret/parts.png',
		};
		assert.deepEqual(written({ operation: 'segment', source: { kind: 'job', id: 'x' }, options }).options, {
			...options,
			ref_image: 'parts.png',
		});
	});

	it('ends with a line break, as version control likes it', () => {
		assert.match(provenanceText(jobIn({ kind: 'waiting' }), task, 1, [file]), /\}\n$/);
	});
});
