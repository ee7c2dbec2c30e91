import { Emitter } from '../base/events';
import { ServiceError } from '../model/serviceError';
import { TransportError } from '../network/http';

/** Whether an account's service answers, as its calls show. */
export class Reachability {
	private failing = false;
	private readonly recovered = new Emitter<void>();
	/** Tells that a call was answered after one that was not. */
	readonly onDidRecover = this.recovered.event;

	/** The last call that told anything was not answered. */
	get isFailing(): boolean {
		return this.failing;
	}

	/** Carries out a call, and notes how it went. Rejects as the call does. */
	async observe<T>(call: () => Promise<T>): Promise<T> {
		try {
			const answer = await call();
			const hasRecovered = this.failing;
			this.failing = false;
			if (hasRecovered) this.recovered.fire();
			return answer;
		} catch (error) {
			if (isOutage(error)) this.failing = true;
			throw error;
		}
	}
}

function isOutage(error: unknown): boolean {
	if (error instanceof ServiceError) return error.kind === 'unavailable' || error.kind === 'unclear';
	return error instanceof TransportError;
}
