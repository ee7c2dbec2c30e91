import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openAccount, slotsOf, type Terms } from '../accounts/account';
import { Bank } from '../accounts/bank';
import { Ledger } from '../accounts/ledger';
import { RequestRate } from '../accounts/requestRate';
import { Clock } from '../clock';
import { Dice } from '../dice';
import { Artifacts } from '../files/artifacts';
import { Signer } from '../files/signing';
import { Uploads } from '../files/uploads';
import { likelyHttpVariants } from '../http/variants';
import type { SandboxSettings } from '../options';
import { TaskDesk } from '../tripo/desk';
import { Maker } from '../tripo/making/maker';
import { likelyVariants } from '../tripo/variants';
import type { World } from '../world';
import { buildMeshy, meshySnapshotOf, resetMeshy } from './buildMeshy';
import type { Snapshot, StateFile } from './stateFile';

/** Sets up a sandbox's parts, empty or as they were when the snapshot was taken. */
export function buildWorld(
	settings: SandboxSettings,
	listeningFiles: string,
	snapshot: Snapshot | undefined,
	stateFile: StateFile | undefined,
): World {
	const clock = new Clock(settings.speed, snapshot?.clock);
	const dice = snapshot
		? new Dice(snapshot.seed, snapshot.rolled)
		: new Dice(settings.seed ?? randomBytes(6).readUIntBE(0, 6));
	const ledger = new Ledger(() => clock.wallMs(), snapshot?.entries);
	const bank = new Bank(
		{ service: 'tripo', terms: termsFrom(settings), open: openAccount },
		ledger,
		snapshot?.accounts,
	);
	bank.closed = snapshot?.closed ?? false;
	const folder = settings.stateDir === undefined ? undefined : join(settings.stateDir, 'uploads');
	const uploads = new Uploads(folder, snapshot?.uploads);
	const artifacts = new Artifacts(new Maker(uploads));
	const saved = async (): Promise<void> => stateFile?.save(() => snapshotOf(world));
	const desk = new TaskDesk(
		clock,
		bank,
		(task) => artifacts.finish(task),
		() => void saved(),
		snapshot?.tasks,
	);
	const meshy = buildMeshy(settings, { clock, ledger, changed: () => void saved() }, snapshot?.meshy);
	meshy.bank.closed = bank.closed;
	const world: World = {
		clock,
		dice,
		ledger,
		bank,
		rate: new RequestRate(clock),
		desk,
		uploads,
		artifacts,
		signer: new Signer(clock, settings.linkLifetimeMs),
		variants: likelyVariants(),
		http: likelyHttpVariants(settings),
		meshy,
		filesOrigin: settings.filesOrigin ?? listeningFiles,
		saved,
		log: settings.log,
	};
	return world;
}

/** Back to the start: no accounts, no tasks, no files, first speed and lifetime. Ids go on being new. */
export async function resetWorld(world: World, settings: SandboxSettings): Promise<void> {
	world.desk.forgetAll();
	world.ledger.forgetAll();
	world.bank.startAgain(termsFrom(settings));
	world.rate.forgetAll();
	await resetMeshy(world.meshy, settings);
	world.artifacts.forgetAll();
	await world.uploads.forgetAll();
	world.clock.setSpeed(settings.speed);
	world.clock.skewMs = 0;
	world.signer.lifetimeMs = settings.linkLifetimeMs;
	Object.assign(world.variants, likelyVariants());
	Object.assign(world.http, likelyHttpVariants(settings));
}

function snapshotOf(world: World): Snapshot {
	return {
		version: 2,
		seed: world.dice.seed,
		rolled: world.dice.rolled,
		clock: world.clock.reading(),
		closed: world.bank.closed,
		accounts: world.bank.accounts(),
		entries: world.ledger.entries(),
		tasks: world.desk.all(),
		uploads: world.uploads.all(),
		meshy: meshySnapshotOf(world.meshy),
	};
}

/** The service's own defaults, but for the slots, which can be chosen. Requests count per minute. */
function termsFrom(settings: SandboxSettings): Terms {
	return {
		balance: settings.openingCredits,
		discount: 1,
		slots: slotsOf(settings.tripoSlots),
		rates: { generation: 200, upload: 10 },
	};
}
