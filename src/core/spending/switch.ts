import type { Event } from '../base/events';

/** The user's switch “spend nothing”. */
export interface SpendingSwitch {
	/** While it is on, nothing is sent that costs credits. */
	isOn(): boolean;
	readonly onDidChange: Event<void>;
}

export const neverOn: SpendingSwitch = { isOn: () => false, onDidChange: () => ({ dispose() {} }) };
