import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type * as vscode from 'vscode';
import { baseNameOf } from '../core/assets/naming';
import { sidecarPath } from '../core/assets/placement';
import { type Provenance, readProvenance } from '../core/assets/readProvenance';
import type { JobQueue } from '../core/jobs/queue';
import { type JobRecord, taskOf } from '../core/jobs/record';
import type { Source } from '../core/jobs/request';
import type { Start } from '../core/jobs/sources';
import type { ProviderId } from '../core/providers/provider';

/** A result that further operations can go on from, and where what they make belongs. */
export interface StartingPoint {
	readonly source: Source;
	readonly start: Start;
	/** The account that has its task; any account takes a file. */
	readonly provider?: ProviderId;
	/** Absolute path. */
	readonly folder: string;
	/** What the next asset is called; a number is added when it is taken. */
	readonly name: string;
	/** Ms since the epoch at which the service forgets the task, where it tells. */
	readonly expiresAt?: number;
}

/** Goes on from the task of a job; from the asset's file once the service has forgotten the task. */
export function startingPointOfJob(job: JobRecord, asset?: string): StartingPoint {
	const { id, provider, request, state, destination } = job;
	const expiresAt = taskOf(state)?.expiresAt;
	const path = asset ?? (state.kind === 'done' ? state.files[0]?.path : undefined);
	if (path !== undefined && isPast(expiresAt)) return startingPointOfFile(path);
	return {
		source: { kind: 'job', id },
		start: { kind: 'task', origin: { provider, request } },
		provider,
		folder: path === undefined ? destination.folder : dirname(path),
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
		start: { kind: 'task', ...(origin ? { origin } : {}) },
		provider,
		...(expiresAt === undefined ? {} : { expiresAt }),
	};
}

function startingPointOfFile(path: string): StartingPoint {
	return {
		source: { kind: 'file', path },
		start: { kind: 'file', extension: extname(path).slice(1).toLowerCase() },
		folder: dirname(path),
		name: baseNameOf(path),
	};
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
