import { randomUUID } from 'node:crypto';
import type { Account } from '../accounts/account';
import { credentialIn } from '../accounts/keys';
import type { Bucket, RateReading } from '../accounts/requestRate';
import { type Handler, headerOf, type Incoming, type Reply } from '../http/message';
import { findRoute, type Route } from '../http/router';
import type { World } from '../world';
import { accountRoutes } from './accountRoutes';
import { createRoutes } from './createRoutes';
import { refusalReply } from './envelope';
import { notOfferedRoutes } from './notOffered';
import { Refusal } from './refusal';
import { taskRoutes } from './taskRoutes';
import { uploadRoutes } from './uploadRoutes';
import type { Visit } from './visit';

const prefix = '/v3';

/** Whether a path belongs to this API; Meshy's base is the bare origin, so all others are its own. */
export function isTripoPath(path: string): boolean {
	return path === prefix || path.startsWith(`${prefix}/`);
}

/**
 * The API host. Order of the checks: key, route, request rate, then the endpoint's own. There are no CORS
 * headers, and a preflight request is refused like any other without a key: browsers cannot use this API.
 */
export function tripoApi(world: World): Handler {
	const routes = [
		...createRoutes(world),
		...taskRoutes(world),
		...uploadRoutes(world),
		...accountRoutes(world),
		...notOfferedRoutes,
	];
	return async (incoming) => {
		const requestId = headerOf(incoming, 'x-request-id') ?? randomUUID();
		const headers: Record<string, string> = { 'X-Request-ID': requestId, 'X-Tripo-Trace-ID': randomUUID() };
		const reply = await answer(world, routes, incoming, requestId, headers);
		return { ...reply, headers: { ...headers, ...reply.headers } };
	};
}

async function answer(
	world: World,
	routes: readonly Route<Visit>[],
	incoming: Incoming,
	requestId: string,
	headers: Record<string, string>,
): Promise<Reply> {
	try {
		const account = authenticate(world, incoming);
		incoming.trail.account = account.masked;
		const { route, params } = routeOf(routes, incoming);
		limitRate(world, account, route, headers);
		return await route.run({ incoming, account }, params);
	} catch (error) {
		const refusal = error instanceof Refusal ? error : brokenBy(error, world);
		incoming.trail.code = refusal.code;
		return refusalReply(refusal, requestId);
	}
}

function authenticate(world: World, incoming: Incoming): Account {
	const authorization = incoming.method === 'OPTIONS' ? undefined : incoming.headers.authorization;
	const credential = credentialIn('tripo', authorization);
	const account = credential.kind === 'key' ? world.bank.accountFor(credential.key) : undefined;
	if (!account) {
		throw new Refusal('badKey', 'Invalid API key', {}, world.variants.badKeyCode);
	}
	return account;
}

function routeOf(routes: readonly Route<Visit>[], incoming: Incoming) {
	const path = incoming.path.startsWith(`${prefix}/`) ? incoming.path.slice(prefix.length) : undefined;
	const match = findRoute(routes, incoming.method, path ?? '');
	switch (match.kind) {
		case 'found':
			return match;
		case 'wrongMethod':
			throw new Refusal('wrongMethod', `${incoming.method} is not allowed here.`, {
				Allow: match.allowed.join(', '),
			});
		case 'unknown':
			throw new Refusal('unknownRoute', `There is no ${incoming.path}.`);
	}
}

/** Tasks and uploads are counted per minute; queries are not, but say what is left. */
function limitRate(
	world: World,
	account: Account,
	route: Route<Visit>,
	headers: Record<string, string>,
): void {
	const bucket: Bucket = route.path.startsWith('/files') ? 'upload' : 'generation';
	const counted = route.method === 'POST' && route.path !== '/tasks/list';
	const reading: RateReading = world.rate[counted ? 'count' : 'look'](account, bucket);
	headers['X-RateLimit-Limit'] = String(reading.limit);
	headers['X-RateLimit-Remaining'] = String(reading.remaining);
	headers['X-RateLimit-Reset'] = String(reading.reset);
	if (reading.refused) {
		throw new Refusal('tooManyRequests', `More than ${reading.limit} requests of this kind in a minute.`, {
			'Retry-After': String(reading.retryAfter),
		});
	}
}

function brokenBy(error: unknown, world: World): Refusal {
	world.log(`an endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
	return new Refusal('broken', 'The sandbox failed to answer this request.');
}
