import type { JobRecord } from '../../jobs/record';
import type { TaskClass } from '../../limits/tiers';
import { defaultTripoModel, findTripoModel } from './models';

/** The class in which Tripo counts a request's task. A model that is not known counts like the H models. */
export function tripoTaskClass(request: JobRecord['request']): TaskClass {
	const family = findTripoModel(String(request.options.model ?? defaultTripoModel))?.family;
	return family?.startsWith('P') ? 'P' : 'H';
}
