import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock';

/** What a signed query turns out to be. */
export type LinkState = 'valid' | 'expired' | 'forged';

interface Policy {
	Statement: [{ Resource: string; Condition: { DateLessThan: { 'AWS:EpochTime': number } } }];
	/** Makes each link another one, even two of the same moment. */
	Id: string;
}

/** What a canned signature begins with: the moment, ms, and salt. */
const sealBytes = 14;

/**
 * Signs paths of the file host. A link is a lease: it holds for one path until a moment of lease time, and
 * cannot be taken to another path or made to live longer. The secret lives and dies with the sandbox.
 */
export class LinkSigner {
	readonly #secret = randomBytes(32);
	readonly #revoked = new Set<string>();

	/** @param lifetimeMs How long new download links live, ms of lease time. */
	constructor(
		private readonly clock: Clock,
		public lifetimeMs: number,
	) {}

	/** The query, without `?`, that opens `path` for `lifetimeMs`. It must be used as it is. */
	sign(path: string, lifetimeMs: number = this.lifetimeMs): string {
		const policy: Policy = {
			Statement: [
				{
					Resource: path,
					// Fractions of a second are kept: lifetimes of less than a second are useful in tests.
					Condition: { DateLessThan: { 'AWS:EpochTime': (this.clock.leaseMs() + lifetimeMs) / 1000 } },
				},
			],
			Id: randomBytes(6).toString('hex'),
		};
		const encoded = urlSafe(Buffer.from(JSON.stringify(policy)));
		return `Policy=${encoded}&Signature=${urlSafe(this.#digest(encoded))}&Key-Pair-Id=SANDBOX`;
	}

	/**
	 * The same in the form of a canned policy, in which the moment stands for itself: `Expires`, whole seconds. The
	 * exact one is inside the signature, with something that makes each link another one.
	 */
	signCanned(path: string): string {
		const until = this.clock.leaseMs() + this.lifetimeMs;
		const seal = Buffer.alloc(sealBytes);
		seal.writeDoubleBE(until);
		randomBytes(6).copy(seal, 8);
		const signature = Buffer.concat([seal, this.#digest(`${path} ${seal.toString('hex')}`)]);
		return `Expires=${Math.ceil(until / 1000)}&Signature=${urlSafe(signature)}&Key-Pair-Id=SANDBOX`;
	}

	judge(path: string, query: URLSearchParams): LinkState {
		const verdict = query.has('Policy') ? this.#judgePolicy(path, query) : this.#judgeCanned(path, query);
		return verdict === 'valid' && this.#revoked.has(query.get('Signature') ?? '') ? 'expired' : verdict;
	}

	#judgeCanned(path: string, query: URLSearchParams): LinkState {
		const signature = fromUrlSafe(query.get('Signature') ?? '');
		const seal = signature.subarray(0, sealBytes);
		if (!same(signature.subarray(sealBytes), this.#digest(`${path} ${seal.toString('hex')}`)))
			return 'forged';
		const until = seal.readDoubleBE();
		if (query.get('Expires') !== String(Math.ceil(until / 1000))) return 'forged';
		return this.clock.leaseMs() >= until ? 'expired' : 'valid';
	}

	#judgePolicy(path: string, query: URLSearchParams): LinkState {
		const encoded = query.get('Policy') ?? '';
		if (!same(fromUrlSafe(query.get('Signature') ?? ''), this.#digest(encoded))) return 'forged';
		const policy = JSON.parse(fromUrlSafe(encoded).toString()) as Policy;
		const [statement] = policy.Statement;
		if (statement.Resource !== path) return 'forged';
		const expired = this.clock.leaseMs() >= 1000 * statement.Condition.DateLessThan['AWS:EpochTime'];
		return expired ? 'expired' : 'valid';
	}

	/** Kills one link before its time. */
	revoke(query: URLSearchParams): void {
		this.#revoked.add(query.get('Signature') ?? '');
	}

	#digest(text: string): Buffer {
		return createHmac('sha256', this.#secret).update(text).digest();
	}
}

function same(given: Buffer, right: Buffer): boolean {
	return given.length === right.length && timingSafeEqual(given, right);
}

/** Base64 with the replacements that the service's content network uses: `+ = /` become `- _ ~`. */
function urlSafe(bytes: Buffer): string {
	return bytes.toString('base64').replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~');
}

function fromUrlSafe(text: string): Buffer {
	return Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');
}

/** Every signed link in a text with another name at its end; `*` in it stands for the file's own without its extension. */
export function renamedLinks(text: string, name: string): string {
	return text.replace(
		/(https?:\/\/[^"?\s]+\/)([^"?/\s]+)(?=\?[^"\s]*Signature=)/g,
		(_, folder: string, own: string) =>
			`${folder}${own}/as/${name.replace('*', own.replace(/\.[^.]*$/, ''))}`,
	);
}

/** The path that was signed, without a name that `renamedLinks` put behind it. */
export function signedPath(path: string): string {
	return path.replace(/\/as\/[^/]*$/, '');
}
