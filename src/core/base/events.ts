/** Ends a subscription. The same shape as vscode.Disposable, which core does not know. */
export interface Disposable {
	dispose(): void;
}

/** Tells a listener of everything from now on, until the answer is disposed of. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A list of listeners. A listener that throws does not keep the others from hearing. */
export class Emitter<T> {
	private readonly listeners = new Set<(value: T) => void>();

	constructor(private readonly onListenerError: (error: unknown) => void = () => {}) {}

	readonly event: Event<T> = (listener) => {
		this.listeners.add(listener);
		return { dispose: () => this.listeners.delete(listener) };
	};

	fire(value: T): void {
		for (const listener of [...this.listeners]) {
			try {
				listener(value);
			} catch (error) {
				this.onListenerError(error);
			}
		}
	}

	dispose(): void {
		this.listeners.clear();
	}
}
