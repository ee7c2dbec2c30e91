import { dirname, join, posix, relative, sep } from 'node:path';
import { missingNotes } from '../downloads/verify';
import { type Disk, syncFolder } from '../files/disk';
import { withFileSource } from '../files/formats/byteSource';
import { checkFormat } from '../files/formats/checkFormat';
import { detectFormat } from '../files/formats/detectFormat';
import { type FormatId, formatOf } from '../files/formats/formats';
import { PropsmithError } from '../model/errors';
import type { AssetFile } from '../model/jobRecord';
import { readModelFacts } from './modelFacts';

/** A file that came in an archive. */
export interface UnpackedFile {
	/** Relative, with forward slashes. */
	readonly name: string;
	readonly bytes: number;
	readonly format: FormatId;
	readonly isModel: boolean;
}

/** What every file below a folder is by its bytes. */
export async function identified(disk: Disk, folder: string): Promise<UnpackedFile[]> {
	const entries = await disk.readdir(folder, { recursive: true, withFileTypes: true });
	const files: UnpackedFile[] = [];
	for (const entry of entries.filter((one) => one.isFile())) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).replaceAll(sep, '/');
		const [bytes, format] = await withFileSource(
			disk,
			path,
			async (source) => [source.size, await detectFormat(source)] as const,
		);
		files.push({ name, bytes, format, isModel: formatOf(format).kind === 'model' });
	}
	return files;
}

/** The largest model first, wherever it is and whatever stands before it; then all others by name. */
export function mainFirst(files: readonly UnpackedFile[]): UnpackedFile[] {
	const byName = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
	const [main] = byName.filter(({ isModel }) => isModel).sort((a, b) => b.bytes - a.bytes);
	return main ? [main, ...byName.filter((file) => file !== main)] : byName;
}

/** Gives the model of an unpacked archive the ending that its bytes have; nothing refers to it by its name. */
export async function nameMain(disk: Disk, folder: string): Promise<void> {
	const files = await identified(disk, folder);
	const [main] = mainFirst(files);
	if (!main?.isModel) return;
	const { dir, name, ext } = posix.parse(main.name);
	const { extensions } = formatOf(main.format);
	if (extensions.includes(ext.slice(1).toLowerCase())) return;
	const named = posix.join(dir, `${name}.${extensions[0]}`);
	if (files.some((file) => file.name.toLowerCase() === named.toLowerCase())) return;
	await disk.rename(join(folder, main.name), join(folder, named));
	await syncFolder(disk, dirname(join(folder, named)));
}

/**
 * Facts of a model that came in an archive, and what its check found. Its bytes are those that were packed, so a damaged one
 * would come again: it is kept, and told of.
 */
export async function lookInto(
	disk: Disk,
	folder: string,
	{ name, format }: UnpackedFile,
	beside: readonly string[],
): Promise<Pick<AssetFile, 'facts' | 'notes'>> {
	try {
		const {
			notes,
			gltf,
			outside = [],
		} = await withFileSource(disk, join(folder, name), (source) => checkFormat(source, format));
		const missing = outside.filter(
			(uri) => !beside.includes(posix.join(posix.dirname(name), decodedUri(uri))),
		);
		const facts = readModelFacts(gltf);
		return { notes: [...notes, ...missingNotes(missing)], ...(facts ? { facts } : {}) };
	} catch (error) {
		if (!(error instanceof PropsmithError) || error.code !== 'fileInvalid') throw error;
		return { notes: [`it is damaged: ${error.jobError.detail}`] };
	}
}

function decodedUri(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}
