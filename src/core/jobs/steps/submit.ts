import type { Account } from '../../accounts/account';
import type { Connection } from '../../accounts/accountAccess';
import { withBalance } from '../../accounts/creditShortage';
import { checkFolder } from '../../assets/placement';
import type { DownloadTools } from '../../downloads/download';
import { type JobError, PropsmithError } from '../../model/errors';
import { type JobRecord, resultOf } from '../../model/jobRecord';
import { type JobRequest, madeBy } from '../../model/request';
import { ServiceError } from '../../model/serviceError';
import { ownerIn, type TaskKey } from '../../model/task';
import { IllegalTransition, type JobEvent } from '../../model/transition';
import { asRetryable, blocks, jobErrorOf } from '../../network/failure';
import { judge } from '../../network/retry';
import { optionTasks } from '../../providers/catalogue/references';
import { specOf } from '../../providers/catalogues';
import type { PreparedRequest, Uploaded } from '../../providers/provider';
import type { SpendingSwitch } from '../../spending/limits';
import { costs } from '../../spending/limits';
import { RefusedRequests } from '../drafts/refusedBefore';
import type { Journal } from '../records/journal';
import { uploadInputs } from './uploadInputs';

/** Tries in a row that reached nobody, before the job says so and waits for the service to come back. */
const unreachableTries = 3;

export interface SubmitPorts extends DownloadTools {
	readonly account: Pick<Account, 'connect' | 'assignSlot' | 'slots' | 'turnToSubmit' | 'alone' | 'backOff'>;
	readonly journal: Pick<Journal, 'all' | 'find' | 'get' | 'apply'>;
	readonly spendNothing: SpendingSwitch;
	/** What went up for jobs that are still to be sent; uploads are slow. */
	readonly uploaded: Map<string, Uploaded>;
}

/**
 * Takes a job from `waiting` to the service: files up, then the paid POST, once. Returns when the job is no
 * longer waiting to be sent, whatever became of it. Law 1 and law 2 live here.
 */
export async function submitJob(context: SubmitPorts, id: string, signal: AbortSignal): Promise<void> {
	const { journal } = context;
	let connection: Connection | undefined;
	await journal.apply(id, { type: 'started' });
	try {
		refuseWhileSwitchedOff(context, id);
		const job = journal.get(id);
		const { request, provider, destination } = job;
		if (request.operation === 'adoptTask') throw new PropsmithError('actionNotPossible', { detail: id });
		await checkFolder(context.disk, destination.folder);
		connection = await context.account.connect();
		context.account.assignSlot(id, connection);
		const source = sourceOf(context, job, request, connection);
		const asPicture = specOf(provider, request.operation).inputs.source?.as === 'picture';
		const uploaded =
			context.uploaded.get(id) ??
			(await uploadInputs(context, job, asPicture ? source : undefined, connection.provider, signal));
		context.uploaded.set(id, uploaded);
		refuseUnchanged(context, job, uploaded);
		const sourceTaskId = asPicture ? undefined : source?.id;
		const taskIds = taskIdsOf(context, job, connection);
		const prepared = { request, ...uploaded, taskIds, ...(sourceTaskId ? { sourceTaskId } : {}) };
		await send(context, id, connection, prepared, signal);
		if (journal.find(id)?.state.kind !== 'waiting') context.uploaded.delete(id);
	} catch (error) {
		// Stopped or shut down before anything was sent: the record says all there is to say.
		context.uploaded.delete(id);
		if (signal.aborted || error instanceof IllegalTransition) return;
		// A paid request in doubt never gets here: what failed was an upload, or was refused.
		const fault = asSubmitFault(asRetryable(jobErrorOf(error)));
		if (fault.code === 'creditsExhausted' && connection)
			return holdForCredits(context, id, fault, connection, signal);
		if (fault.code === 'contentRefused') await journal.apply(id, { type: 'refused', error: fault });
		else await journal.apply(id, { type: blocks(fault.code) ? 'blocked' : 'failed', error: fault });
	}
}

/** The service took nothing, and the record says so before anything is asked: a crash must not leave it in doubt. */
async function holdForCredits(
	{ journal }: SubmitPorts,
	id: string,
	told: JobError,
	{ provider }: Connection,
	signal: AbortSignal,
): Promise<void> {
	if (journal.get(id).state.kind === 'submitting') await journal.apply(id, { type: 'notMade' });
	const error = await withBalance(told, journal.get(id).estimate, provider, signal);
	// It may have been cancelled meanwhile.
	const kind = journal.find(id)?.state.kind;
	if (!signal.aborted && (kind === 'waiting' || kind === 'uploading'))
		await journal.apply(id, { type: 'blocked', error });
}

/** Law 8, where the money leaves: the user may have switched spending off since the job was asked for. */
function refuseWhileSwitchedOff({ journal, spendNothing }: SubmitPorts, id: string): void {
	if (spendNothing.isOn() && costs(journal.get(id))) throw new PropsmithError('spendingOff');
}

