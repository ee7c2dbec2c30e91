import type { ByteSource } from '../files/formats/byteSource';
import { checkFormat } from '../files/formats/checkFormat';
import { detectFormat } from '../files/formats/detectFormat';
import { type FormatId, formatOf, formatsNamed } from '../files/formats/formats';
import { entriesOf, withZip } from '../files/formats/zip';
import { PropsmithError } from '../model/errors';
import { type PlannedFile, planArchive } from './archivePlan';

/** What a file may be. */
export interface ExpectedFile {
	/** A `companion` is a texture or material that a model refers to by name; `either` a model or a picture. */
	readonly kind: 'model' | 'picture' | 'companion' | 'either';
	/** Extensions by likelihood, for files whose bytes tell nothing; anything may be among them. */
	readonly likely: readonly string[];
}

/** A whole file of a kind that was expected. */
export interface VerifiedFile {
	readonly format: FormatId;
	/** By the bytes. */
	readonly extension: string;
	/** What is odd about it and no reason to refuse it. */
	readonly notes: readonly string[];
	/** The parsed JSON of a GLB or glTF. */
	readonly gltf?: unknown;
}

const kindWords = {
	model: 'model',
	picture: 'picture',
	companion: 'texture or material',
	either: 'model or picture',
} as const;

/** What a service or a gateway sends in the place of a file. */
const errorPages: readonly FormatId[] = ['html', 'xml', 'json'];

/** What a file of these may be whose bytes tell no more: they are packed, or have no signature. */
const undecided: Readonly<Partial<Record<FormatId, readonly FormatId[]>>> = {
	zstd: ['blend'],
	gzip: ['blend', 'schem'],
	unknown: ['stl', 'schem'],
	text: ['obj', 'mtl'],
};

/** Programs, pages and documents among them are never written into a workspace. */
const pictures: readonly FormatId[] = [
	...(['png', 'jpeg', 'webp', 'gif', 'avif', 'heic', 'bmp', 'tiff', 'ktx2', 'exr', 'hdr'] as const),
];

/**
 * Tells by its bytes what a file is, and reads it to its end; its name and its link count for nothing. Rejects with
 * `fileInvalid` when it is cut, contradicts itself, or is nothing that was expected.
 */
export async function verifyFile(source: ByteSource, expected: ExpectedFile): Promise<VerifiedFile> {
	const detected = await detectFormat(source);
	if (detected === 'empty') throw invalid('the file is empty');
	if (errorPages.includes(detected)) throw invalid('an error page came instead of the file');
	const format = decided(detected, expected.likely);
	if (!isExpected(format, expected.kind)) {
		const { label } = formatOf(format);
		const [likely] = expected.likely;
		const wanted = kindWords[expected.kind];
		throw invalid(
			detected === 'unknown' && likely
				? `its first bytes are not those of a ${likely} file`
				: `it is ${label}, not a ${wanted}`,
		);
	}
	const { extensions } = formatOf(format);
	const [extension = ''] = [...extensions.filter((one) => expected.likely.includes(one)), ...extensions];
	const { notes, gltf, outside } = await checkFormat(source, format);
	const isOther =
		expected.kind === 'model' && expected.likely.length > 0 && !expected.likely.includes(extension);
	const surprise =
		isOther && format !== 'zip' ? [`it is ${formatOf(format).label}, another format than was expected`] : [];
	const packed = format === 'zip' ? await archiveNotes(source) : [];
	return { format, extension, notes: [...surprise, ...notes, ...missingNotes(outside), ...packed], gltf };
}

/** What a file is told of that needs others which are not there. */
export function missingNotes(names: readonly string[] = []): string[] {
	return names.length > 0 ? [`it needs files beside it: ${names.slice(0, 5).join(', ')}`] : [];
}

/** Rejects an archive that could not be unpacked, or that has no model. */
async function archiveNotes(source: ByteSource): Promise<readonly string[]> {
	const { files, notes } = planArchive(await withZip(source, entriesOf));
	const isPossible = ({ name }: PlannedFile): boolean => {
		const extension = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
		const formats = extension === undefined ? [] : formatsNamed(extension);
		// What has no ending is looked at when it is unpacked; another archive may hold the model.
		return (
			extension === undefined ||
			formats.some((format) => ['model', 'archive'].includes(formatOf(format).kind))
		);
	};
	if (!files.some(isPossible)) throw invalid('an archive without a model');
	return notes;
}

function decided(detected: FormatId, likely: readonly string[]): FormatId {
	const candidates = undecided[detected] ?? [];
	const named = likely.flatMap((extension) =>
		candidates.filter((format) => formatOf(format).extensions.includes(extension)),
	);
	return named[0] ?? detected;
}

function isExpected(format: FormatId, kind: ExpectedFile['kind']): boolean {
	const isModel = formatOf(format).kind === 'model' || format === 'zip';
	const isPicture = pictures.includes(format);
	switch (kind) {
		case 'model':
			return isModel;
		case 'picture':
			return isPicture;
		case 'companion':
			return isPicture || format === 'mtl';
		case 'either':
			return isModel || isPicture;
	}
}

function invalid(detail: string): PropsmithError {
	return new PropsmithError('fileInvalid', { detail });
}
