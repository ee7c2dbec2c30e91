import { PropsmithError } from '../errors';
import type { Motion, ProviderId } from '../providers/provider';
import type { JobContext } from './context';

/** Somebody waits for it in a form. */
const patienceMs = 10_000;

/** The library of motions of an account's service. Rejects like `Accounts.connect` and `Provider.motions`. */
export async function motionsOf(
	{ accounts }: JobContext,
	provider: ProviderId,
	stopping: AbortSignal,
): Promise<readonly Motion[]> {
	const { provider: service } = await accounts.connect(provider);
	if (!service.motions)
		throw new PropsmithError('requestInvalid', { detail: `${provider} has no library of motions` });
	const patience = AbortSignal.timeout(patienceMs);
	return service.motions({}, AbortSignal.any([stopping, patience])).catch((error: unknown) => {
		if (!patience.aborted) throw error;
		throw new PropsmithError('serviceDown', { detail: 'no answer in time', cause: error });
	});
}
