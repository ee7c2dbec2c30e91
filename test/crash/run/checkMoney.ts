import { taskOf } from '../../../src/core/model/jobRecord';
import { netOf } from '../../../src/core/spending/entry';
import { keyOf } from '../window/recordsOnDisk';
import type { Evidence } from './evidence';

/**
 * As many tasks as jobs were wanted, one charge for each, every job has the task that was made for it, and our ledger
 * says the same as the service's.
 */
export function checkMoney({ plan, records, ledger, entries, tasks, posts, figures }: Evidence): string[] {
	const problems: string[] = [];
	for (const { key, count } of plan.wanted) {
		const made = tasks.filter((task) => task.key === key).length;
		if (made !== count) problems.push(`${made} tasks of wish ${key}, which was wanted ${count} times`);
		figures.add('double charges', Math.max(0, made - count));
	}
	const charges = ledger.entries.filter(({ kind }) => kind === 'charge').map(({ taskId }) => taskId);
	const successes = tasks.filter(({ status }) => status === 'success');
	if (charges.length !== successes.length || new Set(charges).size !== charges.length)
		problems.push(`${charges.length} charges for ${successes.length} tasks that succeeded`);
	if (posts !== tasks.length) problems.push(`${posts} POSTs for ${tasks.length} tasks`);
	const owned = records.map(({ state }) => taskOf(state)?.id);
	if (new Set(owned).size !== records.length) problems.push('two jobs share a task');
	for (const record of records) {
		const task = tasks.find(({ taskId }) => taskId === taskOf(record.state)?.id);
		if (task?.key !== keyOf(record)) problems.push(`job ${record.id} has the task of another wish`);
	}
	const theirs = tasks.map(({ taskId, charged }) => `${taskId}: ${charged}`).sort();
	const ours = entries.map((entry) => `${entry.taskId}: ${netOf(entry)}`).sort();
	if (ours.join() !== theirs.join())
		problems.push(`the ledger says ${ours.join(', ')}; the service says ${theirs.join(', ')}`);
	const peak = ledger.account?.peakConcurrent ?? 0;
	if (peak > plan.concurrentTasks)
		problems.push(`${peak} tasks at once, where ${plan.concurrentTasks} were allowed`);
	figures.add('tasks', tasks.length);
	figures.add('charges', charges.length);
	return problems;
}
