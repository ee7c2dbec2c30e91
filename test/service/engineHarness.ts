import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountAccess, Connection } from '../../src/core/accounts/accountAccess';
import { Pauses } from '../../src/core/accounts/pauses';
import type { Clock } from '../../src/core/base/clock';
import { systemClock } from '../../src/core/base/clock';
import { type Disk, systemDisk } from '../../src/core/files/disk';
import { draftJob } from '../../src/core/jobs/drafts/draft';
import { Journal } from '../../src/core/jobs/records/journal';
import { JobStore } from '../../src/core/jobs/records/store';
import { Engine } from '../../src/core/jobs/runner/engine';
import type { PaidProviderId, ProviderId } from '../../src/core/model/account';
import type { JobDraft } from '../../src/core/model/jobDraft';
import type { JobRecord, StateKind } from '../../src/core/model/jobRecord';
import type { JobRequest, RequestOptions } from '../../src/core/model/request';
import type { Http } from '../../src/core/network/http';
import { nodeHttp } from '../../src/core/network/nodeHttp';
import type { SourceLookup } from '../../src/core/providers/sourceChain';
import { Ledger } from '../../src/core/spending/ledger';
import { LedgerFile } from '../../src/core/spending/ledgerFile';
import { noLimits, type SpendingSwitch } from '../../src/core/spending/limits';
import { hastyClock } from '../harness/hastyClock';
import { within } from '../harness/within';
import { RecordingLog } from '../unit/core/support/recordingLog';
import { SandboxUnderTest, type TestSandboxOptions } from './sandboxUnderTest';
import { ServiceAccounts } from './serviceAccounts';

/** Work at the sandbox, and our own waiting, go this many times as fast as in real life. */
const speed = 400;
export const hasteClock = hastyClock(speed);
const waitMs = 120_000;

/** What a test puts in the place of the ordinary. */
export interface RunOptions {
	readonly disk?: Disk;
	readonly clock?: Clock;
	readonly spendNothing?: SpendingSwitch;
	/** Stands between the engine and the network. */
	readonly between?: (next: Http) => Http;
	/** The user's account at the other service. */
	readonly alsoAt?: ServiceAccounts;
	/** Stands between the engine and its account. */
	readonly account?: (connection: Connection) => Connection;
}

/** One run of the engine: what lives between two reloads of a window. */
export interface Run {
	readonly engine: Engine;
	readonly journal: Journal;
	/** Ends it as the death of the process would: nothing more reaches disk or network. */
	kill(): void;
}

/** A real engine on a real disk, a real sandbox over real sockets, one account. */
export class EngineHarness {
	readonly log = new RecordingLog();
	private readonly runs: Run[] = [];
	private readonly sockets: ReturnType<typeof nodeHttp>[] = [];

	private constructor(
		readonly sandbox: SandboxUnderTest,
		readonly accounts: ServiceAccounts,
		readonly root: string,
		private readonly guest = false,
	) {}

	static async open(
		options: TestSandboxOptions = {},
		provider: PaidProviderId = 'tripo',
	): Promise<EngineHarness> {
		const sandbox = await SandboxUnderTest.start({ speed, ...options });
		const root = await newRoot();
		const key = `${provider === 'tripo' ? 'tsk' : 'msy'}_canary_${randomBytes(8).toString('hex')}`;
		// Meshy's seconds stay real at the sandbox, and our looks come hundreds of times as fast.
		await sandbox.control('/accounts', { requestsPerSecond: 1_000_000 });
		return new EngineHarness(sandbox, new ServiceAccounts(provider, sandbox[provider], key), root);
	}

	/** Another machine on the same account, with records of its own. Close it before this one. */
	async beside(): Promise<EngineHarness> {
		return new EngineHarness(this.sandbox, this.accounts, await newRoot(), true);
	}

	get output(): string {
		return join(this.root, 'assets');
	}

	get records(): string {
		return join(this.root, 'jobs');
	}

	get ledger(): string {
		return join(this.root, 'ledger.jsonl');
	}

