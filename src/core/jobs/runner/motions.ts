import type { ProviderId } from '../../model/account';
import { PropsmithError } from '../../model/errors';
import type { Motion } from '../../model/task';
import { inTime } from '../../network/inTime';
import type { JobContext } from '../steps/context';

/** The library of motions of an account's service. Rejects like `Accounts.connect` and `Provider.motions`. */
export async function motionsOf(
	{ accounts }: JobContext,
	provider: ProviderId,
	stopping: AbortSignal,
): Promise<readonly Motion[]> {
	const { provider: service } = await accounts.connect(provider);
	const motions = service.motions?.bind(service);
	if (!motions)
		throw new PropsmithError('requestInvalid', { detail: `${provider} has no library of motions` });
	return inTime((signal) => motions({}, signal), stopping);
}
