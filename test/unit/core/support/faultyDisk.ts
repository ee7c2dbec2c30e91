import type { FileHandle } from 'node:fs/promises';
import { type Disk, systemDisk } from '../../../../src/core/files/disk';

type Operation = keyof Disk | 'write' | 'writeFile' | 'sync';

/** The real disk, except that `fault` may throw before an operation on a path. */
export function faultyDisk(fault: (operation: Operation, path: string) => void): Disk {
	const guarded =
		<Name extends Exclude<keyof Disk, 'open'>>(name: Name) =>
		async (...args: unknown[]): Promise<unknown> => {
			fault(name, String(args[0]));
			return (systemDisk[name] as (...all: unknown[]) => Promise<unknown>)(...args);
		};
	const names = [
		'rename',
		'link',
		'mkdir',
		'readFile',
		'readdir',
		'readlink',
		'unlink',
		'stat',
		'rm',
	] as const;
	return {
		...Object.fromEntries(names.map((name) => [name, guarded(name)])),
		open: async (path: string, flags?: string): Promise<FileHandle> => {
			fault('open', path);
			return guardHandle(await systemDisk.open(path, flags), path, fault);
		},
	} as unknown as Disk;
}

function guardHandle(
	handle: FileHandle,
	path: string,
	fault: (operation: Operation, path: string) => void,
): FileHandle {
	return new Proxy(handle, {
		get: (target, name) => {
			const value: unknown = Reflect.get(target, name, target);
			if (typeof value !== 'function') return value;
			return async (...args: unknown[]): Promise<unknown> => {
				if (name === 'write' || name === 'writeFile' || name === 'sync') fault(name, path);
				if (name === 'writev') fault('write', path);
				return value.apply(target, args);
			};
		},
	});
}

/** Node's error of this code, such as `ENOSPC`. */
export function systemError(code: string): NodeJS.ErrnoException {
	return Object.assign(new Error(`${code}: made up for a test`), { code, syscall: 'test' });
}