	/** Starts an engine on the records that are there. */
	async start(options: RunOptions = {}): Promise<Run> {
		const { clock = hasteClock, between = (next) => next, account = (connection) => connection } = options;
		const socket = nodeHttp();
		this.sockets.push(socket);
		const network = between(socket);
		const life = new AbortController();
		const disk = mortal(options.disk ?? systemDisk, life.signal);
		// A request of a dead process has no one to come back to.
		const http: Http = async (request) => {
			const response = await (life.signal.aborted ? forever() : network(request));
			return life.signal.aborted ? forever() : response;
		};
		const parts = {
			http,
			clock,
			random: Math.random,
			log: this.log,
			userAgent: 'propsmith-test',
		};
		const store = new JobStore(disk, this.records, this.log);
		await store.load();
		const journal = new Journal(store, clock, this.log);
		const pauses = new Pauses(disk, join(this.root, 'paused.json'));
		await pauses.load();
		const { alsoAt = this.accounts } = options;
		const [here, there] = [this.accounts.with(parts), alsoAt.with(parts)];
		const at = (provider: ProviderId): AccountAccess => (provider === alsoAt.provider ? there : here);
		const accounts: AccountAccess = {
			connect: async (provider) => account(await at(provider).connect(provider)),
			tier: (provider) => at(provider).tier(provider),
			limitsPerKey: () => here.limitsPerKey?.() ?? false,
			onDidChange: here.onDidChange,
		};
		const ledger = await Ledger.open(new LedgerFile(disk, this.ledger, this.log), this.log);
		const { spendNothing } = options;
		const engine = new Engine({
			...{ ...parts, journal, disk, pauses, ledger, accounts },
			...(spendNothing ? { spendNothing } : {}),
		});
		await engine.start();
		const kill = (): void => {
			life.abort();
			engine.dispose();
		};
		const run = { engine, journal, kill };
		this.runs.push(run);
		return run;
	}

	/** Ends the run and starts another on the same records, as reloading the window does. */
	async reload(run: Run, options: RunOptions = {}): Promise<Run> {
		run.kill();
		return this.start(options);
	}

	async make(run: Run, ...requests: JobRequest[]): Promise<string[]> {
		return this.makeNamed(run, 'thing', ...requests);
	}

	/** Requests may go on from each other, or from jobs that are there. */
	async makeNamed({ engine, journal }: Run, name: string, ...requests: JobRequest[]): Promise<string[]> {
		const destination = { folder: this.output, name };
		const { provider } = this.accounts;
		const jobs = requests.map((request): JobDraft => ({ provider, request, destination }));
		const lookup: SourceLookup = (source) => {
			if (source.kind === 'step') return jobs[source.index];
			return source.kind === 'job' ? journal.find(source.id) : undefined;
		};
		return (
			await engine.call(
				'add',
				jobs.map((job) => draftJob(job, lookup)),
				noLimits,
			)
		).map(({ id }) => id);
	}

	/** The job when it is in one of these states. */
	async until({ journal }: Run, id: string, ...kinds: StateKind[]): Promise<JobRecord> {
		const state = (): string => JSON.stringify(journal.find(id)?.state);
		return within(
			waitMs,
			`job to be ${kinds.join(' or ')}`,
			journal.until(id, ({ kind }) => kinds.includes(kind)),
		).catch((error: unknown) => {
			throw new Error(`${String(error)}; it is ${state()}\n${this.log.lines.slice(-25).join('\n')}`);
		});
	}

	files(): Promise<string[]> {
		return readdir(this.output).then(
			(names) => names.sort(),
			() => [],
		);
	}

	/** Everything that the engine has written down, for a scan. */
	async writtenText(): Promise<string> {
		const names = await readdir(this.root, { recursive: true, withFileTypes: true });
		const files = names.filter((entry) => entry.isFile() && /\.(jsonl?|tmp|unreadable)/.test(entry.name));
		return (
			await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
		).join('\n');
	}

	async close(): Promise<void> {
		for (const run of this.runs) run.kill();
		for (const socket of this.sockets) socket.close();
		if (!this.guest) await this.sandbox.close();
		await rm(this.root, { recursive: true, force: true });
	}
}

function newRoot(): Promise<string> {
	return mkdtemp(join(tmpdir(), 'propsmith-engine-'));
}

/** Time that goes as fast as the sandbox's, for waits that are compared with it. */
export function sandboxClock(): Clock {
	const began = systemClock.now();
	return {
		now: () => began + (systemClock.now() - began) * speed,
		sleep: (ms, signal) => systemClock.sleep(ms / speed, signal),
		stopwatch: hasteClock.stopwatch,
	};
}

export function text(prompt: string, options: RequestOptions = {}): JobRequest {
	return { operation: 'textToModel', prompt, options };
}

function forever(): Promise<never> {
	return new Promise(() => {});
}

/** A disk that does nothing more once its process is dead. */
function mortal(disk: Disk, death: AbortSignal): Disk {
	return new Proxy(disk, {
		get: (target, name) => {
			const operation = Reflect.get(target, name) as (...all: unknown[]) => Promise<unknown>;
			return (...all: unknown[]) => (death.aborted ? forever() : operation.apply(target, all));
		},
	});
}
