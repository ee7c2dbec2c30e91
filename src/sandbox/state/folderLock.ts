import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running sandbox can be reached, as its state folder says it. */
export interface SandboxAddress {
	/** Unlike that of any other sandbox that ever ran. */
	instance: string;
	/** Base URL of the simulated Tripo API, ending in `/v3`. */
	tripo: string;
	/** Base URL of the simulated Meshy API: the bare origin, without `/openapi`. */
	meshy: string;
	/** Base URL of the control API, ending in `/__sandbox`. */
	control: string;
	/** Origin of the file host, another one than the API's. */
	files: string;
}

/** How long another sandbox may take to say that it lives, real ms. */
const patienceMs = 2000;

/**
 * Makes `mine` the only sandbox on a state folder, or gives the address of the one that is already running there. The
 * place of a sandbox that does not answer any more is taken over. Process ids would not do: they are used again.
 */
export async function lockStateFolder(folder: string, mine: SandboxAddress): Promise<SandboxAddress> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, 'running.json');
	for (;;) {
		try {
			await writeFile(path, JSON.stringify(mine), { flag: 'wx' });
			return mine;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		}
		const other = await readAddress(path);
		if (other && (await answers(other))) return other;
		await moveAway(path, other, mine.instance);
	}
}

/** Gives the folder free, unless another sandbox has taken it over meanwhile. */
export async function unlockStateFolder(folder: string, mine: SandboxAddress): Promise<void> {
	const path = join(folder, 'running.json');
	if ((await readAddress(path))?.instance === mine.instance) await rm(path, { force: true });
}

async function readAddress(path: string): Promise<SandboxAddress | undefined> {
	try {
		return JSON.parse(await readFile(path, 'utf8')) as SandboxAddress;
	} catch {
		return undefined;
	}
}

async function answers(address: SandboxAddress): Promise<boolean> {
	try {
		const answer = await fetch(address.control, { signal: AbortSignal.timeout(patienceMs) });
		return ((await answer.json()) as Partial<SandboxAddress>).instance === address.instance;
	} catch {
		return false;
	}
}

/** Removes a dead lock. Renaming it first shows whether it is still the dead one or somebody was faster. */
async function moveAway(path: string, dead: SandboxAddress | undefined, instance: string): Promise<void> {
	const aside = `${path}.${instance}`;
	try {
		await rename(path, aside);
	} catch {
		return;
	}
	const moved = await readAddress(aside);
	if (moved && moved.instance !== dead?.instance) await rename(aside, path);
	else await rm(aside, { force: true });
}
