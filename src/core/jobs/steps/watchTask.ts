import type { Poller } from '../../accounts/poller';
import type { TaskStream } from '../../accounts/taskStream';
import type { Clock } from '../../base/clock';
import type { Log } from '../../base/log';
import { redact } from '../../base/redact';
import { type JobError, PropsmithError } from '../../model/errors';
import { holdsSlot, type TaskRef, taskOf } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import { ServiceError } from '../../model/serviceError';
import type { TaskKey, TaskSnapshot } from '../../model/task';
import { isAccountWide, jobErrorOf } from '../../network/failure';
import { TransportError } from '../../network/http';
import { backOffMs, judge } from '../../network/retry';
import { usualMsOf } from '../../providers/catalogues';
import type { Journal } from '../records/journal';
import { PollPace } from './pollPace';

/** Answers in a row that say nothing (404, a word nobody knows) before the user is told. */
const emptyAnswers = 5;

export interface WatchPorts {
	readonly account: { readonly poller: Pick<Poller, 'next' | 'stream' | 'asksTogether'> };
	readonly journal: Pick<Journal, 'get' | 'apply'>;
	readonly clock: Clock;
	/** 0 ≤ n < 1. */
	readonly random: () => number;
	readonly log: Log;
}

/**
 * Watches a job's task until it ends there, the user has to be asked, or the signal stops it. A failed look is
 * no failure of the job: only the service's own word ends it. A cancelled job is watched too, because its task
 * goes on, holds the slot and may be charged.
 */
export async function watchTask(context: WatchPorts, id: string, signal: AbortSignal): Promise<void> {
	const { account, journal, log } = context;
	const { request, state } = journal.get(id);
	const task = taskOf(state);
	if (!task) return;
	const key = { id: task.id, operation: madeBy(request) };
	const over = new AbortController();
	const stream = await account.poller.stream(key, AbortSignal.any([signal, over.signal]), (error) => {
		if (!signal.aborted && !over.signal.aborted)
			log.info(`Task ${task.id} has no event stream (${String(error)}); it is asked for instead.`);
	});
	try {
		await follow(context, id, { task, key, stream }, signal);
	} finally {
		over.abort(new PropsmithError('actionNotPossible'));
	}
}

interface Followed {
	readonly task: TaskRef;
	readonly key: TaskKey;
	readonly stream: TaskStream | undefined;
}

async function follow(
	context: WatchPorts,
	id: string,
	{ task, key, stream }: Followed,
	signal: AbortSignal,
): Promise<void> {
	const { journal, clock, random, log } = context;
	const { poller } = context.account;
	const { state, provider, request } = journal.get(id);
	const reached = state.kind === 'running' ? state.progress : 0;
	const pace = new PollPace(clock.stopwatch(), reached, usualMsOf(provider, request));
	let unanswered = 0;
	let empty = 0;
	/** After a failed look, what the retry decision says; else undefined. */
	let pauseMs: number | undefined;
	while (holdsSlot(journal.get(id).state)) {
		const ageMs = clock.now() - task.submittedAt;
		const wait = pauseMs ?? pace.pauseMs(ageMs, poller.asksTogether);
		try {
			const waitMs = stream?.isOpen ? pace.besideStream(wait) : wait;
			const [snapshot, from] = await nextSnapshot(poller, key, stream, waitMs, signal);
			if (from === 'stream') pace.noteStream();
			if (!snapshot) continue;
			unanswered = 0;
			pauseMs = undefined;
			if (snapshot.status === 'unknown') {
				log.warn(`Task ${task.id} is “${snapshot.word}”, which is no state that we know.`);
				if (++empty >= emptyAnswers) return await stuck(context, id, task, snapshot.word);
				continue;
			}
			empty = 0;
			if (await record(context, id, snapshot)) return;
			pace.noteProgress(snapshot);
		} catch (error) {
			signal.throwIfAborted();
			const fault = jobErrorOf(error);
			if (fault.code === 'taskNotFound' && ++empty < emptyAnswers) continue;
			if (fault.code === 'taskNotFound' || isNeedful(error, fault))
				return await blockOrSettle(context, id, fault);
			const verdict = judge('free', error, unanswered++, random);
			pauseMs = verdict.kind === 'again' ? verdict.afterMs : backOffMs(unanswered, random);
		}
	}
}

