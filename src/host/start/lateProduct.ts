import type * as vscode from 'vscode';
import type { Product, Shell } from '../product';
import type { Lifetime } from './lifetime';

/** Everything behind the start: loaded once, when it is first needed. */
export class LateProduct {
	private loading: Promise<Product> | undefined;
	private loaded: Product | undefined;

	constructor(
		private readonly context: vscode.ExtensionContext,
		private readonly lifetime: Lifetime,
		private readonly shell: Shell,
		/** Called once, before anybody gets it. */
		private readonly onDidLoad: (product: Product) => void,
	) {}

	/** Undefined until it is loaded. */
	get now(): Product | undefined {
		return this.loaded;
	}

	load(): Promise<Product> {
		this.loading ??= this.compose().catch((error: unknown) => {
			// Whoever comes next tries again.
			this.loading = undefined;
			throw error;
		});
		return this.loading;
	}

	private async compose(): Promise<Product> {
		const { compose } = await (await import('../load')).load();
		this.loaded = await compose(this.context, this.lifetime, this.shell);
		this.onDidLoad(this.loaded);
		return this.loaded;
	}
}
