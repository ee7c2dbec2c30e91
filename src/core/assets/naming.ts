import { basename, extname } from 'node:path';
import { type AdoptedTask, type JobRequest, picturesOf } from '../jobs/request';

/** Characters: at four bytes each, a number and the sidecar's suffix still fit into the 255 bytes of a file name. */
const longestName = 50;
/** Names that Windows reserves whatever their extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name (without extension) that every system and engine takes: lower-case words joined by dashes. */
export function slug(text: string): string {
	const words = text
		.normalize('NFKD')
		// Accents go. The marks of other scripts are part of their letters and stay; those of emoji go as well.
		.replace(/[\u0300-\u036f\ufe00-\ufe0f]/g, '')
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-+/, '');
	const name = [...words].slice(0, longestName).join('').replace(/-+$/, '');
	if (name === '') return 'asset';
	return reserved.test(name) ? `${name}-asset` : name;
}

/**
 * The name that a request gives its asset: that of what it goes on from, the picture's, or the prompt's words. `base`
 * is the name of the asset that it goes on from, where that is known.
 */
export function assetName(request: JobRequest, base?: string): string {
	const { source, prompt, views } = request;
	if (base) return base;
	if (source?.kind === 'file') return slug(stem(source.path));
	// "knight_front.png" names the knight, not its front.
	if (views?.front) return slug(stem(views.front).replace(/(^|[-_. ])front$/i, ''));
	const [picture] = picturesOf(request);
	if (picture) return slug(stem(picture));
	return slug(prompt ?? (source?.kind === 'task' ? `task-${source.id.slice(0, 8)}` : 'asset'));
}

/** What tells one of a task's further files from the first: a clip's name where each clip is a file. */
export function partName({ options }: JobRequest | AdoptedTask, part: string): string {
	const clips: readonly unknown[] = Array.isArray(options.animations) ? options.animations : [];
	const number = /^model-(\d+)$/.exec(part)?.[1];
	const clip = number === undefined ? undefined : clips[Number(number) - 1];
	return typeof clip === 'string' ? slug(clip.replace(/^preset:/, '')) : slug(withoutFormat(part));
}

/** True for two files of a task that hold the same in different formats: `walking_glb` and `walking_fbx`, `glb` and `fbx`. */
export function isSameThing(part: string, other: string): boolean {
	return withoutFormat(part) === withoutFormat(other);
}

function withoutFormat(part: string): string {
	return part.replace(/(^|_)(glb|fbx|obj|usdz|stl|3mf|blend)$/, '');
}

function stem(path: string): string {
	return basename(path, extname(path));
}
