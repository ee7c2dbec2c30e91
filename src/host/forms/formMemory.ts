import type * as vscode from 'vscode';
import type { ProviderId } from '../../core/model/account';
import type { Operation } from '../../core/model/request';
import type { Plan } from '../../core/presets/plan';
import { type Service, serviceOf } from '../../core/presets/preset';

/** What was chosen when an operation was last started. */
export interface LastChoice {
	readonly plan: Plan;
	readonly prompt?: string;
}

/** The choice that a preset can be made of. */
export interface LastStarted {
	readonly service: Service;
	readonly operation: Operation;
	readonly plan: Plan;
}

const startedKey = 'form.lastStarted';

/** Last choices, by service and operation, kept with the workspace. */
export class FormMemory {
	constructor(private readonly state: vscode.Memento) {}

	last(provider: ProviderId, operation: Operation): LastChoice | undefined {
		const choice = this.state.get<LastChoice>(keyOf(provider, operation));
		// Another version of Propsmith may have kept something else there.
		return Array.isArray(choice?.plan?.steps) ? choice : undefined;
	}

	lastStarted(): LastStarted | undefined {
		return this.state.get<LastStarted>(startedKey);
	}

	async remember(provider: ProviderId, operation: Operation, choice: LastChoice): Promise<void> {
		await this.state.update(keyOf(provider, operation), choice);
		const { plan } = choice;
		const started: LastStarted = { service: serviceOf(provider), operation, plan };
		await this.state.update(startedKey, started);
	}
}

function keyOf(provider: ProviderId, operation: Operation): string {
	return `form.${serviceOf(provider)}.${operation}`;
}
