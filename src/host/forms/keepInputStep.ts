import type { JobQueue } from '../../core/jobs/runner/queue';
import type { Inputs } from '../../core/model/generateRequest';
import type { Source } from '../../core/model/request';
import { fileName, jobTitle } from '../text/jobText';
import { type Answer, type Position, pickStep } from './steps';

/** Whether an input stays what it was. `before` tells what that is. */
export function keepInputStep(position: Position, before: string): Promise<Answer<'keep' | 'change'>> {
	return pickStep<'keep' | 'change'>(
		position,
		[
			{ label: '$(check) Keep', description: before, value: 'keep' },
			{ label: '$(edit) Choose Another…', value: 'change' },
		],
		{ placeholder: 'Keep the input, or choose another' },
	);
}

/** What an input is, such as “front: robot-front.png, back: robot-back.png”. */
export function formatInput(queue: JobQueue, inputs: Inputs, name: 'source' | 'images' | 'views'): string {
	const { source, images = [], views = {} } = inputs;
	if (name === 'images') return images.map(fileName).join(', ');
	if (name === 'source') return source ? formatSource(queue, source) : '';
	return Object.entries(views)
		.map(([view, path]) => `${view}: ${fileName(path)}`)
		.join(', ');
}

function formatSource(queue: JobQueue, source: Source): string {
	switch (source.kind) {
		case 'job': {
			const job = queue.find(source.id);
			return job ? jobTitle(job) : 'a job that is no longer in the list';
		}
		case 'task':
			return `task ${source.id}`;
		case 'file':
			return fileName(source.path);
		case 'step':
			return 'the step before it';
	}
}
