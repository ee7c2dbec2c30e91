import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encode } from 'fast-png';
import { bundleProgram, type Program } from '../../harness/bundleProgram';
import { type SandboxProcess, startSandbox } from '../../harness/sandboxProcess';
import { pictureNames } from '../window/wish';

/** Simulated seconds of the service's work in a real one: a task outlives its window's death and the next one's start. */
const speed = 25;
/** Noise does not compress: the model that carries the large one has a block that is flushed on the way. */
const pictureSides = { front: 620, left: 100 } as const;

/** What all runs share: one service, one program, the same pictures. */
export class World {
	private constructor(
		readonly sandbox: SandboxProcess,
		readonly program: Program,
		/** Holds the pictures and the runs' folders. */
		readonly folder: string,
	) {}

	static async open(): Promise<World> {
		const folder = await mkdtemp(path.join(tmpdir(), 'propsmith-crash-'));
		const [sandbox, program] = await Promise.all([
			startSandbox(['--speed', String(speed), '--seed', '7']),
			bundleProgram('test/crash/window/main.ts'),
		]);
		for (const view of ['front', 'left'] as const)
			await writeFile(path.join(folder, pictureNames[view]), noise(pictureSides[view]));
		return new World(sandbox, program, folder);
	}

	async close(): Promise<void> {
		await Promise.all([this.sandbox.stop(), this.program.remove()]);
		await rm(this.folder, { recursive: true, force: true });
	}
}

function noise(side: number): Uint8Array {
	const data = new Uint8Array(randomBytes(side * side * 3));
	return encode({ width: side, height: side, channels: 3, depth: 8, data });
}
