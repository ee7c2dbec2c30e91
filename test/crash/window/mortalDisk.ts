import type { FileHandle } from 'node:fs/promises';
import { type Disk, systemDisk } from '../../../src/core/files/disk';
import type { DiskPoints } from './diskPoints';
import type { LossyDisk } from './lossyDisk';
import type { Reaper } from './reaper';

type Call = (...args: unknown[]) => Promise<unknown>;

/** The real disk, on which the process may die before and after each call. */
export function mortalDisk(reaper: Reaper, loss: LossyDisk, points: DiskPoints): Disk {
	const around = async (name: string, paths: readonly string[], run: () => Promise<unknown>) => {
		reaper.at('step');
		points.before(name, paths);
		const settle = remember(loss, name, paths);
		const result = await run();
		settle();
		points.after(name, paths);
		reaper.at('step');
		return result;
	};
	return new Proxy(systemDisk, {
		get: (target, property) => {
			const operation: unknown = Reflect.get(target, property);
			const name = String(property);
			if (typeof operation !== 'function') return operation;
			const call = operation as Call;
			if (name === 'open')
				return async (file: string, flags = 'r', ...rest: unknown[]) => {
					const handle = await around(`open ${flags}`, [file], () => call(file, flags, ...rest));
					loss.opened(file, flags);
					return mortalHandle(handle as FileHandle, file, loss, around);
				};
			return (...args: unknown[]) =>
				around(
					name,
					args.filter((arg) => typeof arg === 'string'),
					() => call(...args),
				);
		},
	});
}

function mortalHandle(
	handle: FileHandle,
	file: string,
	loss: LossyDisk,
	around: (name: string, paths: readonly string[], run: () => Promise<unknown>) => Promise<unknown>,
): FileHandle {
	return new Proxy(handle, {
		get: (target, property) => {
			const value: unknown = Reflect.get(target, property, target);
			if (typeof value !== 'function') return value;
			return (...args: unknown[]) =>
				around(`file.${String(property)}`, [file], () => {
					if (property === 'truncate') loss.truncated(file, Number(args[0] ?? 0));
					return value.apply(target, args);
				});
		},
	});
}

/** Tells the memory of what is not flushed; answers what to call when the operation is over. */
function remember(loss: LossyDisk, name: string, [file = '', to = '']: readonly string[]): () => void {
	switch (name) {
		case 'rename':
			return loss.renaming(file, to);
		case 'link':
			return loss.linking(file, to);
		case 'unlink':
			return loss.removing(file);
		case 'file.sync':
		case 'file.datasync':
			return loss.flushing(file);
		case 'file.write':
		case 'file.writeFile':
		case 'file.appendFile':
		case 'file.writev':
			loss.written(file);
			return () => {};
		default:
			return () => {};
	}
}
