import assert from 'node:assert/strict';
import { expectedFile, wantedFiles } from '../../../../src/core/assets/wanted';
import type { AdoptedTask, JobRequest, Operation, RequestOptions } from '../../../../src/core/model/request';
import type { Artifact } from '../../../../src/core/model/task';
import { specOf } from '../../../../src/core/providers/catalogues';

const file = (part: string, extension: string, kind: Artifact['kind'] = 'model'): Artifact => ({
	...{ part, extension, kind },
	url: 'https://files.test/a',
});
const asked = (operation: Operation, options: RequestOptions = {}): JobRequest => ({ operation, options });

describe('What a file of a task may be', () => {
	it('is what its operation gives, whatever its link is called', () => {
		const texture = specOf('tripo', 'texture');
		assert.equal(expectedFile(texture, asked('texture'), file('model', 'exe')).kind, 'model');
		assert.deepEqual(expectedFile(texture, asked('texture'), file('model', 'exe')).likely, ['fbx', 'glb']);
		const picture = specOf('tripo', 'textToImage');
		assert.equal(expectedFile(picture, asked('textToImage'), file('image', 'png', 'image')).kind, 'picture');
		assert.equal(expectedFile(texture, asked('texture'), file('mtl', 'mtl', 'companion')).kind, 'companion');
	});

	it('is by its key at the service and by the operation before its link', () => {
		const spec = specOf('meshy', 'convert');
		const request = asked('convert', { target_formats: ['blend'] });
		assert.deepEqual(expectedFile(spec, request, file('blend', '')).likely, ['blend', 'blend']);
		assert.deepEqual(expectedFile(spec, request, file('walking_fbx', 'glb')).likely, ['fbx', 'blend', 'glb']);
	});

	it('is a model or a picture for a task that was adopted', () => {
		const adopted: AdoptedTask = { operation: 'adoptTask', taskId: 't', options: {} };
		assert.equal(expectedFile(specOf('tripo', 'textToModel'), adopted, file('model', '')).kind, 'either');
	});
});

describe('Which files of a task are wanted', () => {
	it('those of the formats that were asked for, whatever their links are called', () => {
		const models = [file('glb', 'exe'), file('fbx', ''), file('obj', 'txt')];
		const parts = (formats: string[]): string[] =>
			wantedFiles(models, 'model', formats).map(({ part }) => part);
		assert.deepEqual(parts(['obj', 'glb']), ['obj', 'glb']);
		assert.deepEqual(parts([]), ['glb']);
	});
});
