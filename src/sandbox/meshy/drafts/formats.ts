import type { ModelFormat } from '../../../placeholders/formats/writeModel';
import { invalid } from '../refusal';
import type { TaskRequest } from '../taskRequest';

/** Every format but the one for printing, as the service makes them when nobody chooses. */
export const usualFormats: readonly ModelFormat[] = ['glb', 'obj', 'fbx', 'stl', 'usdz'];

/** The formats that the files shall have. */
export function formatsOf(request: TaskRequest, otherwise: readonly ModelFormat[]): ModelFormat[] {
	const asked = request.list<ModelFormat | 'blend'>('target_formats') ?? otherwise;
	return asked.map((format) => {
		if (format === 'blend') {
			throw invalid('target_formats', 'cannot have blend: the sandbox cannot write it');
		}
		return format;
	});
}
