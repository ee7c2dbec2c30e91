import type { FileHandle } from 'node:fs/promises';
import { type Disk, systemDisk } from '../../../src/core/files/disk';
import { systemError } from '../../unit/core/support/faultyDisk';

/** The real disk, except that files whose path fits take no byte from `room()` on, as a disk that fills up does. */
export function tightDisk(fits: (path: string) => boolean, room: () => number): Disk {
	const open = async (path: string, flags?: string): Promise<FileHandle> => {
		const handle = await systemDisk.open(path, flags);
		return fits(path) ? tight(handle, room) : handle;
	};
	return { ...systemDisk, open: open as Disk['open'] };
}

function tight(handle: FileHandle, room: () => number): FileHandle {
	const write = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
		const left = Math.min(length, room() - position);
		// The system writes what fits; only the next write is refused.
		if (left <= 0) throw systemError('ENOSPC');
		return handle.write(bytes, offset, left, position);
	};
	return new Proxy(handle, {
		get: (target, name) => {
			if (name === 'write') return write;
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}
