import type { AccountStore } from './accounts/accountStore';
import type { Ledger } from './accounts/ledger';
import type { Clock } from './clock';
import type { LinkSigner } from './files/linkSigner';
import type { UploadStore } from './files/uploadStore';
import type { HttpVariants } from './http/httpVariants';
import type { MeshyAccount, MeshyRateLimiter, MeshyTerms } from './meshy/meshyAccount';
import type { MeshyTaskStore } from './meshy/meshyTask';
import type { MeshyVariants } from './meshy/meshyVariants';
import type { ArtifactCache } from './models/artifactCache';
import type { SeededRandom } from './seededRandom';
import type { TripoAccount, TripoRateLimiter, TripoTerms } from './tripo/tripoAccount';
import type { TripoTaskStore } from './tripo/tripoTask';
import type { TripoVariants } from './tripo/tripoVariants';

/** The parts of one running sandbox that both services share, and each service's own. */
export interface SandboxContext {
	clock: Clock;
	random: SeededRandom;
	/** The movements of credits at both services. */
	ledger: Ledger;
	signer: LinkSigner;
	/** Of the hosts of both services. */
	http: HttpVariants;
	/** `http://127.0.0.1:<port>` of the file host, or what it is called by those who reach it by another name. */
	filesOrigin: string;
	tripo: TripoService;
	meshy: MeshyService;
	/** Settles when everything so far is on disk; at once without a state folder. */
	saved(): Promise<void>;
	log(line: string): void;
}

/** The files that clients sent to a service, and those that it makes. */
interface ServiceFiles {
	uploads: UploadStore;
	artifacts: ArtifactCache;
}

export interface TripoService extends ServiceFiles {
	accounts: AccountStore<TripoAccount, TripoTerms>;
	tasks: TripoTaskStore;
	rate: TripoRateLimiter;
	variants: TripoVariants;
}

export interface MeshyService extends ServiceFiles {
	accounts: AccountStore<MeshyAccount, MeshyTerms>;
	tasks: MeshyTaskStore;
	rate: MeshyRateLimiter;
	variants: MeshyVariants;
}
