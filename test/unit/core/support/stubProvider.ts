import type { Provider } from '../../../../src/core/providers/provider';

/** A service that answers these calls alone; any other fails its test. */
export function stubProvider(answered: Partial<Provider> = {}): Provider {
	const notExpected = (call: string) => () => Promise.reject(new Error(`nobody should call ${call}`));
	return {
		upload: notExpected('upload'),
		submit: notExpected('submit'),
		task: notExpected('task'),
		balance: notExpected('balance'),
		recentTasks: notExpected('recentTasks'),
		...answered,
	};
}
