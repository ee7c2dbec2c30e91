import assert from 'node:assert/strict';
import type { JobRequest, RequestOptions } from '../../../../../src/core/model/request';
import { problemsOf, valuesOf } from '../../../../../src/core/providers/catalogue/check';
import {
	type Facts,
	family,
	fewPictures,
	format,
	holds,
	is,
	madeBy,
	not,
	source,
} from '../../../../../src/core/providers/catalogue/condition';
import { factsOf } from '../../../../../src/core/providers/catalogue/facts';
import type { OperationSpec } from '../../../../../src/core/providers/catalogue/operationSpec';

const colours = ['red', 'green', 'blue'];

/** A service that nobody offers. */
const spec: OperationSpec = {
	title: 'Paint',
	detail: '',
	gives: 'model',
	formats: [{ extension: 'fbx', when: is('quad', true) }, { extension: 'glb' }],
	inputs: {
		images: { least: 0, most: 3 },
		views: { least: 4 },
		source: { required: false, from: ['textToModel'], files: ['glb', 'obj'] },
		exclusive: { of: ['images', 'views'], least: 0 },
	},
	models: {
		option: 'model',
		default: 'old',
		list: [
			{ id: 'old', family: 'O', label: 'Old', description: '' },
			{ id: 'new', family: 'N', label: 'New', description: '' },
		],
	},
	parameters: [
		{ name: 'quad', label: '', type: 'boolean' },
		{ name: 'style', label: '', type: 'enum', values: ['a', 'b'], required: true },
		{
			name: 'colour',
			label: '',
			type: 'enum',
			values: colours,
			only: [
				{ values: [], when: source(format('fbx')) },
				{ values: ['red'], when: family('O') },
			],
		},
		{ name: 'brush', label: '', type: 'enum', values: ['thin', 'thick'], open: true },
		{
			name: 'coats',
			label: '',
			type: 'list',
			of: 'text',
			least: 1,
			most: 2,
			values: colours,
			only: [{ values: ['red', 'green'], when: family('O') }],
		},
		{ name: 'names', label: '', type: 'list', of: 'text', least: 1, most: 9 },
	],
	rules: [
		{ needs: not(is('brush', 'none')), words: 'a brush is needed' },
		{ when: family('O'), needs: fewPictures(1), words: 'old paint takes one picture' },
	],
	prices: [],
	seconds: 1,
	taskClass: 'processing',
};

const request = (options: RequestOptions, rest: Partial<JobRequest> = {}): JobRequest => ({
	operation: 'texture',
	options: { style: 'a', ...options },
	...rest,
});
const problems = (options: RequestOptions, rest: Partial<JobRequest> = {}, from?: Facts): string[] =>
	problemsOf(spec, request(options, rest), from);
const fbx = factsOf(spec, request({ quad: true }));

describe('A catalogue’s check', () => {
	const cases: readonly [what: string, found: string[], expected: string[]][] = [
		['nothing wrong', problems({}), []],
		[
			'a parameter that is needed',
			problemsOf(spec, { operation: 'texture', options: {} }),
			['“style” is needed'],
		],
		['one that is given and wrong', problems({ style: 'c' }), ['“style” must be one of a, b']],
		['a value of this model', problems({ colour: 'red' }), []],
		['a value of another model', problems({ colour: 'blue' }), ['“colour” must be one of red']],
		['the same with that model', problems({ colour: 'blue', model: 'new' }), []],
		['a model that nobody knows', problems({ colour: 'blue', model: 'newest' }), []],
		['no value fits the source', problems({ colour: 'red' }, {}, fbx), ['“colour” cannot be given here']],
		['a value typed by hand', problems({ brush: 'broad' }), []],
		['nothing typed by hand', problems({ brush: ' ' }), ['“brush” must be one of thin, thick']],
		['a typed number', problems({ brush: 3 }), ['“brush” must be one of thin, thick']],
		['a typed novel', problems({ brush: 'x'.repeat(65) }), ['“brush” must be one of thin, thick']],
		['entries of this model', problems({ coats: ['red', 'green'] }), []],
		['an entry of another', problems({ coats: ['red', 'blue'] }), ['“coats” cannot have “blue”']],
		['an entry twice', problems({ coats: ['red', 'red'] }), ['“coats” names something twice']],
		['an empty entry', problems({ names: [' '] }), ['“names” must be a list of 1 to 9 texts']],
		['a rule without condition', problems({ brush: 'none' }), ['a brush is needed']],
		['few pictures', problems({}, { images: ['/a'] }), []],
		['too many for the model', problems({}, { images: ['/a', '/b'] }), ['old paint takes one picture']],
		['as many for another', problems({ model: 'new' }, { images: ['/a', '/b'] }), []],
		[
			'some of the views',
			problems({}, { views: { front: '/f', back: '/b' } }),
			['the views need all of front, left, back, right, 2 are given'],
		],
		['all views', problems({}, { views: { front: '/f', left: '/l', back: '/b', right: '/r' } }), []],
		['a model file', problems({}, { source: { kind: 'file', path: '/a.b/C.GLB' } }), []],
		[
			'another file',
			problems({}, { source: { kind: 'file', path: '/a.glb/c' } }),
			['it takes model files of type glb, obj, not “”'],
		],
	];
	for (const [what, found, expected] of cases) it(what, () => assert.deepEqual(found, expected));
});

describe('What conditions know of a source', () => {
	const seen = (from?: Facts, rest: Partial<JobRequest> = {}): Facts =>
		factsOf(spec, request({}, rest), from);
	const grandchild = seen(seen(fbx));

	const cases: readonly [what: string, found: boolean, expected: boolean][] = [
		['which file comes out of it', holds(source(format('fbx')), seen(fbx)), true],
		['which does not', holds(source(format('glb')), seen(fbx)), false],
		['what made it', holds(source(madeBy('rig', 'texture')), seen(fbx)), true],
		['its parameters', holds(source(is('quad', true)), seen(fbx)), true],
		['its model', holds(source(family('O')), seen(fbx)), true],
		['what it went on from', holds(source(source(format('fbx'))), grandchild), true],
		['no further than there is', holds(source(source(source(format('fbx')))), grandchild), false],
		['nothing of one that nobody knows', holds(source(not(madeBy('rig'))), seen()), false],
		[
			'a file is as if imported',
			holds(source(madeBy('import')), seen(undefined, { source: { kind: 'file', path: '/a.obj' } })),
			true,
		],
		[
			'of a file, its kind',
			holds(source(format('obj')), seen(undefined, { source: { kind: 'file', path: '/a.OBJ' } })),
			true,
		],
	];
	for (const [what, found, expected] of cases) it(what, () => assert.equal(found, expected));
});

describe('Values that forms offer', () => {
	const colour = spec.parameters.find(({ name }) => name === 'colour');
	const offered = (options: RequestOptions): readonly string[] | undefined =>
		colour?.type === 'enum' ? valuesOf(colour, factsOf(spec, request(options))) : undefined;

	it('are those of the model', () => assert.deepEqual(offered({}), ['red']));
	it('are all where no condition holds', () => assert.deepEqual(offered({ model: 'new' }), colours));
});
