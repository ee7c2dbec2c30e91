import type { Bank } from '../accounts/bank';
import type { Uploads } from '../files/uploads';
import type { MeshyAccount, MeshyTerms } from './account';
import type { MeshyDesk } from './desk';
import type { Making } from './making';
import type { Pace } from './pace';
import type { MeshyVariants } from './variants';

/** The parts of the simulated Meshy that it does not share with anybody. */
export interface MeshyService {
	bank: Bank<MeshyAccount, MeshyTerms>;
	desk: MeshyDesk;
	/** Pictures and models that came inside requests. */
	inputs: Uploads;
	making: Making;
	pace: Pace;
	variants: MeshyVariants;
}
