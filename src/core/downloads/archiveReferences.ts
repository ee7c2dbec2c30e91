import { extname, join, posix } from 'node:path';
import { TextDecoder } from 'node:util';
import type { Disk } from '../files/disk';
import type { PlannedFile } from './archivePlan';

/** Encodings that archives' names and the files in them were written in before UTF-8. */
const oldEncodings = ['gbk', 'shift_jis', 'euc-kr', 'big5', 'windows-1252', 'ibm866'] as const;

/** Larger OBJ files are left as they are: they would have to be in memory. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Has the OBJ and MTL files of an unpacked archive name their materials and textures as these are called now, where a name
 * had to change. All texts are handled a character a byte, because nobody knows their encoding.
 */
export async function mendReferences(
	disk: Disk,
	folder: string,
	files: readonly PlannedFile[],
): Promise<void> {
	const renamed = files.filter(({ name, packedName }) => !packedName.endsWith(bytesOf(name)));
	if (renamed.length === 0) return;
	for (const file of files.filter(({ name }) => /^\.(obj|mtl)$/i.test(extname(name)))) {
		const path = join(folder, file.name);
		if ((await disk.stat(path)).size > mostBytes) continue;
		const text = (await disk.readFile(path)).toString('latin1');
		const mended = text.replace(references, (line, start: string, rest: string) => {
			for (const target of renamed) {
				const known = namesOf(file, target).find((name) => endsWith(rest, name));
				if (known === undefined) continue;
				const now = posix.relative(posix.dirname(file.name), target.name);
				return start + rest.slice(0, rest.trimEnd().length - known.length) + bytesOf(now);
			}
			return line;
		});
		if (mended !== text) await rewrite(disk, path, Buffer.from(mended, 'latin1'));
	}
}

/** The lines that name another file: a keyword, options, and the name, which may contain spaces. */
const references = /^([ \t]*(?:mtllib|map_\w+|bump|disp|decal|refl|norm)[ \t]+)([^\r\n]+)/gim;

function endsWith(rest: string, name: string): boolean {
	const text = rest.trimEnd().replaceAll('\\', '/');
	return (
		text === name || text.endsWith(` ${name}`) || text.endsWith(`/${name}`) || text.endsWith(`\t${name}`)
	);
}

/** What a file may call another one: by its path from there or its bare name, in any encoding that it may be written in. */
function namesOf(from: PlannedFile, { packedName }: PlannedFile): string[] {
	const path = posix.relative(posix.dirname(from.packedName), packedName);
	const raw = Buffer.from(path, 'latin1');
	const texts = oldEncodings.map((encoding) => bytesOf(new TextDecoder(encoding).decode(raw)));
	return [path, ...texts].flatMap((name) => [name, posix.basename(name)]);
}

/** UTF-8, a character a byte. */
function bytesOf(text: string): string {
	return Buffer.from(text).toString('latin1');
}

async function rewrite(disk: Disk, path: string, bytes: Buffer): Promise<void> {
	const file = await disk.open(path, 'w');
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
}
