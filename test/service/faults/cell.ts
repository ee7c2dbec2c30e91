import assert from 'node:assert/strict';
import { errorOf, isSettled, type JobRecord, type JobState } from '../../../src/core/model/jobRecord';
import { isAccountWide } from '../../../src/core/network/failure';
import { noLimits } from '../../../src/core/spending/limits';
import { eventually } from '../../harness/eventually';
import { within } from '../../harness/within';
import { checkAsset } from '../checkAsset';
import { EngineHarness, type Run } from '../engineHarness';
import { type Fault, lasting, type Step } from './fault';
import { LeapingClock } from './leapingClock';
import { impatient, OnTheWire, refusing } from './onTheWire';
import type { Operation } from './operations';

/** What became of a job whose operation met a fault. */
export interface Played {
	/** Where it came to rest, what the user did about it, and its end, such as `blocked linkDead, retry, done`. */
	readonly way: string;
	/** Paid POSTs that reached the service. */
	readonly posts: number;
	readonly tasks: number;
	/** Prices of the job's request that were charged. */
	readonly charges: number;
}

/** Brings one job to its end over one fault of one operation, helped as the job's text tells the user to. */
export async function play(operation: Operation, fault: Fault): Promise<Played> {
	const harness = await EngineHarness.open();
	try {
		return await new Cell(harness, operation, fault).play();
	} finally {
		await harness.close();
	}
}

class Cell {
	private readonly clock: LeapingClock;
	private readonly way: string[] = [];
	private readonly wire: OnTheWire | undefined;
	private rest: string | undefined;

	constructor(
		private readonly harness: EngineHarness,
		private readonly operation: Operation,
		private readonly fault: Fault,
	) {
		this.clock = new LeapingClock(!operation.inDoubt);
		const send = fault.refused ? refusing : fault.impatient && impatient((count) => this.unanswered(count));
		const { origin } = new URL(harness.sandbox.tripo);
		if (send) this.wire = new OnTheWire(operation.where, origin, this.times, send);
	}

	async play(): Promise<Played> {
		const { harness, clock, wire, way } = this;
		await this.prepare();
		const run = await harness.start({ clock, ...(wire ? { between: wire.between } : {}) });
		const [id = ''] = await harness.make(run, this.operation.request);
		const subscription = run.engine.onDidChange(({ job }) => this.note(job.state));
		if (this.operation.broke) {
			await harness.until(run, id, 'blocked');
			await this.credit(500);
		}
		let job = await this.untilHelpless(run, id);
		if (job.state.kind !== 'done') {
			await this.help(run, job);
			job = await this.untilHelpless(run, id);
		}
		subscription.dispose();
		if (job.state.kind === 'done') await this.check(job);
		const [{ charged, tasks }, posts] = [await harness.sandbox.bill(), await harness.sandbox.posts()];
		const price = job.estimate ?? Number.NaN;
		return { way: way.join(', '), posts: posts.length, tasks, charges: charged / price };
	}

	/** A lasting look-up fault must outlast the engine's own looks; other faults end by themselves. */
	private get times(): number {
		return this.operation.inDoubt ? 1000 : lasting;
	}

	/** Resolves when the service left that many of the operation's requests without an answer. */
	private unanswered(count: number): Promise<unknown> {
		const { sandbox } = this.harness;
		const { path } = this.operation.where;
		return eventually('a request to arrive', async () => {
			const silent = (await sandbox.requests()).filter((one) => one.status === null && path.test(one.path));
			return silent.length >= count;
		});
	}

	private async prepare(): Promise<void> {
		const { operation, fault, harness } = this;
		const { path, ...where } = operation.where;
		const told = operation.taken ? fault.taken : fault.action;
		const action: unknown = typeof told === 'function' ? told() : told;
		const steps: readonly Step[] = fault.steps ?? (action ? [{ times: this.times, action }] : []);
		const doubt = { method: 'POST', path: '/generation/**', action: 'resetAfterTaken' };
		await harness.sandbox.control('/faults', [
			...(operation.inDoubt ? [doubt] : []),
			...steps.map((step, index) => ({
				...where,
				...step,
				path: path.source,
				after: index === 0 ? (where.after ?? 0) : 0,
			})),
		]);
		if (fault.skewSeconds) await harness.sandbox.control('/clock', { skewSeconds: fault.skewSeconds });
		await harness.sandbox.control('/tasks/next', { durationSeconds: 0 });
		const rates = { generation: 1000, upload: 1000 };
		await harness.sandbox.control('/accounts', { key: harness.accounts.key, rates });
		if (operation.broke) await this.credit(0);
	}

	private async credit(balance: number): Promise<void> {
		await this.harness.sandbox.control('/accounts', { key: this.harness.accounts.key, balance });
	}

	/** The service is well from now on. */
	private async lift(): Promise<void> {
		this.wire?.end();
		// A script of its own goes on over the user's retries.
		if (!this.fault.steps) await this.harness.sandbox.control('/faults', {}, 'DELETE');
	}

	/** Resolves when nothing goes on by itself: what waits for the account does. */
	private untilHelpless({ journal }: Run, id: string): Promise<JobRecord> {
		const state = (): string => JSON.stringify(journal.find(id)?.state);
		const helpless = (now: JobState): boolean =>
			isSettled(now) && !(now.kind === 'blocked' && isAccountWide(now.error.code));
		return within(120_000, 'the job to come to rest', journal.until(id, helpless)).catch((error: unknown) => {
			const story = `${this.way.join(', ')}; it is ${state()}\n${this.harness.log.lines.slice(-30).join('\n')}`;
			throw new Error(`${String(error)}: ${story}`);
		});
	}

	/** Where it comes to rest, once for several times in a row: going on by itself may need several tries. */
	private note(state: JobState): void {
		const { kind } = state;
		const code = kind === 'uncertain' ? undefined : errorOf(state)?.code;
		const rest = !isSettled(state) ? undefined : code ? `${kind} ${code}` : kind;
		if (rest && rest !== this.rest && rest !== this.way.at(-1)) this.way.push(rest);
		this.rest = rest;
	}

	private async help({ engine, journal }: Run, { id, state }: JobRecord): Promise<void> {
		if (state.kind !== 'uncertain') {
			await this.lift();
			this.way.push('retry');
			await engine.call('retry', id, noLimits);
			return;
		}
		// The engine looks by itself, too: while it does, a second look finds what it finds.
		if (await engine.call('retry', id, noLimits)) return;
		await this.lift();
		this.way.push('look again');
		const unfound = journal.get(id).state.kind === 'uncertain' && !(await engine.call('retry', id, noLimits));
		if (!unfound) return;
		this.way.push('submit again');
		await engine.call('submitAgain', id, noLimits);
	}

	private async check(job: JobRecord): Promise<void> {
		const { asksFor } = this.fault;
		await checkAsset(job);
		assert.deepEqual(await this.harness.files(), ['thing.glb', 'thing.propsmith.json']);
		if (!asksFor) return;
		const [from, to] = asksFor;
		const waits = this.clock.sleeps.filter((ms) => ms >= from && ms <= to).length;
		assert.ok(waits >= 4, `waited as asked ${waits} times only: ${this.clock.sleeps.join(' ')}`);
	}
}
