import { BlockList, isIP } from 'node:net';

const private4: readonly [network: string, prefix: number][] = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
];
/** The first and the last two carry an IPv4 address inside, and no public file host is reached by one of them. */
const private6: readonly [network: string, prefix: number][] = [
	['::', 96],
	['fc00::', 7],
	['fe80::', 10],
	['fec0::', 10],
	['ff00::', 8],
	['64:ff9b::', 96],
	['2002::', 16],
];

/** Names that only a local network or this machine resolves (RFC 6761, RFC 6762, RFC 8375, RFC 9476). */
const localName = /(^|\.)(localhost|local|internal|home\.arpa|lan)$/;

/** Mapped IPv4 addresses (`::ffff:10.0.0.1`) count as what they map. */
function listOf(): BlockList {
	const list = new BlockList();
	for (const [network, prefix] of private4) list.addSubnet(network, prefix, 'ipv4');
	for (const [network, prefix] of private6) list.addSubnet(network, prefix, 'ipv6');
	return list;
}

const privateAddresses = listOf();

/**
 * True for a host that is not on the public internet: a literal private, link-local, loopback, shared or multicast
 * address, or a name that is local by its form. Other names are not looked up: a proxy may be the only one that can.
 * Takes the `hostname` of a URL, which has decimal and hexadecimal forms of IPv4 normalised.
 */
export function isPrivateHost(hostname: string): boolean {
	const host = bare(hostname);
	const version = isIP(host);
	if (version > 0) return privateAddresses.check(host, version === 4 ? 'ipv4' : 'ipv6');
	return !host.includes('.') || localName.test(host);
}

/** True for names and addresses that never leave this machine. */
export function isLoopbackHost(hostname: string): boolean {
	const host = bare(hostname);
	return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

/** Without the brackets of an IPv6 address and the dot of the root. */
function bare(hostname: string): string {
	return hostname
		.toLowerCase()
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '');
}
