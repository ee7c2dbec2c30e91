import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AccountStore } from './accounts/accountStore';
import { Ledger } from './accounts/ledger';
import { Clock } from './clock';
import type { MeshyService, SandboxContext, TripoService } from './context';
import { LinkSigner } from './files/linkSigner';
import { UploadStore } from './files/uploadStore';
import { httpVariants, likeliest } from './http/httpVariants';
import { MeshyRateLimiter, type MeshyTerms, openMeshyAccount, termsOf } from './meshy/meshyAccount';
import { attemptProduct } from './meshy/meshyProduct';
import { MeshyTaskStore } from './meshy/meshyTask';
import { meshyVariants } from './meshy/meshyVariants';
import { ArtifactCache } from './models/artifactCache';
import { ModelBuilder } from './models/modelBuilder';
import type { SandboxSettings } from './options';
import { SeededRandom } from './seededRandom';
import type { Snapshot, StateFile } from './state/stateFile';
import { openTripoAccount, slotsOf, TripoRateLimiter, type TripoTerms } from './tripo/tripoAccount';
import { finishResult } from './tripo/tripoResult';
import { TripoTaskStore } from './tripo/tripoTask';
import { tripoVariants } from './tripo/tripoVariants';

/** What both services are built from. */
interface Foundation {
	settings: SandboxSettings;
	clock: Clock;
	ledger: Ledger;
	snapshot: Snapshot | undefined;
	changed(): void;
}

/** Sets up a sandbox's parts, empty or as they were when the snapshot was taken. */
export function createContext(
	settings: SandboxSettings,
	listeningFiles: string,
	snapshot: Snapshot | undefined,
	stateFile: StateFile | undefined,
): SandboxContext {
	const clock = new Clock(settings.speed, snapshot?.clock);
	const ledger = new Ledger(() => clock.wallMs(), snapshot?.entries);
	const saved = async (): Promise<void> => stateFile?.save(() => snapshotOf(context));
	const foundation: Foundation = { settings, clock, ledger, snapshot, changed: () => void saved() };
	const context: SandboxContext = {
		clock,
		ledger,
		random: snapshot
			? new SeededRandom(snapshot.seed, snapshot.drawn)
			: new SeededRandom(settings.seed ?? randomBytes(6).readUIntBE(0, 6)),
		signer: new LinkSigner(clock, settings.linkLifetimeMs),
		http: firstHttpVariants(settings),
		filesOrigin: settings.filesOrigin ?? listeningFiles,
		tripo: createTripo(foundation),
		meshy: createMeshy(foundation),
		saved,
		log: settings.log,
	};
	context.tripo.accounts.closed = snapshot?.closed ?? false;
	context.meshy.accounts.closed = snapshot?.closed ?? false;
	return context;
}

function createTripo({ settings, clock, ledger, snapshot, changed }: Foundation): TripoService {
	const uploads = new UploadStore(folderIn(settings, 'uploads'), snapshot?.uploads);
	const artifacts = new ArtifactCache(new ModelBuilder(uploads));
	const options = { service: 'tripo', terms: tripoTerms(settings), open: openTripoAccount } as const;
	const accounts = new AccountStore(options, ledger, snapshot?.accounts);
	return {
		accounts,
		tasks: new TripoTaskStore(
			clock,
			accounts,
			(task) => finishResult(task, artifacts),
			changed,
			snapshot?.tasks,
		),
		uploads,
		artifacts,
		rate: new TripoRateLimiter(clock),
		variants: likeliest(tripoVariants),
	};
}

function createMeshy({ settings, clock, ledger, snapshot, changed }: Foundation): MeshyService {
	const kept = snapshot?.meshy;
	const uploads = new UploadStore(folderIn(settings, 'meshy-inputs'), kept?.inputs);
	const artifacts = new ArtifactCache(new ModelBuilder(uploads));
	const options = { service: 'meshy', terms: meshyTerms(settings), open: openMeshyAccount } as const;
	const accounts = new AccountStore(options, ledger, kept?.accounts);
	const make = ({ product }: { product: Parameters<typeof attemptProduct>[0] }) =>
		attemptProduct(product, artifacts);
	return {
		accounts,
		tasks: new MeshyTaskStore(clock, accounts, make, changed, kept?.tasks),
		uploads,
		artifacts,
		rate: new MeshyRateLimiter(() => clock.wallMs()),
		variants: likeliest(meshyVariants),
	};
}

/** Back to the start: no accounts, no tasks, no files, first speed and lifetime. Ids go on being new. */
export async function resetContext(context: SandboxContext, settings: SandboxSettings): Promise<void> {
	const { clock, ledger, signer, http, tripo, meshy } = context;
	ledger.forgetAll();
	tripo.accounts.startAgain(tripoTerms(settings));
	meshy.accounts.startAgain(meshyTerms(settings));
	for (const { tasks, rate, artifacts, uploads } of [tripo, meshy]) {
		tasks.forgetAll();
		rate.forgetAll();
		artifacts.forgetAll();
		await uploads.forgetAll();
	}
	clock.setSpeed(settings.speed);
	clock.skewMs = 0;
	signer.lifetimeMs = settings.linkLifetimeMs;
	Object.assign(tripo.variants, likeliest(tripoVariants));
	Object.assign(meshy.variants, likeliest(meshyVariants));
	Object.assign(http, firstHttpVariants(settings));
}

function snapshotOf({ random, clock, ledger, tripo, meshy }: SandboxContext): Snapshot {
	return {
		version: 3,
		seed: random.seed,
		drawn: random.drawn,
		clock: clock.reading(),
		closed: tripo.accounts.closed,
		entries: ledger.entries(),
		accounts: tripo.accounts.all(),
		tasks: tripo.tasks.all(),
		uploads: tripo.uploads.all(),
		meshy: { accounts: meshy.accounts.all(), tasks: meshy.tasks.all(), inputs: meshy.uploads.all() },
	};
}

function folderIn({ stateDir }: SandboxSettings, name: string): string | undefined {
	return stateDir === undefined ? undefined : join(stateDir, name);
}

/** The service's own defaults, but for the slots, which can be chosen. Requests count per minute. */
function tripoTerms({ openingCredits, tripoSlots }: SandboxSettings): TripoTerms {
	const rates = { generation: 200, upload: 10 };
	return { balance: openingCredits, discount: 1, slots: slotsOf(tripoSlots), rates };
}

function meshyTerms({ meshyTier, openingCredits }: SandboxSettings): MeshyTerms {
	return termsOf(meshyTier, openingCredits);
}

function firstHttpVariants({ fileAuthorization }: SandboxSettings) {
	return { ...likeliest(httpVariants), fileAuthorization };
}
