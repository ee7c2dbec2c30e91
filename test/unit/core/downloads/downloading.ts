import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { download } from '../../../../src/core/downloads/download';
import type { PartFile } from '../../../../src/core/downloads/partFile';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';
import { nodeHttp } from '../../../../src/core/network/nodeHttp';
import { fileServer, type Seen, type Step } from '../support/fileServer';
import { InstantClock } from '../support/instantClock';
import { RecordingLog } from '../support/recordingLog';

/** The file that all servers of these tests offer. */
export const whole = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 251));
export const wholeHash = createHash('sha256').update(whole).digest('hex');

export interface Outcome {
	readonly part: PartFile | undefined;
	readonly error: unknown;
	readonly content: Buffer | undefined;
	/** Links asked for. */
	readonly leases: number;
	readonly seen: readonly Seen[];
	readonly log: RecordingLog;
	readonly sleeps: readonly number[];
	readonly partPath: string;
}

/** Lets a server wait until the client has put its bytes on disk: those still under way die with the connection. */
class Arrivals {
	readonly disk: Disk;
	private written = 0;
	private wake: () => void = () => {};

	constructor(disk: Disk) {
		this.disk = {
			...disk,
			open: async (path, flags) => {
				const handle = await disk.open(path, flags);
				const write = async (...all: Parameters<typeof handle.write>): Promise<unknown> => {
					const result = await handle.write(...all);
					this.written += result.bytesWritten;
					this.wake();
					return result;
				};
				return new Proxy(handle, {
					get: (target, name) => {
						const value: unknown = Reflect.get(target, name, target);
						if (name === 'write') return write;
						return typeof value === 'function' ? value.bind(target) : value;
					},
				});
			},
		};
	}

	async more(bytes: number): Promise<void> {
		const goal = this.written + bytes;
		while (this.written < goal)
			await new Promise<void>((resolve) => {
				this.wake = resolve;
			});
	}
}

export type DownloadStep = (
	response: ServerResponse,
	request: IncomingMessage,
	arrivals: Pick<Arrivals, 'more'>,
) => void;

/** Downloads for real from a server that answers by turn; every lease gives a link with another signature. */
export async function tryDownload(
	folder: string,
	steps: readonly DownloadStep[],
	options: {
		disk?: Disk;
		signal?: AbortSignal;
		lease?: (origin: string, number: number) => string;
		largestPicture?: number;
	} = {},
): Promise<Outcome> {
	const arrivals = new Arrivals(options.disk ?? systemDisk);
	const server = await fileServer(
		...steps.map(
			(step): Step =>
				(response, request) =>
					step(response, request, arrivals),
		),
	);
	const [http, log, clock] = [nodeHttp(), new RecordingLog(), new InstantClock()];
	const partPath = join(folder, '.j.part');
	let leases = 0;
	let part: PartFile | undefined;
	let error: unknown;
	try {
		part = await download({
			...{ http, log, clock, partPath },
			disk: arrivals.disk,
			random: () => 1,
			userAgent: 'propsmith-test',
			onOpened: async () => {},
			...(options.largestPicture === undefined ? {} : { largestPicture: options.largestPicture }),
			signal: options.signal ?? new AbortController().signal,
			lease: async () => {
				leases++;
				return options.lease?.(server.origin, leases) ?? `${server.origin}/m.glb?Signature=secret${leases}`;
			},
		});
	} catch (fault) {
		error = fault;
	} finally {
		http.close();
		await server.close();
	}
	const content = await readFile(partPath).catch(() => undefined);
	return { part, error, content, leases, seen: server.seen, log, sleeps: clock.sleeps, partPath };
}

const etag = '"v1"';

/** Answers as a good file host: the whole file, or from where `Range` says. */
export const good: DownloadStep = (response, request) => {
	const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
	const same = request.headers['if-range'] === etag;
	if (from > 0 && same)
		response.writeHead(206, {
			etag,
			'content-length': whole.length - from,
			'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}`,
		});
	else response.writeHead(200, { etag, 'content-length': whole.length });
	response.end(whole.subarray(from > 0 && same ? from : 0));
};

/** Answers with this status and a page. */
export const status =
	(code: number, headers: Record<string, string> = {}): DownloadStep =>
	(response) => {
		response.writeHead(code, headers).end('<Error>no</Error>');
	};

/** Announces the whole, sends `bytes` of what was asked for, then breaks the connection. */
export const cutAfter =
	(bytes: number, headers: Record<string, string> = { etag }): DownloadStep =>
	(response, request, arrivals) => {
		const from = headers.etag ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
		const range = `bytes ${from}-${whole.length - 1}/${whole.length}`;
		response.writeHead(from > 0 ? 206 : 200, {
			...headers,
			'content-length': whole.length - from,
			...(from > 0 ? { 'content-range': range } : {}),
		});
		cut(response, arrivals, whole.subarray(from, from + bytes));
	};

/** Sends these bytes and, once they have arrived, breaks the connection. */
export function cut(response: ServerResponse, arrivals: Pick<Arrivals, 'more'>, bytes: Buffer): void {
	const arrived = arrivals.more(bytes.length);
	response.write(bytes);
	void arrived.then(() => response.socket?.end());
}
