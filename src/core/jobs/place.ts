import { basename, dirname, extname, join } from 'node:path';
import { fileName } from '../assets/naming';
import { freeFolder, freePath } from '../assets/placement';
import type { Artifact } from '../providers/provider';
import type { JobContext } from './context';
import type { AssetFile, JobRecord } from './record';

/** A free name for a file; files that refer to each other by name share a folder of their own. */
export async function placeFor(
	{ disk, journal }: JobContext,
	job: JobRecord,
	{ servedName, extension, part }: Artifact,
	takenPath?: string,
): Promise<string> {
	const { folder, name } = job.destination;
	const { state } = journal.get(job.id);
	const landed = state.kind === 'downloading' ? state.landed : undefined;
	if (extension === 'zip' || servedName === undefined) {
		const [main] = landed ?? [];
		const number = numberOf(job, main);
		// `thing-2-running` is of `thing-2`; `robot-left-2` stands beside `robot-front-2`, and there is no `robot`.
		const numbersAsset = main !== undefined && fileName(name, job.request, main.part) === name;
		const file = numbersAsset
			? fileName(name + number, job.request, part, main.part)
			: fileName(name, job.request, part, main?.part) + number;
		return extension === 'zip' ? freeFolder(disk, folder, file) : freePath(disk, folder, file, extension);
	}
	const shared = landed?.find(({ path }) => dirname(path) !== folder);
	const own = shared && !takenPath ? dirname(shared.path) : await freeFolder(disk, folder, name);
	await disk.mkdir(own, { recursive: true });
	// Whatever the service calls it, it stays in there.
	return join(own, basename(servedName));
}

/** Where the asset's name was taken, all of its files have the first one's number. */
function numberOf({ request, destination }: JobRecord, main: AssetFile | undefined): string {
	const { folder, name } = destination;
	if (!main || dirname(main.path) !== folder) return '';
	const number = basename(main.path, extname(main.path)).slice(fileName(name, request, main.part).length);
	return /^-\d+$/.test(number) ? number : '';
}
