import { format, source } from '../../catalogue/condition';
import type { OperationSpec } from '../../catalogue/operationSpec';
import { modelFiles } from './sources';

/** Brings a file in for steps that go on from tasks only. */
export const importModel: OperationSpec = {
	title: 'Import',
	detail: 'Your own model file as a task, for every further step.',
	gives: 'model',
	formats: [
		...modelFiles.map((extension) => ({ extension, when: source(format(extension)) })),
		{ extension: 'glb' },
	],
	inputs: { source: { required: true, from: [], files: modelFiles } },
	parameters: [],
	rules: [],
	prices: [{ credits: 0 }],
	seconds: 10,
	taskClass: 'processing',
};
