import type { Draft } from '../draft';
import { typicalSeconds } from '../durations';
import { motionPrices } from '../prices';
import { invalid } from '../refusal';
import type { TaskRequest } from '../taskRequest';

/** A skeleton that moves as the words say. */
export async function motionDraft(request: TaskRequest): Promise<Draft> {
	const words = request.needText('prompt');
	const seconds = request.number('duration');
	if (seconds === undefined) {
		throw invalid('duration', 'is required');
	}
	const mode = request.text('mode') === 'swift' ? 'swift' : 'prime';
	return {
		type: 'text-to-motion',
		product: { kind: 'motion', mode, words, seconds },
		price: motionPrices[mode],
		seconds: typicalSeconds.motion,
		echo: { prompt: words },
		texts: [words],
	};
}
