import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSystemError } from '../files/disk';

/**
 * A place that the operating system gives to one process at a time and takes back the moment that process is gone,
 * however it went; no process id is guessed at and no clock is compared. A process that merely sleeps keeps it, so
 * nobody can act in its name meanwhile.
 *
 * - Linux: an abstract socket, which lives and dies with the process that bound it.
 * - Windows: a named pipe, likewise.
 * - macOS and BSD: sockets leave their file behind, so the right to bind it is a lock that `open` takes (O_EXLOCK).
 */
export interface Endpoint {
	/** What `net.connect` takes. */
	readonly address: string;
	/** Takes the place; undefined when another process has it. */
	claim(): Promise<Claim | undefined>;
}

export interface Claim {
	readonly server: Server;
	/** Gives the place back. */
	release(): Promise<void>;
}

/** The place of all windows that share this storage folder. */
export function endpointFor(storageFolder: string, platform: NodeJS.Platform = process.platform): Endpoint {
	const name = `propsmith-${createHash('sha256').update(storageFolder).digest('hex').slice(0, 16)}`;
	if (platform === 'linux') return socketEndpoint(`\0${name}`);
	if (platform === 'win32') return socketEndpoint(`\\\\.\\pipe\\${name}`);
	return lockedEndpoint(join(tmpdir(), `${name}.sock`), join(storageFolder, 'queue.lock'));
}

function socketEndpoint(address: string): Endpoint {
	return {
		address,
		claim: async () => {
			const server = await listen(address);
			return server && { server, release: () => close(server) };
		},
	};
}

function lockedEndpoint(address: string, lockPath: string): Endpoint {
	return {
		address,
		claim: async () => {
			const lock = await openLocked(lockPath);
			if (!lock) return undefined;
			// The lock is ours, so whatever stands at the address was left by a process that is gone.
			await rm(address, { force: true });
			const server = await listen(address);
			if (!server) {
				await lock.close();
				return undefined;
			}
			return {
				server,
				release: async () => {
					await close(server);
					await lock.close();
				},
			};
		},
	};
}

/** BSD's own flag, which Node passes on and has no name for. */
const O_EXLOCK = 0x20;

async function openLocked(path: string): Promise<FileHandle | undefined> {
	try {
		return await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK, 0o600);
	} catch (error) {
		if (isSystemError(error, 'EAGAIN', 'EWOULDBLOCK')) return undefined;
		throw error;
	}
}

function listen(address: string): Promise<Server | undefined> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error) => {
			if (isSystemError(error, 'EADDRINUSE', 'EACCES')) resolve(undefined);
			else reject(error);
		});
		server.listen(address, () => resolve(server));
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => server.close(() => resolve()));
}
