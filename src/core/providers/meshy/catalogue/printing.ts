import type { OperationSpec } from '../../catalogue/operationSpec';
import { counted } from './parameters';

/** Both take the same: results of these operations, and files of these formats, up to 100 MB. */
const inputs = {
	source: {
		required: true,
		from: ['textToModel', 'refine', 'imageToModel', 'multiviewToModel', 'texture', 'remesh'],
		files: ['glb', 'stl', 'obj'],
	},
} as const satisfies OperationSpec['inputs'];

export const analyzePrintability: OperationSpec = {
	...counted,
	title: 'Analyze Printability',
	detail: 'Tells of holes, broken edges and other faults of the mesh. Free.',
	gives: 'findings',
	inputs,
	parameters: [],
	rules: [],
	prices: [{ credits: 0 }],
	seconds: 15,
};

export const repairPrintability: OperationSpec = {
	...counted,
	title: 'Repair for Printing',
	detail: 'The mesh without holes and broken edges, in the format that it had. Its texture is lost.',
	gives: 'model',
	inputs,
	parameters: [],
	rules: [],
	prices: [{ credits: 10 }],
	seconds: 30,
};