/** Whichever tells first: the task's event stream or a look. Nothing when the stream ended without news. */
async function nextSnapshot(
	poller: Pick<Poller, 'next'>,
	key: TaskKey,
	stream: TaskStream | undefined,
	waitMs: number,
	signal: AbortSignal,
): Promise<readonly [TaskSnapshot | undefined, 'stream' | 'poll']> {
	if (!stream?.isOpen) return [await poller.next(key, waitMs, signal), 'poll'];
	const told = new AbortController();
	const look = poller.next(key, waitMs, AbortSignal.any([signal, told.signal]));
	look.catch(() => {});
	try {
		return await Promise.race([
			look.then((snapshot) => [snapshot, 'poll'] as const),
			stream.next().then((snapshot) => [snapshot, 'stream'] as const),
		]);
	} finally {
		told.abort();
	}
}

/** True when the job's part at the service is over. */
async function record({ journal }: WatchPorts, id: string, snapshot: TaskSnapshot): Promise<boolean> {
	const { state } = journal.get(id);
	const credits =
		'credits' in snapshot && snapshot.credits !== undefined ? { credits: snapshot.credits } : {};
	if (snapshot.status === 'queued' || snapshot.status === 'running') {
		if (state.kind === 'running' && snapshot.progress > state.progress)
			await journal.apply(id, { type: 'progressed', progress: snapshot.progress });
		return false;
	}
	if (state.kind === 'cancelled') {
		const failed = snapshot.status === 'success' ? {} : { failed: true as const };
		await journal.apply(id, { type: 'settled', outcome: outcomeOf(snapshot), ...credits, ...failed });
		return true;
	}
	if (state.kind !== 'running') return true;
	if (snapshot.status === 'success') {
		const { findings, expiresAt } = snapshot;
		await journal.apply(id, {
			type: 'succeeded',
			...credits,
			...(findings ? { findings } : {}),
			...(expiresAt === undefined ? {} : { expiresAt }),
		});
	} else if (snapshot.status === 'refused')
		await journal.apply(id, { type: 'refused', error: endedBy(snapshot), ...credits });
	else await journal.apply(id, { type: 'failed', error: endedBy(snapshot), ...credits });
	return true;
}

/** The service's own figure decides; where it gives none, only a task that failed is known to cost nothing. */
function outcomeOf(snapshot: TaskSnapshot): 'charged' | 'notCharged' {
	const credits = 'credits' in snapshot ? snapshot.credits : undefined;
	if (credits !== undefined) return credits > 0 ? 'charged' : 'notCharged';
	return snapshot.status === 'success' || snapshot.status === 'expired' ? 'charged' : 'notCharged';
}

const endings = {
	refused: 'contentRefused',
	failed: 'taskFailed',
	cancelled: 'taskCancelled',
	expired: 'taskExpired',
	unknown: 'taskStateUnknown',
} as const;

function endedBy(snapshot: TaskSnapshot): JobError {
	const usual = snapshot.status in endings ? endings[snapshot.status as keyof typeof endings] : 'taskFailed';
	const code = ('code' in snapshot && snapshot.code) || usual;
	const credits = 'credits' in snapshot ? snapshot.credits : undefined;
	return {
		code,
		...('detail' in snapshot && snapshot.detail ? { detail: redact(snapshot.detail) } : {}),
		...(credits === undefined ? {} : { charge: credits > 0 ? 'possible' : 'none' }),
	};
}

async function stuck(context: WatchPorts, id: string, task: TaskRef, word: string): Promise<void> {
	await blockOrSettle(context, id, { code: 'taskStateUnknown', detail: `task ${task.id} is “${word}”` });
}

async function blockOrSettle({ journal }: WatchPorts, id: string, error: JobError): Promise<void> {
	const { state } = journal.get(id);
	// The service has the task, whatever holds us up.
	if (state.kind === 'running')
		await journal.apply(id, { type: 'blocked', error: { charge: 'possible', ...error } });
	// Nothing more can be learnt about a task that the user gave up; it must not hold its slot for ever.
	else if (state.kind === 'cancelled' && state.outcome === undefined && !isAccountWide(error.code))
		await journal.apply(id, { type: 'settled', outcome: 'charged' });
}

/** Faults that waiting alone does not mend. A service that is down or stumbles is simply asked again later. */
function isNeedful(error: unknown, fault: JobError): boolean {
	if (error instanceof TransportError) return false;
	if (error instanceof ServiceError) return error.kind === 'refused';
	return isAccountWide(fault.code);
}
