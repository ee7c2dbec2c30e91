import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { baseNameOf } from '../core/assets/naming';
import { sidecarPath } from '../core/assets/placement';
import { type Provenance, readProvenance } from '../core/assets/readProvenance';
import type { JobQueue } from '../core/jobs/runner/queue';
import type { ProviderId } from '../core/model/account';
import { type JobRecord, taskOf } from '../core/model/jobRecord';
import type { Source } from '../core/model/request';
import type { ProducedBy } from '../core/providers/sourceChain';

/** A result that further operations can go on from, and where what they make belongs. */
export interface StartingPoint {
	readonly source: Source;
	/** What made its task, where that is known. */
	readonly origin?: ProducedBy;
	/** The account that has its task; any account takes a file. */
	readonly provider?: ProviderId;
	/** Where it lies; absent where that is outside the workspace. */
	readonly folder?: string;
	/** What the next asset is called; a number is added when it is taken. */
	readonly name: string;
	/** Ms since the epoch at which the service forgets the task, where it tells. */
	readonly expiresAt?: number;
}

/** Goes on from the task of a job; from the asset's file once the service has forgotten the task. */
export function startingPointOfJob(job: JobRecord, asset?: string): StartingPoint {
	const { id, provider, state, destination } = job;
	const expiresAt = taskOf(state)?.expiresAt;
	const path = asset ?? (state.kind === 'done' ? state.files[0]?.path : undefined);
	if (path !== undefined && isPast(expiresAt)) return startingPointOfFile(path);
	return {
		source: { kind: 'job', id },
		origin: job,
		provider,
		...folderIn(path === undefined ? destination.folder : dirname(path)),
		name: path === undefined ? destination.name : baseNameOf(path, destination.name),
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}

/**
 * Goes on from what made a file, by our own list or by the sidecar beside it; a file that nobody knows, or whose task
 * the service has forgotten, is itself what is gone on from.
 */
export async function startingPointOf(queue: JobQueue, { fsPath }: vscode.Uri): Promise<StartingPoint> {
	const sidecar = await readSidecar(fsPath);
	const job = queue.list().find((one) => hasFile(one, fsPath)) ?? (sidecar && queue.find(sidecar.jobId));
	if (job) return startingPointOfJob(job, fsPath);
	if (!sidecar || isPast(sidecar.expiresAt)) return startingPointOfFile(fsPath);
	const { provider, taskId, origin, expiresAt } = sidecar;
	return {
		...startingPointOfFile(fsPath),
		source: { kind: 'task', id: taskId },
		...(origin ? { origin } : {}),
		provider,
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}

/** Goes on from a file that has to be uploaded first. */
export function startingPointOfFile(path: string): StartingPoint {
	return {
		source: { kind: 'file', path },
		...folderIn(dirname(path)),
		name: baseNameOf(path),
	};
}

/** Nothing is written outside of what the window has open. */
function folderIn(folder: string): { folder?: string } {
	return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder)) ? { folder } : {};
}

async function readSidecar(path: string): Promise<Provenance | undefined> {
	const text = await readFile(sidecarPath(path), 'utf8').catch(() => undefined);
	return text === undefined ? undefined : readProvenance(text);
}

function hasFile({ state }: JobRecord, path: string): boolean {
	return state.kind === 'done' && state.files.some((file) => file.path === path);
}

function isPast(time: number | undefined): boolean {
	return time !== undefined && time <= Date.now();
}
