import { strict as assert } from 'node:assert';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HttpRequest, TransportError } from '../../src/core/network/http';
import { nodeHttp } from '../../src/core/network/nodeHttp';
import { ForwardProxy } from '../harness/forwardProxy';
import { openPortFront, type PortFront } from '../harness/portFront';
import { strangeService, testService } from '../harness/testCertificates';
import { resetHttp, setHttp, trustTestAuthority } from './support/vscodeNetwork';

/** The paid kind of request, whose fate must be known. */
const paid = { method: 'POST', body: '{}', timeoutMs: 60_000, freshConnection: true } as const;

describe('the HTTP port in VS Code', () => {
	const http = nodeHttp();
	let server: Server;
	let front: PortFront;
	let strange: PortFront;
	let proxy: ForwardProxy;
	/** The same service in clear and behind TLS, by a name that only proxies know. */
	let ways: string[];
	let secure: string;

	before(async () => {
		trustTestAuthority();
		server = createServer((request, response) => {
			request.resume().on('end', () => response.end('ok'));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		[front, strange] = await Promise.all([openPortFront(testService), openPortFront(strangeService)]);
		front.leadsTo(port);
		strange.leadsTo(port);
		secure = `https://tripo.test:${front.port}/v3`;
		ways = [`http://tripo.test:${port}/v3`, secure];
	});
	beforeEach(async () => {
		proxy = await ForwardProxy.start();
		await setHttp('proxy', proxy.url);
	});
	afterEach(async () => {
		await resetHttp();
		await proxy.close();
	});
	after(async () => {
		http.close();
		await Promise.all([front.close(), strange.close()]);
		server.closeAllConnections();
		server.close();
	});

	const text = async (url: string, more: Partial<HttpRequest> = {}): Promise<string> =>
		(await http({ ...paid, url, ...more })).text();
	/** Whether the request left, and why it failed; or what was answered. */
	const fate = async (url: string, more: Partial<HttpRequest> = {}): Promise<string> => {
		try {
			return await text(url, more);
		} catch (error) {
			assert.ok(error instanceof TransportError, String(error));
			return `${error.sent} ${error.code}`;
		}
	};
	const fates = async (): Promise<string[]> => [await fate(ways[0] ?? ''), await fate(secure)];

	it('goes through http.proxy, in clear and by CONNECT', async () => {
		assert.deepEqual(await fates(), ['ok', 'ok']);
		assert.deepEqual(proxy.asked, [`POST ${ways[0]}`, `CONNECT ${new URL(secure).host}`]);
	});

	it('goes through the proxy of the environment', async () => {
		await setHttp('proxy', undefined);
		assert.deepEqual(await fates(), ['ok', 'ok']);
		assert.deepEqual(proxy.asked, []);
	});

	it('passes the proxy by for the names in http.noProxy', async () => {
		await setHttp('noProxy', ['tripo.test']);
		for (const one of await fates()) assert.match(one, /^no (ENOTFOUND|EAI_AGAIN)$/);
		assert.deepEqual(proxy.asked, []);
	});

	for (const support of ['on', 'fallback', 'override'])
		it(`takes the proxy while http.proxySupport is ${support}`, async () => {
			await setHttp('proxySupport', support);
			assert.deepEqual(await fates(), ['ok', 'ok']);
			assert.equal(proxy.asked.length, 2);
		});

	it('takes none while http.proxySupport is off', async () => {
		await setHttp('proxySupport', 'off');
		for (const one of await fates()) assert.match(one, /^no (ENOTFOUND|EAI_AGAIN)$/);
		assert.deepEqual(proxy.asked, []);
	});

	for (const key of ['systemCertificates', 'experimental.systemCertificatesV2'])
		it(`trusts whom VS Code trusts, whichever way http.${key} has it`, async () => {
			try {
				await setHttp(key, key !== 'systemCertificates');
				assert.equal(await fate(secure), 'ok');
			} finally {
				await setHttp(key, undefined);
			}
		});

	it('no: the certificate behind the proxy is strange; unless VS Code is told not to look', async () => {
		const url = `https://tripo.test:${strange.port}/v3`;
		assert.equal(await fate(url), 'no DEPTH_ZERO_SELF_SIGNED_CERT');
		const lenient = nodeHttp({ strictTls: () => false });
		assert.equal(await (await lenient({ ...paid, url })).text(), 'ok');
		lenient.close();
	});

	it('no: the proxy is down', async () => {
		await proxy.close();
		assert.deepEqual(await fates(), ['no PROXY_ECONNREFUSED', 'no PROXY_ECONNREFUSED']);
	});

	for (const status of [403, 502, 503])
		it(`no: the proxy answers ${status} to CONNECT`, async () => {
			proxy.refuses = status;
			assert.equal(await fate(secure), `no PROXY_STATUS_${status}`);
		});

	it('no: the proxy hangs up on CONNECT', async () => {
		proxy.refuses = 'hangUp';
		assert.match(await fate(secure), /^no PROXY_/);
	});

	it('no: the proxy asks for a password; and it is taken from the URL', async () => {
		const asking = await ForwardProxy.start({ credentials: 'me:s/cret' });
		try {
			await setHttp('proxy', asking.url);
			assert.deepEqual(await fates(), ['no PROXY_PASSWORD', 'no PROXY_PASSWORD']);
			await setHttp('proxy', asking.url.replace('//', '//me:wrong@'));
			assert.deepEqual(await fates(), ['no PROXY_PASSWORD', 'no PROXY_PASSWORD']);
			await setHttp('proxy', asking.url.replace('//', '//me:s%2Fcret@'));
			assert.deepEqual(await fates(), ['ok', 'ok']);
		} finally {
			await asking.close();
		}
	});

	it('maybe: the tunnel breaks after the request left', async () => {
		proxy.cutTunnelAfter = 20_000;
		assert.match(await fate(secure, { body: 'x'.repeat(60_000) }), /^maybe (ECONNRESET|EPIPE)$/);
	});

	it('leaves a gateway’s answer to a request in clear as it is', async () => {
		const gone = await openPortFront();
		await gone.close();
		const { status } = await http({ ...paid, url: `http://tripo.test:${gone.port}/` });
		assert.equal(status, 502);
	});

	it('has a fresh connection where one is kept', async () => {
		const ports: (number | undefined)[] = [];
		const note = (request: { socket: { remotePort?: number | undefined } }): void => {
			ports.push(request.socket.remotePort);
		};
		server.on('request', note);
		const direct = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
		for (const freshConnection of [false, false, true, true]) await text(direct, { freshConnection });
		server.off('request', note);
		const [first, second, ...fresh] = ports;
		assert.equal(first, second);
		assert.equal(new Set([first, ...fresh]).size, 3);
	});
});
