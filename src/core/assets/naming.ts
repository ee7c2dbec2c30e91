import { basename, extname } from 'node:path';
import { formatOf, formatsNamed } from '../files/formats/formats';
import { type AdoptedTask, type JobRequest, type Operation, picturesOf, viewNames } from '../model/request';
import type { Artifact } from '../model/task';

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
 * The name that a request gives its asset: that of what it goes on from, the picture's, or the prompt's words, and what
 * the step made of it (`knight-rigged`, `knight-walk`). `base` is the name of the asset that it goes on from, where
 * that is known.
 */
export function assetName(request: JobRequest, base?: string): string {
	const name = base ?? ownName(request);
	const clips = clipsIn(request);
	const step = clips.length === 1 ? clips[0] : stepName(request);
	if (step === undefined) return clips.length > 1 ? withoutStep(name) : name;
	const room = longestName - step.length - 1;
	return `${[...withoutStep(name)].slice(0, room).join('').replace(/-+$/, '')}-${step}`;
}

function ownName({ source, prompt, views, ...request }: JobRequest): string {
	if (source?.kind === 'file') return slug(stem(source.path));
	// "knight_front.png" names the knight, not its front.
	if (views?.front) return slug(stem(views.front).replace(/(^|[-_. ])front$/i, ''));
	const [picture] = picturesOf(request);
	if (picture) return slug(stem(picture));
	return slug(prompt ?? (source?.kind === 'task' ? `task-${source.id.slice(0, 8)}` : 'asset'));
}

/** Steps whose result has the same extension as what they go on from. */
const steps: Readonly<Partial<Record<Operation, string>>> = {
	texture: 'textured',
	stylize: 'stylized',
	segment: 'parts',
	complete: 'completed',
	decimate: 'lowpoly',
	remesh: 'remeshed',
	resize: 'resized',
	uvUnwrap: 'unwrapped',
	repairPrintability: 'repaired',
	rig: 'rigged',
	imageToImage: 'edited',
	editMultiview: 'edited',
};

function stepName({ operation, options }: JobRequest): string | undefined {
	const step = steps[operation];
	return step && typeof options.style === 'string' ? slug(options.style) : step;
}

/** A clip of a rigged knight is the knight's. */
function withoutStep(name: string): string {
	return name.replace(new RegExp(`(.)-(${Object.values(steps).join('|')})(-\\d+)?$`), '$1');
}

/**
 * What tells one of a task's files from the others: a clip's name where each clip is a file, a view's side. Empty for
 * the one that needs no more than the asset's name.
 */
export function partName(request: JobRequest | AdoptedTask, part: string, first: boolean): string {
	const clips = clipsIn(request);
	const number = part === 'model' ? 1 : Number(/^model-(\d+)$/.exec(part)?.[1]);
	const clip = clips.length > 1 ? clips[number - 1] : undefined;
	if (clip !== undefined) return clip;
	// One side without its name would be taken for the whole.
	return first && !viewNames.some((view) => view === part) ? '' : slug(withoutFormat(part));
}

/** The names of the preset clips that are asked for, without what they are for: `preset:biped:walk` is `walk`. */
function clipsIn({ options }: Pick<JobRequest, 'options'>): string[] {
	const { animation, animations } = options;
	const clips: readonly unknown[] = Array.isArray(animations) ? animations : [animation];
	return clips.flatMap((clip) => (typeof clip === 'string' ? slug(clip.replace(/^.*:/, '')) : []));
}

/** True for two files of a task that hold the same in different formats: `walking_glb` and `walking_fbx`, `glb` and `fbx`. */
export function isSameThing(part: string, other: string): boolean {
	return withoutFormat(part) === withoutFormat(other);
}

/** `walking_fbx` is of the same thing as `walking_glb`, and `fbx` of the same as `glb`. */
function withoutFormat(part: string): string {
	return part.replace(/(^|_)(glb|fbx|obj|usdz|stl|3mf|blend)$/, '');
}

/**
 * The name that an asset's successors get: its own, without the number that told it from others of the name that its
 * job asked for. `barrel-2` is followed by `barrel-3`, not by `barrel-2-2`.
 */
export function baseNameOf(path: string, asked?: string): string {
	const own = stem(path);
	const numbered =
		asked !== undefined && own.startsWith(`${asked}-`) && /^-\d+$/.test(own.slice(asked.length));
	return numbered ? asked : own;
}

/**
 * The name of a file that is kept beside others of its task. A texture or material keeps the name by which the model
 * refers to it, whatever picture it is; a name that would make it something else than a picture or material gets the ending
 * that its bytes have, as does the model's own.
 */
export function keptName(served: string, kind: Artifact['kind'], extension: string): string {
	const name = basename(served);
	const own = extname(name).slice(1).toLowerCase();
	const isFitting = formatsNamed(own).some((format) =>
		kind === 'companion' ? formatOf(format).kind === 'picture' || format === 'mtl' : own === extension,
	);
	return isFitting ? name : `${stem(name)}.${extension}`;
}

function stem(path: string): string {
	return basename(path, extname(path));
}
