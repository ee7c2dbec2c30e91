import { randomUUID } from 'node:crypto';
import { credentialIn } from '../accounts/keys';
import { type Handler, type Incoming, jsonReply, type Reply } from '../http/message';
import { findRoute, type Match, type Route } from '../http/router';
import { isActive } from '../tasks/timedTask';
import type { World } from '../world';
import type { MeshyAccount } from './account';
import { animationLibrary } from './animationLibrary';
import { createRoutes } from './createRoutes';
import { notOfferedRoutes } from './notOffered';
import { Refusal, refusalReply } from './refusal';
import { taskRoutes } from './taskRoutes';
import type { Visit } from './visit';

/** The path that everything of Meshy's API begins with. */
const prefix = '/openapi';

/** Paths were shorter once, and are taken like that to this day. */
function pathOf({ path }: Incoming): string {
	return /^\/v[12]\//.test(path) ? `${prefix}${path}` : path;
}

/** The date of the protocol that is spoken, as the service says it with every answer. */
const apiVersion = '2026-10-09';

/**
 * The API host. Order of the checks: route, key, request rate, then the endpoint's own: the real service tells
 * even strangers which endpoints it does not have. There are no CORS headers: browsers cannot use this API.
 */
export function meshyApi(world: World): Handler {
	const routes = [
		...createRoutes(world),
		// The library lies where an animation's id would be.
		animationLibrary,
		...taskRoutes(world),
		balanceRoute(world),
		...notOfferedRoutes,
	];
	return async (incoming) => {
		const reply = await answer(world, routes, incoming);
		return {
			...reply,
			headers: { 'x-api-version': apiVersion, 'x-request-id': randomUUID(), ...reply.headers },
		};
	};
}

async function answer(world: World, routes: readonly Route<Visit>[], incoming: Incoming): Promise<Reply> {
	try {
		const { route, params } = found(findRoute(routes, incoming.method, pathOf(incoming)), incoming);
		const account = authenticate(world, incoming);
		incoming.trail.account = account.masked;
		limitPace(world, account);
		return await route.run({ incoming, account }, params);
	} catch (error) {
		const refusal = error instanceof Refusal ? error : brokenBy(error, world);
		incoming.trail.refusal = refusal.message;
		return refusalReply(refusal);
	}
}

function found(match: Match<Visit>, incoming: Incoming): Extract<Match<Visit>, { kind: 'found' }> {
	if (incoming.method === 'OPTIONS') {
		throw new Refusal(403, 'CORS is not enabled.');
	}
	switch (match.kind) {
		case 'found':
			return match;
		case 'wrongMethod':
			throw new Refusal(405, `${incoming.method} is not allowed here.`, { Allow: match.allowed.join(', ') });
		case 'unknown':
			throw new Refusal(404, `There is no ${incoming.path}.`);
	}
}

function authenticate(world: World, incoming: Incoming): MeshyAccount {
	const credential = credentialIn('meshy', incoming.headers.authorization);
	const account = credential.kind === 'key' ? world.meshy.bank.accountFor(credential.key) : undefined;
	if (!account) {
		throw new Refusal(401, 'Invalid API key');
	}
	return account;
}

/** Every request counts, whatever it asks for. */
function limitPace({ meshy }: World, account: MeshyAccount): void {
	if (!meshy.pace.take(account)) {
		throw new Refusal(429, 'RateLimitExceeded', meshy.variants.retryAfter ? { 'Retry-After': '1' } : {});
	}
}

/** What can be spent. Accounts differ in whether a charge shows at once or when the task has ended. */
function balanceRoute({ meshy }: World): Route<Visit> {
	return {
		method: 'GET',
		path: '/openapi/v1/balance',
		run: async ({ account }) => {
			await meshy.desk.settle();
			const unseen = meshy.variants.balance === 'late' ? meshy.desk.all().filter(isActive) : [];
			const late = unseen.filter((task) => task.account === account.id);
			return jsonReply(200, { balance: late.reduce((sum, task) => sum + task.price, account.balance) });
		},
	};
}

function brokenBy(error: unknown, world: World): Refusal {
	world.log(`an endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
	return new Refusal(500, 'The sandbox failed to answer this request.');
}
