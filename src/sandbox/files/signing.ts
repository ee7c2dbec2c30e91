import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock';

/** What a signed query turns out to be. */
export type Verdict = 'valid' | 'expired' | 'forged';

interface Policy {
	Statement: [{ Resource: string; Condition: { DateLessThan: { 'AWS:EpochTime': number } } }];
	/** Makes each link another one, even two of the same moment. */
	Id: string;
}

/**
 * Signs paths of the file host. A link is a lease: it holds for one path until a moment of lease time, and
 * cannot be taken to another path or made to live longer. The secret lives and dies with the sandbox.
 */
export class Signer {
	readonly #secret = randomBytes(32);
	readonly #revoked = new Set<string>();
	readonly #clock: Clock;
	/** How long new download links live, ms of lease time. */
	lifetimeMs: number;

	constructor(clock: Clock, lifetimeMs: number) {
		this.#clock = clock;
		this.lifetimeMs = lifetimeMs;
	}

	/** The query, without `?`, that opens `path` for `lifetimeMs`. It must be used as it is. */
	sign(path: string, lifetimeMs: number = this.lifetimeMs): string {
		const policy: Policy = {
			Statement: [
				{
					Resource: path,
					// Fractions of a second are kept: lifetimes of less than a second are useful in tests.
					Condition: { DateLessThan: { 'AWS:EpochTime': (this.#clock.leaseMs() + lifetimeMs) / 1000 } },
				},
			],
			Id: randomBytes(6).toString('hex'),
		};
		const encoded = urlSafe(Buffer.from(JSON.stringify(policy)));
		return `Policy=${encoded}&Signature=${urlSafe(this.#digest(encoded))}&Key-Pair-Id=SANDBOX`;
	}

	judge(path: string, query: URLSearchParams): Verdict {
		const encoded = query.get('Policy') ?? '';
		const given = fromUrlSafe(query.get('Signature') ?? '');
		const right = this.#digest(encoded);
		if (given.length !== right.length || !timingSafeEqual(given, right)) {
			return 'forged';
		}
		const policy = JSON.parse(fromUrlSafe(encoded).toString()) as Policy;
		const [statement] = policy.Statement;
		if (statement.Resource !== path) {
			return 'forged';
		}
		const expired = this.#clock.leaseMs() >= 1000 * statement.Condition.DateLessThan['AWS:EpochTime'];
		return expired || this.#revoked.has(encoded) ? 'expired' : 'valid';
	}

	/** Kills one link before its time. */
	revoke(query: URLSearchParams): void {
		this.#revoked.add(query.get('Policy') ?? '');
	}

	#digest(encoded: string): Buffer {
		return createHmac('sha256', this.#secret).update(encoded).digest();
	}
}

/** Base64 with the replacements that the service's content network uses: `+ = /` become `- _ ~`. */
function urlSafe(bytes: Buffer): string {
	return bytes.toString('base64').replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~');
}

function fromUrlSafe(text: string): Buffer {
	return Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');
}
