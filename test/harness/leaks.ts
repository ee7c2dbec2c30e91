import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Disposable, Event } from '../../src/core/base/events';
import { eventually } from './eventually';

const rounds = 100;
/** What a first round loads, opens and keeps for good, such as a connection that is used again, is no leak. */
const warmUps = 3;

/**
 * Does the same a hundred times. Rejects when the process has more timers, sockets, watchers or other handles after it
 * than before, naming them, or when somebody still holds what the rounds resolve to.
 */
export async function leavesNothing(round: () => Promise<readonly object[]>): Promise<void> {
	for (let index = 0; index < warmUps; index++) await round();
	const before = resources();
	const made: WeakRef<object>[] = [];
	for (let index = 0; index < rounds; index++) made.push(...(await round()).map((one) => new WeakRef(one)));
	await eventually('handles to be given back', () => {
		const more = [...resources()].filter(([kind, count]) => count > (before.get(kind) ?? 0));
		if (more.length === 0) return true;
		throw new Error(
			more.map(([kind, count]) => `${count} ${kind}, ${before.get(kind) ?? 0} before`).join('; '),
		);
	});
	if (made.length === 0) return;
	const collectGarbage = garbageCollector();
	await eventually('memory to be given back', async () => {
		await nextTurn();
		collectGarbage();
		const held = made.filter((one) => one.deref() !== undefined).length;
		// A stack or a cache may hold the last ones.
		if (held <= made.length / 20) return true;
		throw new Error(`${held} of ${made.length} are still held`);
	});
}

/** What keeps this process busy, by kind: `Timeout`, `PipeWrap`, `TCPSocketWrap`, `FSEventWrap`, … */
function resources(): Map<string, number> {
	const counts = new Map<string, number>();
	// Work that is under way, and over in a moment.
	const passing = /^(FSReq|Immediate|GetAddrInfo|.*Req|.*ReqWrap$)/;
	for (const kind of process.getActiveResourcesInfo())
		if (!passing.test(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return counts;
}

function garbageCollector(): () => void {
	setFlagsFromString('--expose-gc');
	return runInNewContext('gc') as () => void;
}

/** An event that says how many listen to it. */
export class CountedEvent<T> {
	private readonly listeners = new Set<(value: T) => void>();

	get count(): number {
		return this.listeners.size;
	}

	readonly event: Event<T> = (listener): Disposable => {
		// The same function may listen twice.
		const own = (value: T): void => listener(value);
		this.listeners.add(own);
		return { dispose: () => this.listeners.delete(own) };
	};
}
