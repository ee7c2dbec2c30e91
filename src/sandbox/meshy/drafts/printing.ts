import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { flatPrices } from '../prices';
import { after } from '../recipe';
import { modelSource, modelTasks } from '../sources';
import type { TaskRequest } from '../taskRequest';

const files: readonly string[] = ['glb', 'stl', 'obj'];

/** What is wrong with a model for printing. */
export async function analysisDraft(request: TaskRequest): Promise<Draft> {
	const { model } = await modelSource(request, modelTasks.print, files);
	return {
		type: 'print-analyze',
		product: { kind: 'analysis', model },
		price: flatPrices.analyze,
		seconds: typicalSeconds.analyze,
		echo: {},
		texts: [],
	};
}

/** The bare shape of a model, closed. A file keeps its format; a task's model comes as GLB. */
export async function repairDraft(request: TaskRequest): Promise<Draft> {
	const { model, format } = await modelSource(request, modelTasks.print, files);
	return {
		type: 'print-repair',
		product: {
			kind: 'model',
			model: after(model, { do: 'mend' }),
			formats: [format === 'stl' || format === 'obj' ? format : 'glb'],
			quads: false,
			maps: 'none',
			alphaThumbnail: false,
			sideThumbnails: false,
		},
		price: flatPrices.repair,
		seconds: typicalSeconds.repair,
		echo: {},
		texts: [],
	};
}
