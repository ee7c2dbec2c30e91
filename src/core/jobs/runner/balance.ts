import type { Balance, ProviderId } from '../../model/account';
import type { TaskOwner } from '../../model/task';
import { inTime } from '../../network/inTime';
import type { JobContext } from '../steps/context';

/** What an account has, and the key that it was asked with. */
export interface AccountBalance extends Balance, Pick<TaskOwner, 'account'> {}

/** An account's balance, asked for at its pace. Rejects like `Accounts.connect` and `Provider.balance`. */
export async function balanceOf(
	{ accounts }: JobContext,
	provider: ProviderId,
	stopping: AbortSignal,
): Promise<AccountBalance> {
	const { provider: service, account } = await accounts.connect(provider);
	return { ...(await inTime((signal) => service.balance(signal), stopping)), account };
}
