import { randomUUID } from 'node:crypto';
import { keyIn } from '../accounts/account';
import type { SandboxContext } from '../context';
import { type Handler, type Incoming, jsonReply, type Reply } from '../http/message';
import { findRoute, type Route } from '../http/router';
import { isActive } from '../tasks/timedTask';
import { animationLibrary } from './animationLibrary';
import type { MeshyAccount } from './meshyAccount';
import { meshyCreateRoutes } from './meshyCreateRoutes';
import { MeshyRefusal, type MeshyRequestContext, refusalReply } from './meshyRefusal';
import { meshyTaskRoutes } from './meshyTaskRoutes';

/** The path that everything of Meshy's API begins with. */
const prefix = '/openapi';

/** The date of the protocol that is spoken, as the service says it with every answer. */
const apiVersion = '2026-10-09';

/** Calls that the service has for other plans than the usual ones. All else that the sandbox lacks is a 404. */
const forOtherPlans: readonly string[] = ['/openapi/v1/usage/tasks', '/openapi/v1/showcases'];

/**
 * The API host. Order of the checks: route, key, request rate, then the endpoint's own: the real service tells
 * even strangers which endpoints it does not have. There are no CORS headers: browsers cannot use this API.
 */
export function meshyApi(context: SandboxContext): Handler {
	const routes: readonly Route<MeshyRequestContext>[] = [
		...meshyCreateRoutes(context),
		// The library lies where an animation's id would be.
		animationLibrary,
		...meshyTaskRoutes(context),
		balanceRoute(context),
		...forOtherPlans.map((path) => ({
			method: 'GET',
			path,
			run: () => {
				throw new MeshyRefusal(403, 'Your plan does not include this endpoint.');
			},
		})),
	];
	return async (incoming) => {
		const reply = await answer(context, routes, incoming);
		return {
			...reply,
			headers: { 'x-api-version': apiVersion, 'x-request-id': randomUUID(), ...reply.headers },
		};
	};
}

async function answer(
	context: SandboxContext,
	routes: readonly Route<MeshyRequestContext>[],
	incoming: Incoming,
): Promise<Reply> {
	try {
		const { route, params } = routeOf(routes, incoming);
		const account = authenticate(context, incoming);
		incoming.log.account = account.masked;
		limitRate(context, account);
		return await route.run({ incoming, account }, params);
	} catch (error) {
		const refusal = error instanceof MeshyRefusal ? error : brokenBy(error, context);
		incoming.log.refusal = refusal.message;
		return refusalReply(refusal);
	}
}

/** Paths were shorter once, and are taken like that to this day. */
function routeOf(routes: readonly Route<MeshyRequestContext>[], { method, path }: Incoming) {
	if (method === 'OPTIONS') throw new MeshyRefusal(403, 'CORS is not enabled.');
	const match = findRoute(routes, method, /^\/v[12]\//.test(path) ? `${prefix}${path}` : path);
	switch (match.kind) {
		case 'found':
			return match;
		case 'wrongMethod':
			throw new MeshyRefusal(405, `${method} is not allowed here.`, { Allow: match.allowed.join(', ') });
		case 'unknown':
			throw new MeshyRefusal(404, `There is no ${path}.`);
	}
}

function authenticate({ meshy }: SandboxContext, incoming: Incoming): MeshyAccount {
	const key = keyIn('meshy', incoming.headers.authorization);
	const account = key === undefined ? undefined : meshy.accounts.accountFor(key);
	if (!account) throw new MeshyRefusal(401, 'Invalid API key');
	return account;
}

/** Every request counts, whatever it asks for. */
function limitRate({ meshy }: SandboxContext, account: MeshyAccount): void {
	if (!meshy.rate.take(account)) {
		const headers: Record<string, string> = meshy.variants.retryAfter ? { 'Retry-After': '1' } : {};
		throw new MeshyRefusal(429, 'RateLimitExceeded', headers);
	}
}

/** What can be spent. Accounts differ in whether a charge shows at once or when the task has ended. */
function balanceRoute({ meshy }: SandboxContext): Route<MeshyRequestContext> {
	return {
		method: 'GET',
		path: '/openapi/v1/balance',
		run: async ({ account }) => {
			await meshy.tasks.settle();
			const unseen = meshy.variants.balance === 'late' ? meshy.tasks.all().filter(isActive) : [];
			const late = unseen.filter((task) => task.account === account.id);
			return jsonReply(200, { balance: late.reduce((sum, task) => sum + task.price, account.balance) });
		},
	};
}

function brokenBy(error: unknown, { log }: SandboxContext): MeshyRefusal {
	log(`an endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
	return new MeshyRefusal(500, 'The sandbox failed to answer this request.');
}
