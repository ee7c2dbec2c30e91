import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { openPortFront } from '../../harness/portFront';
import { testService } from '../../harness/testCertificates';

/** A sandbox under names that only a proxy knows, in clear or behind TLS. */
export interface HiddenService {
	readonly sandbox: Sandbox;
	readonly tripo: string;
	readonly meshy: string;
	/** Closes the ways to the sandbox; it itself is closed with the account that uses it. */
	close(): Promise<void>;
}

interface Ways {
	/** Whether the API is behind TLS; files are in any case. */
	readonly tls: boolean;
	/** The certificate in front of the API, unless it is the one that tests trust. */
	readonly identity?: { key: string; cert: string };
}

/** Under `tripo.test`, `meshy.test` and, for its files, `files.test`. */
export async function openHiddenService({ tls, identity = testService }: Ways): Promise<HiddenService> {
	const [api, files] = await Promise.all([
		openPortFront(tls ? identity : undefined),
		openPortFront(testService),
	]);
	const sandbox = await startSandbox({ speed: 100, filesOrigin: `https://files.test:${files.port}` });
	const portOf = (url: string): number => Number(new URL(url).port);
	api.leadsTo(portOf(sandbox.tripo));
	files.leadsTo(portOf(sandbox.files));
	const scheme = tls ? 'https' : 'http';
	return {
		sandbox,
		tripo: `${scheme}://tripo.test:${api.port}/v3`,
		meshy: `${scheme}://meshy.test:${api.port}`,
		close: async () => {
			await Promise.all([api.close(), files.close()]);
		},
	};
}
