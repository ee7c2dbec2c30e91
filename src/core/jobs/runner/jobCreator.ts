import type { Clock } from '../../base/clock';
import { PropsmithError } from '../../model/errors';
import type { JobDraft } from '../../model/jobDraft';
import type { JobRecord } from '../../model/jobRecord';
import type { SpendingLimits } from '../../spending/limits';
import { SpendingLock } from '../../spending/spendingLock';
import type { SpendingTotals } from '../../spending/totals';
import type { Journal } from '../records/journal';
import { recordSchema } from '../records/migrate';
import { newJobId, timeOf } from '../records/store';

/** Where new paid work comes in: as far as the limits allow it, and written down before anything else happens. */
export class JobCreator {
	private readonly admission: SpendingLock;
	private lastId = 0;

	constructor(
		private readonly ports: {
			readonly journal: Pick<Journal, 'all' | 'add' | 'apply'>;
			readonly clock: Clock;
		},
		books: () => SpendingTotals,
	) {
		this.admission = new SpendingLock(books, () => ports.clock.now());
	}

	/** All of the jobs or, with the words of `refuseBeyond`, none. */
	add(drafts: readonly JobDraft[], limits: SpendingLimits): Promise<JobRecord[]> {
		return this.admission.pass({ wanted: drafts, limits }, async () => {
			const ids: string[] = [];
			const records = drafts.map((draft) => {
				const record = this.record({ ...withSource(draft, ids), state: { kind: 'waiting' } });
				ids.push(record.id);
				return record;
			});
			await this.ports.journal.add(...records);
			return records;
		});
	}

	/** The job is to be paid for once more. Rejects like `refuseBeyond`. */
	async addAgain(job: JobRecord, limits: SpendingLimits): Promise<void> {
		const application = { wanted: [job], limits, exceptJob: job.id };
		await this.admission.pass(application, () => this.ports.journal.apply(job.id, { type: 'retried' }));
	}

	/** A record that is not written down yet. */
	record(draft: Omit<JobRecord, 'schema' | 'id' | 'createdAt' | 'changedAt'>): JobRecord {
		const { journal, clock } = this.ports;
		const now = clock.now();
		// Ids sort by time: two jobs of one millisecond keep their order, also after the clock was set back.
		const last = this.lastId || timeOf(journal.all().at(-1)?.id ?? '');
		this.lastId = Math.max(now, last + 1);
		return { ...draft, schema: recordSchema, id: newJobId(this.lastId), createdAt: now, changedAt: now };
	}
}

/** A step's source by its place in the list becomes the job that was made of it. */
function withSource(draft: JobDraft, ids: readonly string[]): JobDraft {
	const { request } = draft;
	if (request.source?.kind !== 'step') return draft;
	const id = ids[request.source.index];
	if (id === undefined)
		throw new PropsmithError('requestInvalid', { detail: 'a step goes on from one that is not before it' });
	return { ...draft, request: { ...request, source: { kind: 'job', id } } };
}
