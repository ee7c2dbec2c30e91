import { basename, dirname, extname, join } from 'node:path';
import { isSameThing, keptName, partName } from '../../assets/naming';
import { freeFolder, freePath } from '../../assets/placement';
import type { Disk } from '../../files/disk';
import type { AssetFile, JobRecord } from '../../model/jobRecord';
import type { Artifact } from '../../model/task';
import type { Journal } from '../records/journal';

/** What the name of a file depends on. */
export interface Place {
	readonly artifact: Artifact;
	/** Of the task's files. */
	readonly first: boolean;
	/** In which the same thing comes, itself included: the name must be free in all of them. */
	readonly formats: readonly string[];
}

/** A file whose link was asked for just now. */
export interface NextFile extends Place {
	readonly last: boolean;
}

export interface PlacePorts {
	readonly disk: Disk;
	readonly journal: Pick<Journal, 'get'>;
}

/**
 * A free name for a file, the same for a thing in all its formats; files that refer to each other by name share a folder
 * of their own.
 */
export async function placeFor(
	{ disk, journal }: PlacePorts,
	job: JobRecord,
	{ artifact, first, formats }: Place,
	takenPath?: string,
): Promise<string> {
	const { folder } = job.destination;
	const { servedName, extension, part } = artifact;
	const { state } = journal.get(job.id);
	const landed = (state.kind === 'downloading' && state.landed) || [];
	const twin = landed.find((file) => dirname(file.path) === folder && isSameThing(file.part, part));
	const stem = twin ? stemOf(twin.path) : ownStem(job, partName(job.request, part, first), landed);
	if (extension === 'zip') return freeFolder(disk, folder, stem);
	if (servedName === undefined) return freePath(disk, folder, stem, extension, twin ? [] : formats);
	const shared = landed.find(({ path }) => dirname(path) !== folder);
	const home = shared && !takenPath ? dirname(shared.path) : await freeFolder(disk, folder, stem);
	await disk.mkdir(home, { recursive: true });
	// Whatever the service calls it, it stays in there.
	return join(home, keptName(servedName, artifact.kind, extension));
}

/** Formats that have no more to fear than not to open; others get an extension that nothing opens. */
const plainFormats =
	/^(glb|gltf|bin|fbx|obj|mtl|stl|ply|3mf|usd[acz]?|blend|zip|png|jpe?g|webp|ktx2|hdr|exr)$/;

/** A free name for a file that the check refused, which says so: `barrel.unchecked.glb`. */
export function uncheckedPlaceFor(disk: Disk, path: string, extension: string): Promise<string> {
	const suffix = `.${extension}`;
	const name = basename(path);
	const stem = name.toLowerCase().endsWith(suffix) ? name.slice(0, -suffix.length) : name;
	const shown = plainFormats.test(extension) ? extension : 'bin';
	return freePath(disk, dirname(path), `${stem.replace(/\.unchecked(-\d+)?$/, '')}.unchecked`, shown);
}

/** Formats that the same thing is offered in, as the links and keys of the task's files name them. */
export function formatsBeside({ part }: Artifact, offered: readonly Artifact[]): readonly string[] {
	const same = offered.filter((other) => isSameThing(other.part, part));
	// The end of a key says more than a link does: `fbx`, `walking_fbx`.
	return same.flatMap((other) => [other.extension, other.part.slice(other.part.lastIndexOf('_') + 1)]);
}

/**
 * Where the asset's name was taken, all of its files have the first one's number: `thing-2-running` is of `thing-2`, and
 * `robot-left-2` stands beside `robot-front-2`.
 */
function ownStem({ request, destination }: JobRecord, suffix: string, landed: readonly AssetFile[]): string {
	const { folder, name } = destination;
	const main = landed.find(({ path }) => dirname(path) === folder);
	const mainSuffix = main ? partName(request, main.part, true) : '';
	const taken = main ? stemOf(main.path).slice(joined(name, mainSuffix).length) : '';
	const number = /^-\d+$/.test(taken) ? taken : '';
	return mainSuffix === '' ? joined(name + number, suffix) : joined(name, suffix) + number;
}

function joined(name: string, suffix: string): string {
	return suffix === '' ? name : `${name}-${suffix}`;
}

function stemOf(path: string): string {
	return basename(path, extname(path));
}
