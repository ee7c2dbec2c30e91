import { join } from 'node:path';
import { Bank } from '../accounts/bank';
import type { Ledger } from '../accounts/ledger';
import type { Clock } from '../clock';
import { type Upload, Uploads } from '../files/uploads';
import { type MeshyAccount, openMeshyAccount, termsOf } from '../meshy/account';
import { MeshyDesk } from '../meshy/desk';
import { Making } from '../meshy/making';
import { Pace } from '../meshy/pace';
import type { MeshyService } from '../meshy/service';
import type { Task } from '../meshy/task';
import { likelyMeshyVariants } from '../meshy/variants';
import type { SandboxSettings } from '../options';

/** What of the simulated Meshy outlives a restart. */
export interface MeshySnapshot {
	accounts: MeshyAccount[];
	tasks: Task[];
	inputs: Upload[];
}

/** What the simulated Meshy shares with the rest of the sandbox. */
export interface SharedParts {
	clock: Clock;
	ledger: Ledger;
	changed(): void;
}

export function buildMeshy(
	settings: SandboxSettings,
	{ clock, ledger, changed }: SharedParts,
	snapshot: MeshySnapshot | undefined,
): MeshyService {
	const folder = settings.stateDir === undefined ? undefined : join(settings.stateDir, 'meshy-inputs');
	const inputs = new Uploads(folder, snapshot?.inputs);
	const making = new Making(inputs);
	const bank = new Bank(
		{ service: 'meshy', terms: firstTerms(settings), open: openMeshyAccount },
		ledger,
		snapshot?.accounts,
	);
	return {
		bank,
		desk: new MeshyDesk(clock, bank, ({ product }) => making.attempt(product), changed, snapshot?.tasks),
		inputs,
		making,
		pace: new Pace(() => clock.wallMs()),
		variants: likelyMeshyVariants(),
	};
}

export async function resetMeshy(meshy: MeshyService, settings: SandboxSettings): Promise<void> {
	meshy.desk.forgetAll();
	meshy.bank.startAgain(firstTerms(settings));
	meshy.making.forgetAll();
	meshy.pace.forgetAll();
	await meshy.inputs.forgetAll();
	Object.assign(meshy.variants, likelyMeshyVariants());
}

export function meshySnapshotOf({ bank, desk, inputs }: MeshyService): MeshySnapshot {
	return { accounts: bank.accounts(), tasks: desk.all(), inputs: inputs.all() };
}

function firstTerms({ meshyTier, openingCredits }: SandboxSettings) {
	return termsOf(meshyTier, openingCredits);
}
