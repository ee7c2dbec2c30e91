import { basename, extname } from 'node:path';
import { type Disk, isSystemError } from '../../files/disk';
import { type ByteSource, bytesSource, withFileSource } from '../../files/formats/byteSource';
import { checkFormat } from '../../files/formats/checkFormat';
import { detectFormat } from '../../files/formats/detectFormat';
import { type FormatId, formatOf } from '../../files/formats/formats';
import { type ErrorCode, PropsmithError } from '../../model/errors';
import type { JobRecord } from '../../model/jobRecord';
import { madeBy } from '../../model/request';
import { extensionOf } from '../../providers/catalogue/facts';
import { specOf } from '../../providers/catalogues';
import { inputPictures } from './inputFiles';

/** The services' own limits, in bytes. */
export const largestPicture = 20 * 1024 * 1024;
const largestModel = 150 * 1024 * 1024;

/** A file of the user's as it goes up. */
export interface InputFile {
	readonly bytes: Uint8Array;
	/** Ends as the bytes say, whatever the file is called. */
	readonly name: string;
}

/** Extensions of what an operation takes. */
type Taken = readonly string[];
/** What both services take, unless an operation says otherwise. */
export const allPictures: Taken = ['png', 'jpg', 'jpeg', 'webp'];

/** What a kind of input is called when something is wrong with it. */
interface Kind {
	readonly of: 'picture' | 'model';
	readonly missing: ErrorCode;
	readonly unreadable: ErrorCode;
	readonly tooLarge: ErrorCode;
	readonly wrongFormat: ErrorCode;
	readonly largest: number;
}
const picture: Kind = {
	of: 'picture',
	missing: 'imageMissing',
	unreadable: 'imageUnreadable',
	tooLarge: 'imageTooLarge',
	wrongFormat: 'imageFormat',
	largest: largestPicture,
};
const model: Kind = {
	of: 'model',
	missing: 'modelMissing',
	unreadable: 'modelUnreadable',
	tooLarge: 'modelTooLarge',
	wrongFormat: 'modelFormat',
	largest: largestModel,
};

/** A picture of the user's, as a service will take it; rejects with what is wrong with it, before anything is sent. */
export function readPicture(disk: Disk, path: string, taken: Taken = allPictures): Promise<InputFile> {
	return read(disk, path, picture, taken);
}

/** A model file of the user's, in the same way. */
export function readModel(disk: Disk, path: string, taken: Taken): Promise<InputFile> {
	return read(disk, path, model, taken);
}

/**
 * Looks through the local files of requests without keeping them in memory; rejects with what is wrong with the first
 * that the service would not take. They are looked at once more when they go up.
 */
export async function checkInputs(
	disk: Disk,
	jobs: readonly Pick<JobRecord, 'provider' | 'request'>[],
): Promise<void> {
	// Variants share their pictures.
	const seen = new Set<string>();
	const checkOnce = async (path: string, kind: Kind, taken: Taken): Promise<void> => {
		const key = [kind.of, taken.join(), path].join(' ');
		if (seen.has(key)) return;
		seen.add(key);
		await check(disk, path, kind, taken);
	};
	for (const { provider, request } of jobs) {
		const { inputs } = specOf(provider, madeBy(request));
		for (const path of inputPictures({ provider, request }))
			await checkOnce(path, picture, inputs.pictureFiles ?? allPictures);
		if (request.operation !== 'adoptTask' && request.source?.kind === 'file')
			await checkOnce(request.source.path, model, inputs.source?.files ?? []);
	}
}

async function check(disk: Disk, path: string, kind: Kind, taken: Taken): Promise<void> {
	await sizeOf(disk, path, kind);
	await withFileSource(disk, path, (source) => identify(source, path, kind, taken)).catch(
		(cause: unknown) => {
			throw cause instanceof PropsmithError
				? cause
				: new PropsmithError(kind.unreadable, { detail: path, cause });
		},
	);
}

async function read(disk: Disk, path: string, kind: Kind, taken: Taken): Promise<InputFile> {
	await sizeOf(disk, path, kind);
	const bytes = await disk.readFile(path).catch((cause: unknown) => {
		throw new PropsmithError(kind.unreadable, { detail: path, cause });
	});
	// It may have grown since.
	if (bytes.byteLength > kind.largest) throw new PropsmithError(kind.tooLarge, { detail: path });
	return { bytes, name: nameAs(await identify(bytesSource(bytes), path, kind, taken), path) };
}

async function sizeOf(disk: Disk, path: string, kind: Kind): Promise<void> {
	const stats = await disk.stat(path).catch((cause: unknown) => {
		const isMissing = isSystemError(cause, 'ENOENT', 'ENOTDIR');
		throw new PropsmithError(isMissing ? kind.missing : kind.unreadable, { detail: path, cause });
	});
	if (stats.isDirectory()) throw new PropsmithError('inputIsFolder', { detail: path });
	// A pipe would be read for ever.
	if (!stats.isFile()) throw new PropsmithError(kind.unreadable, { detail: `${path}: it is no file` });
	if (stats.size > kind.largest) throw new PropsmithError(kind.tooLarge, { detail: path });
}

/** What the bytes are, when the service takes it and all of it is there. */
async function identify(source: ByteSource, path: string, kind: Kind, taken: Taken): Promise<FormatId> {
	const detected = await detectFormat(source);
	if (detected === 'lfsPointer') throw new PropsmithError('inputIsPointer', { detail: path });
	const format = detected === 'unknown' && extensionOf(path) === 'stl' ? 'stl' : detected;
	const { label } = formatOf(format);
	if (!isTaken(format, taken)) {
		const known = formatOf(format).kind !== 'other';
		const what = kind.of === 'picture' && taken.length > 0 ? `; it takes ${listed(taken)}` : '';
		throw new PropsmithError(known ? kind.wrongFormat : kind.unreadable, {
			detail: `${path}: it is ${label}${known ? what : ''}`,
		});
	}
	try {
		const [missing] = (await checkFormat(source, format)).outside ?? [];
		if (missing)
			throw new PropsmithError('fileInvalid', {
				detail: `it needs “${missing}”, and only one file can go up`,
			});
		return format;
	} catch (cause) {
		if (!(cause instanceof PropsmithError)) throw cause;
		throw new PropsmithError(kind.unreadable, { detail: `${path}: ${cause.jobError.detail}`, cause });
	}
}

function isTaken(format: FormatId, taken: Taken): boolean {
	// Neither service says that it reads an FBX in text form, and few programs do.
	return format !== 'fbxText' && formatOf(format).extensions.some((extension) => taken.includes(extension));
}

function listed(taken: Taken): string {
	return [...new Set(taken.map((extension) => (extension === 'jpg' ? 'jpeg' : extension)))]
		.map((extension) => extension.toUpperCase())
		.join(', ');
}

/** The file's own name, with the ending that its format has. */
function nameAs(format: FormatId, path: string): string {
	const { extensions } = formatOf(format);
	return extensions.includes(extensionOf(path))
		? basename(path)
		: `${basename(path, extname(path))}.${extensions[0]}`;
}
