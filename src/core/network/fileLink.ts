import { PropsmithError } from '../model/errors';
import { isLoopbackHost } from './addresses';

/**
 * Answers a link that a file may be fetched from: over HTTPS, on this machine over plain HTTP as well, and over plain HTTP
 * where the service itself is reached so (`overHttp`). Rejects anything else with `linkUnusable`, in words that tell no more
 * of the link than how it begins.
 */
export function fileLink(link: string, overHttp = false): string {
	if (!URL.canParse(link)) throw unusable('it is no web address');
	const { protocol, hostname } = new URL(link);
	if (protocol === 'https:') return link;
	if (protocol === 'http:' && (overHttp || isLoopbackHost(hostname))) return link;
	throw unusable(`it begins with “${protocol}” and not with “https:”`);
}

function unusable(detail: string): PropsmithError {
	return new PropsmithError('linkUnusable', { detail });
}
