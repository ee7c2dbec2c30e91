import { withoutQuery } from '../base/redact';
import { isLoopbackHost, isPrivateHost } from './addresses';
import type { Http, HttpRequest, HttpResponse } from './http';

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/** A redirect that is not followed. The message is safe to show: it has no query of any link. */
export class RedirectRefused extends Error {
	override readonly name = 'RedirectRefused';
}

/**
 * Sends a GET and follows redirects, at most five: to https, or to http from this machine to itself, as the sandbox has
 * it. A public host leads to public hosts only. The request must carry no key, because every host on the way sees it.
 * Rejects with `RedirectRefused`, or like `http`.
 */
export async function followRedirects(
	http: Http,
	request: HttpRequest & { method: 'GET' },
): Promise<HttpResponse> {
	if (!URL.canParse(request.url)) return http(request);
	let at = new URL(request.url);
	const seen = new Set([at.href]);
	for (;;) {
		const response = await http({ ...request, url: at.href });
		if (!redirectStatuses.has(response.status)) return response;
		response.discard();
		at = targetOf(response, at);
		if (seen.has(at.href)) throw new RedirectRefused(`${withoutQuery(at.href)} redirects in a circle`);
		if (seen.size > mostRedirects) throw new RedirectRefused(`more than ${mostRedirects} redirects`);
		seen.add(at.href);
	}
}

function targetOf({ status, headers }: HttpResponse, at: URL): URL {
	const { location } = headers;
	const from = `${withoutQuery(at.href)} answered ${status}`;
	if (!location) throw new RedirectRefused(`${from} without a Location`);
	if (!URL.canParse(location, at.href)) throw new RedirectRefused(`${from} with a Location that is no URL`);
	const target = new URL(location, at);
	// A fragment never travels, so it makes no other place.
	target.hash = '';
	const isLocal = [at, target].every(
		({ protocol, hostname }) => protocol === 'http:' && isLoopbackHost(hostname),
	);
	const to = `${target.protocol}//${target.host}`;
	if (target.protocol !== 'https:' && !isLocal)
		throw new RedirectRefused(`${from} with a redirect to ${to}, which is not https`);
	if (target.username || target.password)
		throw new RedirectRefused(`${from} with a redirect to ${to} that carries a password`);
	if (isPrivateHost(target.hostname) && !isPrivateHost(at.hostname))
		throw new RedirectRefused(`${from} with a redirect to the private address ${target.host}`);
	return target;
}
