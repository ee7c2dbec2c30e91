import { type FileAuthorization, httpVariants } from './http/httpVariants';
import { type Tier, tierNames } from './meshy/meshyAccount';

/** What a sandbox is started with. Everything may be left out. */
export interface SandboxOptions {
	/** TCP port of the API on 127.0.0.1; 0 (the default) takes any free one. The file host always takes any. */
	port?: number | undefined;
	/**
	 * Simulated seconds of work per real second, default 1. It drives task progress and the minute of the
	 * request-rate limits. 0 stops the clock, so that only the control API moves it.
	 */
	speed?: number | undefined;
	/**
	 * How long a download link lives, in REAL seconds, default 60. It is not scaled by `speed`: a client's
	 * network does not get faster because the simulated work does, and every link would be dead on arrival.
	 */
	linkLifetimeSeconds?: number | undefined;
	/** Makes ids, durations and models repeatable. Without it every sandbox gives different ids. */
	seed?: number | undefined;
	/** Tasks that one account may have queued or running, default 10. */
	tripoSlots?: number | undefined;
	/** The plan of Meshy's accounts, default `pro`: requests a second, and tasks queued or running. */
	meshyTier?: Tier | undefined;
	/** What the file host makes of an `Authorization` header on a download, default `ignored`. */
	fileAuthorization?: FileAuthorization | undefined;
	/** Credits of a newly opened account, default 10,000. */
	openingCredits?: number;
	/**
	 * Origin that links to files and places for uploads begin with, for a file host that clients reach by another name
	 * (a proxy, TLS in front of it). By default it is where the file host listens.
	 */
	filesOrigin?: string | undefined;
	/** Folder that keeps accounts, tasks and uploads over a restart; without it everything is in memory. */
	stateDir?: string;
	/** One line per remarkable event; never a key and never a signed query. */
	log?: (line: string) => void;
}

/** The options with every default filled in. */
export type SandboxSettings = Readonly<ReturnType<typeof settingsFrom>>;

const fileAuthorizations = httpVariants.fileAuthorization;

/** Fills in the defaults. Throws a `RangeError` that names the option when a number makes no sense. */
export function settingsFrom(options: SandboxOptions) {
	return {
		port: inRange('port', options.port ?? 0, 0, 65_535, true),
		speed: inRange('speed', options.speed ?? 1, 0, 1_000_000),
		linkLifetimeMs: 1000 * inRange('linkLifetimeSeconds', options.linkLifetimeSeconds ?? 60, 0, 31_536_000),
		seed:
			options.seed === undefined
				? undefined
				: inRange('seed', options.seed, 0, Number.MAX_SAFE_INTEGER, true),
		tripoSlots: inRange('tripoSlots', options.tripoSlots ?? 10, 1, 1000, true),
		meshyTier: oneOf('meshyTier', options.meshyTier ?? 'pro', tierNames),
		fileAuthorization: oneOf('fileAuthorization', options.fileAuthorization ?? 'ignored', fileAuthorizations),
		openingCredits: inRange('openingCredits', options.openingCredits ?? 10_000, 0, 1_000_000_000),
		filesOrigin: originIn(options.filesOrigin),
		stateDir: options.stateDir,
		log: options.log ?? (() => undefined),
	};
}

function oneOf<Name extends string>(option: string, name: string, names: readonly Name[]): Name {
	const found = names.find((one) => one === name);
	if (!found) throw new RangeError(`${option} must be one of ${names.join(', ')}, not ${name}`);
	return found;
}

function originIn(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || url.origin !== text.replace(/\/$/, ''))
		throw new RangeError(`filesOrigin must be an origin such as https://files.test, not ${text}`);
	return url.origin;
}

function inRange(name: string, value: number, least: number, most: number, whole = false): number {
	if (!(value >= least && value <= most) || (whole && !Number.isInteger(value))) {
		const kind = whole ? 'whole number' : 'number';
		throw new RangeError(`${name} must be a ${kind} from ${least} to ${most}, not ${value}`);
	}
	return value;
}
