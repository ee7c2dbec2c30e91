import * as vscode from 'vscode';
import type { JobInfo, PropsmithApi } from '../api';
import type { Product } from '../product';
import type { LateProduct } from './lateProduct';

/**
 * The API, there at once. Until the queue is loaded, jobs are what their records say: nobody is told that there are none
 * while there are some.
 */
export class LateApi implements vscode.Disposable {
	private readonly changed = new vscode.EventEmitter<JobInfo>();
	private subscription: vscode.Disposable | undefined;
	/** What somebody was told before the queue was there. */
	private told: ReadonlyMap<string, JobInfo> | undefined;

	constructor(
		private readonly product: () => LateProduct,
		private readonly storageFolder: string,
	) {}

	get api(): PropsmithApi {
		return {
			apiVersion: 1,
			generate: async (request) => (await this.product().load()).generate(request),
			jobs: {
				list: () => this.product().now?.list() ?? [...this.onDisk().values()],
				get: (id) => {
					const { now } = this.product();
					return now ? now.get(id) : this.onDisk().get(id);
				},
				onDidChange: this.changed.event,
			},
		};
	}

	/** Goes on with the queue, and makes up for what changed since somebody was told. */
	follow(product: Product): void {
		this.subscription = product.onDidChange((job) => this.changed.fire(job));
		const { told } = this;
		this.told = undefined;
		if (!told) return;
		for (const job of product.list())
			if (JSON.stringify(job) !== JSON.stringify(told.get(job.id))) this.changed.fire(job);
	}

	dispose(): void {
		this.subscription?.dispose();
		this.changed.dispose();
	}

	private onDisk(): ReadonlyMap<string, JobInfo> {
		// In a window that is not trusted the queue stays closed, and so do its records.
		if (!vscode.workspace.isTrusted) return new Map();
		const { jobsOnDisk } = require('./jobsOnDisk') as typeof import('./jobsOnDisk');
		const jobs = new Map(jobsOnDisk(this.storageFolder).map((job) => [job.id, job]));
		this.told = jobs;
		// Who asks once asks again, or waits for a change. Where there is no job, the first one makes the window join.
		if (jobs.size > 0) void this.product().load();
		return jobs;
	}
}
