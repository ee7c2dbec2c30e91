import type { Route } from '../http/router';
import { Refusal } from './refusal';
import type { Visit } from './visit';

/** Calls that the service has for other plans than the usual ones. All else that the sandbox lacks is a 404. */
const forOtherPlans: readonly string[] = ['/openapi/v1/usage/tasks', '/openapi/v1/showcases'];

export const notOfferedRoutes: readonly Route<Visit>[] = forOtherPlans.map((path) => ({
	method: 'GET',
	path,
	run: () => {
		throw new Refusal(403, 'Your plan does not include this endpoint.');
	},
}));
