import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running sandbox is, as it writes it into its state folder. */
export interface Claim {
	/** Unlike that of any other sandbox that ever ran. */
	instance: string;
	tripo: string;
	meshy: string;
	control: string;
	files: string;
}

/** How long another sandbox may take to say that it lives, real ms. */
const patienceMs = 2000;

/**
 * Makes `mine` the only sandbox on a state folder, or gives the claim of the one that is already running
 * there. A claim whose sandbox does not answer any more is taken over: process ids would be re-used.
 */
export async function claimFolder(folder: string, mine: Claim): Promise<Claim> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, 'running.json');
	for (;;) {
		try {
			await writeFile(path, JSON.stringify(mine), { flag: 'wx' });
			return mine;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
				throw error;
			}
		}
		const other = await readClaim(path);
		if (other && (await lives(other))) {
			return other;
		}
		await moveAway(path, other, mine.instance);
	}
}

/** Gives the folder free, unless another sandbox has taken it over meanwhile. */
export async function releaseFolder(folder: string, mine: Claim): Promise<void> {
	const path = join(folder, 'running.json');
	if ((await readClaim(path))?.instance === mine.instance) {
		await rm(path, { force: true });
	}
}

async function readClaim(path: string): Promise<Claim | undefined> {
	try {
		return JSON.parse(await readFile(path, 'utf8')) as Claim;
	} catch {
		return undefined;
	}
}

async function lives(claim: Claim): Promise<boolean> {
	try {
		const answer = await fetch(claim.control, { signal: AbortSignal.timeout(patienceMs) });
		return ((await answer.json()) as Partial<Claim>).instance === claim.instance;
	} catch {
		return false;
	}
}

/** Removes a dead claim. Renaming it first shows whether it is still the dead one or somebody was faster. */
async function moveAway(path: string, dead: Claim | undefined, instance: string): Promise<void> {
	const aside = `${path}.${instance}`;
	try {
		await rename(path, aside);
	} catch {
		return;
	}
	const moved = await readClaim(aside);
	if (moved && moved.instance !== dead?.instance) {
		await rename(aside, path);
	} else {
		await rm(aside, { force: true });
	}
}