/** Law 8, for a job that waited when the very same request of another one was refused. */
function refuseUnchanged(
	{ journal }: SubmitPorts,
	{ provider, request }: JobRecord,
	{ digests = {} }: Uploaded,
): void {
	if (new RefusedRequests(journal.all()).find({ provider, request, inputs: digests }))
		throw new PropsmithError('contentRefused', {
			detail: 'the same request was refused before, so it was not sent',
		});
}

/** A submit names one task only: the one that it goes on from. */
function asSubmitFault(error: JobError): JobError {
	return error.code === 'taskNotFound' ? { ...error, code: 'sourceGone', charge: 'none' } : error;
}

/** The task that a request goes on from; only the key that made it can use it. */
function sourceOf(
	{ journal }: SubmitPorts,
	{ provider }: JobRecord,
	{ operation, source }: JobRequest,
	{ account }: Connection,
): TaskKey | undefined {
	if (source?.kind === 'task') {
		// Nobody knows what made it; the request takes it for one of those that it may go on from.
		const [likely = operation] = specOf(provider, operation).inputs.source?.from ?? [];
		return { id: source.id, operation: likely };
	}
	if (source?.kind !== 'job') return undefined;
	const job = journal.find(source.id);
	return { id: resultTask(job, source.id, account), operation: job ? madeBy(job.request) : operation };
}

/** The tasks of the jobs that options name; what is no job of ours is a task itself. */
function taskIdsOf(
	{ journal }: SubmitPorts,
	{ provider, request }: JobRecord,
	{ account }: Connection,
): ReadonlyMap<string, string> {
	if (request.operation === 'adoptTask') return new Map();
	const jobs = optionTasks(specOf(provider, request.operation), request.options).flatMap(
		({ id }) => journal.find(id) ?? [],
	);
	return new Map(jobs.map((job) => [job.id, resultTask(job, job.id, account)]));
}

function resultTask(job: JobRecord | undefined, id: string, account: string): string {
	const task = job && resultOf(job.state);
	if (!task) throw new PropsmithError('sourceNotReady', { detail: id });
	if (task.account !== account) throw new PropsmithError('sourceElsewhere', { detail: `task ${task.id}` });
	return task.id;
}

function sendingEvent({ clock }: SubmitPorts, connection: Connection, { digests = {} }: Uploaded): JobEvent {
	const inputs = Object.keys(digests).length > 0 ? { inputs: digests } : {};
	return { type: 'sending', at: clock.now(), ...ownerIn(connection), ...inputs };
}

/**
 * The paid POST. It is sent again here only when nothing reached the service; when the service had no room, the job
 * goes back to the head of the queue, `waiting`, and its slot is for whoever fits.
 */
async function send(
	context: SubmitPorts,
	id: string,
	connection: Connection,
	prepared: PreparedRequest,
	signal: AbortSignal,
): Promise<void> {
	const { account, journal, clock, random, log } = context;
	const { slots } = account;
	for (let attempt = 0; ; attempt++) {
		const outcome = await account.alone(async () => {
			await account.turnToSubmit(signal);
			refuseWhileSwitchedOff(context, id);
			// Another submit may have been refused while this one waited for its turn.
			if (slots.isClosed(id)) return 'closed';
			await journal.apply(id, sendingEvent(context, connection, prepared));
			try {
				// Never aborted: a POST that we break off would be in doubt for nothing.
				const taskId = await connection.provider.submit(prepared, new AbortController().signal);
				await journal.apply(id, { type: 'accepted', taskId });
				slots.accepted(id);
				return 'over';
			} catch (error) {
				const verdict = judge('paid', error, attempt, random);
				if (verdict.kind !== 'uncertain') return { error, verdict };
				// Still alone: whoever looks for a lost task next must know that this job may own one, too.
				const { code: _, ...said } = jobErrorOf(error);
				await journal.apply(id, { type: 'answerLost', error: { ...said, code: 'answerLost' } });
				return 'over';
			}
		}, signal);
		if (outcome === 'over') return;
		if (outcome === 'closed') return void (await journal.apply(id, { type: 'notMade' }));

		const { error, verdict } = outcome;
		if (verdict.kind === 'final') throw error;
		log.info(`Job ${id} was not taken (${String(error)}); next try in at most ${verdict.afterMs} ms.`);
		const kind = error instanceof ServiceError ? error.kind : undefined;
		if (kind === 'busy') slots.refused(id, (error as ServiceError).retryAfterMs);
		if (kind === 'rate') account.backOff(verdict.afterMs);
		await journal.apply(id, { type: 'notMade' });
		if (kind === 'busy' || kind === 'rate') return;
		if (attempt + 1 >= unreachableTries) throw error;
		await clock.sleep(verdict.afterMs, signal);
		await journal.apply(id, { type: 'started' });
	}
}
