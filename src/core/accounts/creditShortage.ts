import type { JobError } from '../model/errors';
import { inTime } from '../network/inTime';
import type { Provider } from '../providers/provider';

/**
 * What a want of credits looks like in figures, as “balance: 3 of 20 needed”. The balance is asked for, which is free;
 * where it cannot be had, the error stays as the service told it.
 */
export async function withBalance(
	error: JobError,
	estimate: number | undefined,
	provider: Pick<Provider, 'balance'>,
	stopping: AbortSignal,
): Promise<JobError> {
	if (error.code !== 'creditsExhausted') return error;
	const balance = await inTime((signal) => provider.balance(signal), stopping).catch(() => undefined);
	if (!balance) return error;
	return shortOf(estimate, { ...error, balance: balance.available });
}

/** The same want of credits, as it is for a job of another price. */
export function shortOf(estimate: number | undefined, error: JobError): JobError {
	if (error.balance === undefined) return error;
	const needed = estimate === undefined ? '' : ` of ${estimate} needed`;
	return { ...error, detail: `balance: ${error.balance}${needed}` };
}
