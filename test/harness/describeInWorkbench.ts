import { after, afterEach, before, describe } from 'mocha';
import { openUiSession, type UiSession, type UiSessionOptions } from './uiSession';

/**
 * A mocha suite whose tests share one workbench, opened before the first and closed after the last.
 * `define` gets a function that returns the session; a test that fails leaves a screenshot of its name.
 */
export function describeInWorkbench(
	title: string,
	options: UiSessionOptions | (() => Promise<UiSessionOptions>),
	define: (session: () => UiSession) => void,
): void {
	describe(title, () => {
		let session: UiSession | undefined;

		before(async () => {
			session = await openUiSession(typeof options === 'function' ? await options() : options);
		});

		afterEach(async function () {
			if (this.currentTest?.state === 'failed') {
				const name = `failed ${this.currentTest.fullTitle()}`.replace(/[^a-z0-9]+/gi, '-');
				console.log(`      see ${await session?.workbench.screenshot(name)}`);
			}
		});

		after(() => session?.close());

		define(() => {
			if (!session) {
				throw new Error('The session is there only while a test runs');
			}
			return session;
		});
	});
}
