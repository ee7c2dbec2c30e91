import { posix } from 'node:path';
import { TextDecoder } from 'node:util';
import { type Entry, getFileNameLowLevel } from 'yauzl';
import { PropsmithError } from '../model/errors';

/** More than any model needs: beyond it, an archive is meant to fill the disk. */
const mostBytes = 4 * 1024 ** 3;

/** A file of an archive, and where it goes. */
export interface PlannedFile {
	readonly entry: Entry;
	/** Relative, with forward slashes: leads out of no folder, meets no other, and every system takes it. */
	readonly name: string;
	/** As the archive has it, a character a byte, with forward slashes. */
	readonly packedName: string;
}

/** What of an archive is unpacked. */
export interface ArchivePlan {
	readonly files: readonly PlannedFile[];
	/** What of the archive was left out or is not unpacked. */
	readonly notes: readonly string[];
}

/**
 * Decides what of an archive is unpacked, and under which names. Rejects with `fileInvalid` for names that lead out of the
 * folder, and for an archive without files or of too many bytes.
 */
export function planArchive(entries: readonly Entry[]): ArchivePlan {
	const found = entries.map((entry) => ({ entry, name: plainName(entry), packedName: packedNameOf(entry) }));
	const wanted = found.filter(({ name }) => !name.endsWith('/') && !isClutter(name));
	const files = wanted.filter(({ name }) => !runs.test(name));
	if (files.length === 0) throw invalid('an archive without files');
	const bytes = files.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
	if (bytes > mostBytes) throw invalid(`an archive of ${bytes} bytes`);
	const paths = withoutTopFolders(files.map(({ name }) => safePath(name)));
	const taken = new Set(paths.flatMap(foldersOf));
	const planned = files.map((file, index) => ({ ...file, name: freeName(paths[index] ?? '', taken) }));
	const changed = planned.filter(
		({ name, packedName }) => !packedName.endsWith(Buffer.from(name).toString('latin1')),
	);
	const programs = wanted.filter((file) => !files.includes(file)).map(({ name }) => name);
	const archives = files.filter(({ name }) => /\.(zip|rar|7z)$/i.test(name)).map(({ name }) => name);
	return {
		files: planned,
		notes: [
			...(changed.length > 0
				? [`gave names that every system takes: ${listed(changed.map(({ name }) => name))}`]
				: []),
			...(programs.length > 0 ? [`left out what a system would run: ${listed(programs)}`] : []),
			...(archives.length > 0 ? [`an archive in the archive is not unpacked: ${listed(archives)}`] : []),
		],
	};
}

function listed(names: readonly string[]): string {
	return names.slice(0, 5).join(', ') + (names.length > 5 ? ' and more' : '');
}

/** What systems leave in archives, and no model refers to. */
function isClutter(name: string): boolean {
	const parts = name.toLowerCase().split('/');
	const last = parts.at(-1) ?? '';
	return (
		parts.includes('__macosx') ||
		last.startsWith('._') ||
		['.ds_store', 'thumbs.db', 'desktop.ini'].includes(last)
	);
}

/** Files that a double click runs on one system or another. */
const runs =
	/\.(exe|com|scr|pif|msi|dll|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|url|reg|jar|sh|command|app|desktop|appimage)$/i;

function packedNameOf({ fileNameRaw }: Entry): string {
	return fileNameRaw.toString('latin1').replaceAll('\\', '/');
}

/**
 * The name as text, with forward slashes. Rejects one that is absolute or climbs. Names that are no UTF-8 are read in the
 * encoding of old archives, which has a character for every byte.
 */
function plainName(entry: Entry): string {
	const name = decoded(entry).replaceAll('\\', '/');
	if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..'))
		throw invalid(`an archive with a file “${name}”`);
	return name;
}

const utf8Flag = 0x800;

/** An extra field of newer tools has the name in UTF-8. */
const unicodePath = 0x7075;

function decoded({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
	const inOldEncoding = generalPurposeBitFlag & ~utf8Flag;
	if (extraFields.some(({ id }) => id === unicodePath))
		return getFileNameLowLevel(inOldEncoding, fileNameRaw, extraFields, true);
	try {
		// Many tools write UTF-8 and do not say so.
		return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
	} catch {
		return getFileNameLowLevel(inOldEncoding, fileNameRaw, extraFields, true);
	}
}

/** Names that Windows reserves whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The path with characters and endings that no system refuses. */
function safePath(name: string): string {
	const parts = posix
		.normalize(name)
		.split('/')
		.filter((part) => part !== '' && part !== '.');
	const safe = parts.map((part) =>
		[...part]
			.map((letter) => (letter < ' ' || '<>:"|?*'.includes(letter) ? '_' : letter))
			.join('')
			.replace(/[. ]+$/, (ending) => '_'.repeat(ending.length))
			.replace(reserved, '$1_'),
	);
	if (safe.length === 0) throw invalid(`an archive with a file “${name}”`);
	return safe.join('/');
}

/** Without the folders that hold everything: the archive has a folder of its own already. */
function withoutTopFolders(paths: readonly string[]): string[] {
	let rest = [...paths];
	for (;;) {
		const tops = new Set(rest.map((path) => path.split('/')[0]?.toLowerCase()));
		if (tops.size !== 1 || rest.some((path) => !path.includes('/'))) return rest;
		rest = rest.map((path) => path.slice(path.indexOf('/') + 1));
	}
}

/** The name, or one with a number where another file has it on a system that does not tell large letters from small ones. */
function freeName(path: string, taken: Set<string>): string {
	const { dir, name, ext } = posix.parse(path);
	for (let number = 1; ; number++) {
		const numbered = number === 1 ? path : posix.join(dir, `${name}-${number}${ext}`);
		const key = compared(numbered);
		if (taken.has(key)) continue;
		taken.add(key);
		return numbered;
	}
}

/** The same for two names that are one on some system. */
function compared(path: string): string {
	return path.normalize('NFC').toLowerCase();
}

function foldersOf(path: string): string[] {
	const parts = compared(path).split('/');
	return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** `fileInvalid`, for an archive that is broken or not safe to unpack. */
export function invalid(detail: string, cause?: unknown): PropsmithError {
	return new PropsmithError('fileInvalid', { detail, cause });
}
