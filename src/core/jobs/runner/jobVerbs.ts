import { extname } from 'node:path';
import type { Disk } from '../../files/disk';
import { PropsmithError } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { canCancel, canFetch, canRemove, refusedFileOf } from '../records/actions';
import { cancelRemoteTask } from '../steps/cancelRemoteTask';
import { leftoversOf } from '../steps/deliver';
import { uncheckedPlaceFor } from '../steps/place';
import { draftAdoption } from './adopt';
import { neededIds } from './chains';
import type { Handlers } from './verbHandlers';
import type { JobVerbs } from './verbs';

export const jobVerbs: Handlers<keyof JobVerbs> = {
	async cancel({ tools, runner, stopping }, id) {
		const { journal, disk } = tools;
		// The POST is out or about to be: its answer decides whether there is a task to tell of.
		const job = await journal.until(id, (state) => state.kind !== 'submitting', stopping);
		if (!canCancel(job.state)) throw notPossible(job);
		const following = job.state.kind === 'running';
		await journal.apply(id, { type: 'cancelled' });
		if (!following) runner.stop(id, new PropsmithError('actionNotPossible'));
		await discardPart(disk, job);
		void cancelRemoteTask(runner.contextOf(job), id, stopping);
	},

	async fetch({ tools: { journal } }, id) {
		const job = journal.get(id);
		if (!canFetch(job)) throw notPossible(job);
		await journal.want(id);
	},

	async keep({ tools: { journal, disk } }, id) {
		const file = refusedFileOf(journal.get(id).state);
		if (!file) throw new PropsmithError('actionNotPossible', { detail: id });
		const extension = extname(file.path).slice(1);
		// Somebody may have taken the name meanwhile; a folder that is gone is made anew later.
		const path = await uncheckedPlaceFor(disk, file.path, extension).catch(() => file.path);
		await journal.apply(id, { type: 'kept', path });
	},

	async remove({ tools: { journal, disk }, ledger }, id) {
		const job = journal.get(id);
		if (!canRemove(job)) throw notPossible(job);
		const laterSteps = journal.all().filter((other) => neededIds(other).includes(id));
		if (laterSteps.some(({ state }) => !canRemove({ state }) || state.kind === 'blocked'))
			throw new PropsmithError('actionNotPossible', { detail: 'a later step goes on from it' });
		await ledger.beforeForgetting();
		await journal.remove(id);
		await discardPart(disk, job);
	},

	async prioritise({ tools: { journal }, runner }, id, step) {
		const job = journal.get(id);
		if (job.state.kind !== 'waiting') throw notPossible(job);
		runner.rankChanged(await journal.setPriority(id, (job.priority ?? 0) + step));
	},

	async adopt({ tools, runner, creator, stopping }, adoption) {
		const record = creator.record(await draftAdoption(runner.contextOf(adoption), adoption, stopping));
		await tools.journal.add(record);
		return record;
	},
};

function notPossible({ state }: JobRecord): PropsmithError {
	return new PropsmithError('actionNotPossible', { detail: `it is ${state.kind}` });
}

/**
 * A job that is cancelled or forgotten leaves no beginning of a file in the user's folder: neither of its result nor
 * of its source's picture, which a process may have been fetching when it died.
 */
async function discardPart(disk: Disk, job: JobRecord): Promise<void> {
	const { kind } = job.state.kind === 'blocked' ? job.state.resume : job.state;
	if (kind !== 'downloading' && kind !== 'uploading' && kind !== 'waiting') return;
	for (const path of leftoversOf(job)) await disk.rm(path, { recursive: true, force: true }).catch(() => {});
}
