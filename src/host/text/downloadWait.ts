import type { DownloadWait } from '../../core/model/jobRecord';

const names: Record<DownloadWait['waitsFor'], string> = {
	fileHost: 'the file host',
	service: 'the service',
	folder: 'the output folder',
	disk: 'the disk',
};

/** Above so many ms the words count in larger steps: by 5 seconds, and by minutes. */
const [coarseMs, minutesMs] = [10_000, 90_000];

/** Such as “waiting for the file host, next try in 40 s”. */
export function waitStatus({ waitsFor, until }: DownloadWait, now: number): string {
	const what = `waiting for ${names[waitsFor]}`;
	const leftMs = until - now;
	if (leftMs <= 0) return `${what}, trying again`;
	const step = stepOf(leftMs);
	const shown = (Math.ceil(leftMs / step) * step) / 1000;
	return `${what}, next try in ${leftMs > minutesMs ? `${shown / 60} min` : `${shown} s`}`;
}

/** Ms until the words are others; undefined when they stay. */
export function waitChangesIn({ until }: DownloadWait, now: number): number | undefined {
	const leftMs = until - now;
	if (leftMs <= 0) return undefined;
	const step = stepOf(leftMs);
	const limits = [minutesMs, coarseMs].flatMap((limit) => (leftMs > limit ? leftMs - limit : []));
	return Math.min(leftMs % step || step, ...limits);
}

function stepOf(leftMs: number): number {
	if (leftMs > minutesMs) return 60_000;
	return leftMs > coarseMs ? 5000 : 1000;
}
