import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'fast-png';
import { type SandboxProcess, startSandbox } from '../../harness/sandboxProcess';
import { Dice } from '../plan/dice';
import { pictureNames } from '../window/wish';
import { bundleWindow, type WindowProgram } from './bundleWindow';

/** Simulated seconds of the service's work in a real one. */
const speed = 200;
const pictureSide = 200;

/** What all runs share: one service, one program, the same pictures. */
export class World {
	private constructor(
		readonly sandbox: SandboxProcess,
		readonly program: WindowProgram,
		/** Holds the pictures and the runs' folders. */
		readonly folder: string,
	) {}

	static async open(): Promise<World> {
		const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-crash-'));
		const [sandbox, program] = await Promise.all([
			startSandbox(['--speed', String(speed), '--seed', '7']),
			bundleWindow(),
		]);
		for (const name of Object.values(pictureNames))
			await writeFile(path.join(folder, name), noise(new Dice(name)));
		return new World(sandbox, program, folder);
	}

	async close(): Promise<void> {
		await Promise.all([this.sandbox.stop(), this.program.remove()]);
		await rm(this.folder, { recursive: true, force: true });
	}
}

/** A picture that does not compress, so that its upload takes more than one packet. */
function noise(dice: Dice): Uint8Array {
	const data = Uint8Array.from({ length: pictureSide ** 2 * 3 }, () => dice.whole(0, 255));
	return encode({ width: pictureSide, height: pictureSide, channels: 3, depth: 8, data });
}
