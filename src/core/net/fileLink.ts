import { PropsmithError } from '../errors';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Answers a link that a file may be fetched from: over HTTPS, on this machine over plain HTTP as well, and over plain HTTP
 * where the service itself is reached so (`overHttp`). Rejects anything else with `linkUnusable`, in words that tell no more
 * of the link than how it begins.
 */
export function fileLink(link: string, overHttp = false): string {
	if (!URL.canParse(link)) throw unusable('it is no web address');
	const { protocol, hostname } = new URL(link);
	if (protocol === 'https:') return link;
	if (protocol === 'http:' && (overHttp || loopback.test(hostname))) return link;
	throw unusable(`it begins with “${protocol}” and not with “https:”`);
}

function unusable(detail: string): PropsmithError {
	return new PropsmithError('linkUnusable', { detail });
}
