import type { Reply } from './message';

/** One endpoint. `:name` in the path stands for one segment and arrives decoded in `params`. */
export interface Route<Context> {
	method: string;
	path: string;
	run(context: Context, params: Record<string, string>): Promise<Reply> | Reply;
}

export type Match<Context> =
	| { kind: 'found'; route: Route<Context>; params: Record<string, string> }
	| { kind: 'wrongMethod'; allowed: string[] }
	| { kind: 'unknown' };

/** Finds the route of a request; tells a wrong method from an unknown path. */
export function findRoute<Context>(
	routes: readonly Route<Context>[],
	method: string,
	path: string,
): Match<Context> {
	const allowed: string[] = [];
	for (const route of routes) {
		const params = paramsOf(route.path, path);
		if (params && route.method === method) return { kind: 'found', route, params };
		if (params) allowed.push(route.method);
	}
	return allowed.length > 0 ? { kind: 'wrongMethod', allowed } : { kind: 'unknown' };
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
	const wanted = pattern.split('/');
	const given = path.split('/');
	if (wanted.length !== given.length) return undefined;
	const params: Record<string, string> = {};
	for (const [index, part] of wanted.entries()) {
		const segment = given[index] ?? '';
		if (part.startsWith(':') && segment !== '') params[part.slice(1)] = decoded(segment);
		else if (part !== segment) return undefined;
	}
	return params;
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
