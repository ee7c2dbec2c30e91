import { randomUUID } from 'node:crypto';
import { keyIn } from '../accounts/account';
import type { SandboxContext } from '../context';
import { type Handler, headerOf, type Incoming, type Reply } from '../http/message';
import { findRoute, type Route } from '../http/router';
import type { TripoAccount } from './tripoAccount';
import { tripoCreateRoutes } from './tripoCreateRoutes';
import { refusalReply, TripoRefusal, type TripoRequestContext } from './tripoRefusal';
import { accountRoutes, tripoTaskRoutes } from './tripoTaskRoutes';
import { uploadRoutes } from './uploadRoutes';

const prefix = '/v3';

/** Whether a path belongs to this API; Meshy's base is the bare origin, so all others are its own. */
export function isTripoPath(path: string): boolean {
	return path === prefix || path.startsWith(`${prefix}/`);
}

/** Calls that the real service has and the sandbox does not, so that it can say so instead of "not found". */
const notOffered = ['/generation/image-to-splat', '/mesh/smartsegment', '/files/upload-credentials'];
/** It is there, but every model that it could work on has been retired. */
const retired = '/models/refine';

const notOfferedRoutes = [...notOffered, retired].map((path) => ({
	method: 'POST',
	path,
	run: () => {
		throw path === retired
			? new TripoRefusal('retiredModel', 'Drafts of the retired models were all that could be refined.')
			: new TripoRefusal('unsupportedTask', `The sandbox does not offer ${path}.`);
	},
}));

/**
 * The API host. Order of the checks: key, route, request rate, then the endpoint's own. There are no CORS
 * headers, and a preflight request is refused like any other without a key: browsers cannot use this API.
 */
export function tripoApi(context: SandboxContext): Handler {
	const routes = [
		...tripoCreateRoutes(context),
		...tripoTaskRoutes(context),
		...uploadRoutes(context),
		...accountRoutes(context),
		...notOfferedRoutes,
	];
	return async (incoming) => {
		const requestId = headerOf(incoming, 'x-request-id') ?? randomUUID();
		const headers: Record<string, string> = { 'X-Request-ID': requestId, 'X-Tripo-Trace-ID': randomUUID() };
		const reply = await answer(context, routes, incoming, requestId, headers);
		return { ...reply, headers: { ...headers, ...reply.headers } };
	};
}

async function answer(
	context: SandboxContext,
	routes: readonly Route<TripoRequestContext>[],
	incoming: Incoming,
	requestId: string,
	headers: Record<string, string>,
): Promise<Reply> {
	try {
		const account = authenticate(context, incoming);
		incoming.log.account = account.masked;
		const { route, params } = routeOf(routes, incoming);
		limitRate(context, account, route, headers);
		return await route.run({ incoming, account }, params);
	} catch (error) {
		const refusal = error instanceof TripoRefusal ? error : brokenBy(error, context);
		incoming.log.code = refusal.code;
		return refusalReply(refusal, requestId);
	}
}

function authenticate({ tripo }: SandboxContext, incoming: Incoming): TripoAccount {
	const key = incoming.method === 'OPTIONS' ? undefined : keyIn('tripo', incoming.headers.authorization);
	const account = key === undefined ? undefined : tripo.accounts.accountFor(key);
	if (!account) throw new TripoRefusal('badKey', 'Invalid API key', {}, tripo.variants.badKeyCode);
	return account;
}

function routeOf(routes: readonly Route<TripoRequestContext>[], { method, path }: Incoming) {
	const match = findRoute(routes, method, path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : '');
	switch (match.kind) {
		case 'found':
			return match;
		case 'wrongMethod':
			throw new TripoRefusal('wrongMethod', `${method} is not allowed here.`, {
				Allow: match.allowed.join(', '),
			});
		case 'unknown':
			throw new TripoRefusal('unknownRoute', `There is no ${path}.`);
	}
}

/** Tasks and uploads are counted per minute; queries are not, but say what is left. */
function limitRate(
	{ tripo }: SandboxContext,
	account: TripoAccount,
	{ method, path }: Route<TripoRequestContext>,
	headers: Record<string, string>,
): void {
	const counted = method === 'POST' && path !== '/tasks/list';
	const bucket = path.startsWith('/files') ? 'upload' : 'generation';
	const state = tripo.rate[counted ? 'count' : 'read'](account, bucket);
	headers['X-RateLimit-Limit'] = String(state.limit);
	headers['X-RateLimit-Remaining'] = String(state.remaining);
	headers['X-RateLimit-Reset'] = String(state.reset);
	if (state.refused) {
		throw new TripoRefusal('tooManyRequests', `More than ${state.limit} requests of this kind in a minute.`, {
			'Retry-After': String(state.retryAfter),
		});
	}
}

function brokenBy(error: unknown, { log }: SandboxContext): TripoRefusal {
	log(`an endpoint failed: ${error instanceof Error ? error.stack : String(error)}`);
	return new TripoRefusal('broken', 'The sandbox failed to answer this request.');
}
