import type * as vscode from 'vscode';
import type { JobQueue } from '../../core/jobs/runner/queue';
import type { JobChange } from '../../core/model/jobRecord';
import { errorOf, isLookedUp, isSettled, type JobRecord, type StateKind } from '../../core/model/jobRecord';
import { isAccountWide } from '../../core/network/failure';
import { sectionOf } from '../text/sections';
import { JobGroups } from './jobGroups';

/** Jobs that end within this time are told of in one message (ms). */
const collectMs = 1500;

/** How news is told; see messages.ts. */
export interface Messages {
	notifyDone(jobs: readonly JobRecord[]): Promise<void>;
	notifyTrouble(jobs: readonly JobRecord[]): Promise<void>;
	notifyGroup(jobs: readonly JobRecord[]): Promise<void>;
}

/**
 * Tells of jobs that ended or need the user: one message for a burst, with the next step as a button. Jobs that were
 * asked for together are told of once, at their common end; what holds up the whole account is told at once.
 */
export class Notifications implements vscode.Disposable {
	private readonly subscription: vscode.Disposable;
	private readonly last = new Map<string, StateKind>();
	private readonly groups: JobGroups;
	/** Groups that came to an end already: what becomes of one of their jobs later is news of its own. */
	private readonly ended = new Set<string>();
	private fresh = new Map<string, JobRecord>();
	private freshGroups = new Set<string>();
	private timer: NodeJS.Timeout | undefined;

	constructor(
		queue: Pick<JobQueue, 'list' | 'find' | 'onDidChange'>,
		private readonly messages: Messages,
	) {
		this.groups = new JobGroups(queue);
		// What had ended before this window opened is no news.
		for (const { id, state, group } of queue.list()) {
			if (!isLookedUp(state)) this.last.set(id, state.kind);
			if (group && this.isOver(group.id)) this.ended.add(group.id);
		}
		this.subscription = queue.onDidChange((change) => this.take(change));
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.subscription.dispose();
	}

	private take(change: JobChange): void {
		const { job, removed } = change;
		this.groups.take(change);
		const { kind } = job.state;
		if (removed) {
			this.last.delete(job.id);
			this.fresh.delete(job.id);
			if (job.group) this.forgetGroup(job.group.id);
			return;
		}
		// Whether a job in doubt is news is known when the looks for its task are over.
		if (isLookedUp(job.state)) return void this.fresh.delete(job.id);
		if (this.last.get(job.id) === kind) return;
		this.last.set(job.id, kind);
		if (job.group && this.takeMember(job, job.group.id)) return;
		if (kind === 'done' || sectionOf(job.state) === 'needsAttention') this.fresh.set(job.id, job);
		else this.fresh.delete(job.id);
		this.tellSoon();
	}

	/** True when the group speaks for the job. */
	private takeMember({ id, state }: JobRecord, groupId: string): boolean {
		// Tried again, it has an end before it once more.
		if (state.kind === 'waiting') this.ended.delete(groupId);
		const error = errorOf(state);
		if (this.ended.has(groupId) || (error && isAccountWide(error.code))) return false;
		this.fresh.delete(id);
		if (!this.isOver(groupId)) return true;
		this.ended.add(groupId);
		this.freshGroups.add(groupId);
		this.tellSoon();
		return true;
	}

	/** Once nothing of it is left. */
	private forgetGroup(groupId: string): void {
		if (this.groups.members(groupId).length > 0) return;
		this.ended.delete(groupId);
		this.freshGroups.delete(groupId);
	}

	private isOver(groupId: string): boolean {
		return this.groups.members(groupId).every(({ state }) => isSettled(state));
	}

	private tellSoon(): void {
		if (this.fresh.size + this.freshGroups.size > 0)
			this.timer ??= setTimeout(() => void this.tell(), collectMs);
	}

	private async tell(): Promise<void> {
		const jobs = [...this.fresh.values()];
		const groups = [...this.freshGroups].map((id) => this.groups.members(id));
		this.fresh = new Map();
		this.freshGroups = new Set();
		this.timer = undefined;
		await Promise.all([
			this.messages.notifyDone(jobs.filter(({ state }) => state.kind === 'done')),
			this.messages.notifyTrouble(jobs.filter(({ state }) => state.kind !== 'done')),
			...groups.map((group) => this.messages.notifyGroup(group)),
		]);
	}
}
