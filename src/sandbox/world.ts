import type { Account, Terms } from './accounts/account';
import type { Bank } from './accounts/bank';
import type { Ledger } from './accounts/ledger';
import type { RequestRate } from './accounts/requestRate';
import type { Clock } from './clock';
import type { Dice } from './dice';
import type { Artifacts } from './files/artifacts';
import type { Signer } from './files/signing';
import type { Uploads } from './files/uploads';
import type { HttpVariants } from './http/variants';
import type { MeshyService } from './meshy/service';
import type { TaskDesk } from './tripo/desk';
import type { Variants } from './tripo/variants';

/** The parts that make up one running sandbox, handed to whatever answers requests. What is not said to be shared is Tripo's. */
export interface World {
	clock: Clock;
	dice: Dice;
	/** The movements of credits at both services. */
	ledger: Ledger;
	bank: Bank<Account, Terms>;
	rate: RequestRate;
	desk: TaskDesk;
	uploads: Uploads;
	artifacts: Artifacts;
	signer: Signer;
	variants: Variants;
	/** Of the hosts of both services. */
	http: HttpVariants;
	meshy: MeshyService;
	/** `http://127.0.0.1:<port>` of the file host, or what it is called by those who reach it by another name. */
	filesOrigin: string;
	/** Settles when everything so far is on disk; at once without a state folder. */
	saved(): Promise<void>;
	log(line: string): void;
}
