import { Engine, type EngineOptions } from '../../../src/core/jobs/runner/engine';
import type { ParametersOf, ResultOf, Verb } from '../../../src/core/jobs/runner/verbs';

/** The engine, which tells what it is about. */
export class WatchedEngine extends Engine {
	private calls = 0;

	constructor(
		options: EngineOptions,
		private readonly started: () => void,
	) {
		super(options);
	}

	get inCall(): boolean {
		return this.calls > 0;
	}

	override async start(): Promise<void> {
		await super.start();
		this.started();
	}

	override async call<V extends Verb>(verb: V, ...parameters: ParametersOf<V>): Promise<ResultOf<V>> {
		if (verb !== 'add') return super.call(verb, ...parameters);
		this.calls++;
		try {
			return await super.call(verb, ...parameters);
		} finally {
			this.calls--;
		}
	}
}
