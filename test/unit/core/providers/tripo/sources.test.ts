import assert from 'node:assert/strict';
import type { Operation } from '../../../../../src/core/model/request';
import { specOf } from '../../../../../src/core/providers/catalogues';
import { tripoCatalogue } from '../../../../../src/core/providers/tripo/catalogue/catalogue';
import { refusal, type Step } from './chain';

// Rows: what comes next. Columns: what it goes on from. By hand, from Tripo's table of sources.
const columns: readonly Operation[] = [
	'textToModel',
	'imageToModel',
	'multiviewToModel',
	'texture',
	'import',
	'convert',
	'stylize',
	'segment',
	'complete',
	'decimate',
	'rigCheck',
	'rig',
	'retarget',
	'textToImage',
	'imageToImage',
	'imageToMultiview',
	'editMultiview',
];
const table = `
imageToModel      . . .  . . . .  . . .  . . .  x x . .
multiviewToModel  . . .  . . . .  . . .  . . .  . . x x
texture           x x x  x x . .  . . .  . . .  . . . .
convert           x x x  x x x .  x . .  . x x  . . . .
import            . . .  . . . .  . . .  . . .  . . . .
stylize           x x x  x x . .  . . .  . x x  . . . .
segment           x x x  x x . .  . . x  . . .  . . . .
complete          . . .  . . . .  x . .  . . .  . . . .
decimate          x x x  x x . .  x x .  . . .  . . . .
rigCheck          x x x  x x x x  x x x  . . .  . . . .
rig               x x x  x x x x  x x x  . . .  . . . .
retarget          . . .  . . . .  . . .  . x .  . . . .
textToImage       . . .  . . . .  . . .  . . .  . . . .
imageToImage      . . .  . . . .  . . .  . . .  . . . .
imageToMultiview  . . .  . . . .  . . .  . . .  x x . .
editMultiview     . . .  . . . .  . . .  . . .  . . x x
textToModel       . . .  . . . .  . . .  . . .  . . . .
`;
const rows = table
	.trim()
	.split('\n')
	.map((line) => line.split(/\s+/) as [Operation, ...string[]]);

/** So that nothing but the kind of the source can be wrong. */
const harmless: Partial<Record<Operation, Step['options']>> = { convert: { format: 'GLTF' } };

/** What else it needs, so that only the source can be wrong. */
function ownInputs(operation: Operation): Pick<Step, 'prompt' | 'images'> {
	const { prompt, images } = specOf('tripo', operation).inputs;
	return {
		...(prompt ? { prompt: 'x' } : {}),
		...((images?.least ?? 0) > 0 ? { images: ['/a.png'] } : {}),
	};
}

describe('Which of Tripo’s tasks may follow which', () => {
	for (const [operation, ...marks] of rows)
		for (const [index, before] of columns.entries()) {
			const taken = marks[index] === 'x';
			it(`${operation} ${taken ? 'goes on from' : 'refuses'} ${before}`, () => {
				const options = harmless[before];
				const first = { operation: before, ...(options ? { options } : {}) };
				const next = { operation, ...ownInputs(operation) };
				const words = refusal(first, next);
				if (taken) assert.equal(words, undefined);
				else assert.match(words ?? 'taken', /it takes no source|cannot go on from|not from a/);
			});
		}

	it('all of them reach it by their ids, but for the picture that views are drawn of', () => {
		const others = Object.entries(tripoCatalogue.operations).filter(([, { inputs }]) => inputs.source?.as);
		assert.deepEqual(
			others.map(([operation, { inputs }]) => [operation, inputs.source?.as]),
			[['imageToMultiview', 'picture']],
		);
	});

	it('has every operation in its rows', () => {
		assert.deepEqual(
			rows.map(([operation]) => operation).sort(),
			Object.keys(tripoCatalogue.operations).sort(),
		);
	});
});

describe('Which model files Tripo’s operations take', () => {
	const kinds = ['glb', 'gltf', 'fbx', 'obj', 'stl', '3mf', 'usdz', 'zip', 'png', ''];
	const taken: Partial<Record<Operation, string>> = {
		texture: 'glb gltf fbx obj stl',
		convert: 'glb gltf fbx obj stl',
		import: 'glb fbx obj stl',
		stylize: 'glb fbx obj stl',
		segment: 'glb fbx obj stl',
		decimate: 'glb fbx obj stl',
		rigCheck: 'glb',
		rig: 'glb',
	};
	for (const operation of columns)
		it(`${operation}: ${taken[operation] ?? 'none'}`, () => {
			const found = kinds.filter(
				(kind) => refusal({ operation, file: `/a.${kind}`, ...ownInputs(operation) }) === undefined,
			);
			assert.deepEqual(found, taken[operation]?.split(' ') ?? []);
		});
});
