import { strict as assert } from 'node:assert';
import type { GenerateRequest, JobInfo } from '../../src/host/api';
import { assertValidGlb } from '../harness/assertValidGlb';
import { ForwardProxy } from '../harness/forwardProxy';
import { strangeService } from '../harness/testCertificates';
import { type HiddenService, openHiddenService } from './support/hiddenService';
import { type PaidAccount, usePaidAccount } from './support/paidAccount';
import { gameFile, jobWhen, made } from './support/propsmith';
import { resetHttp, setHttp } from './support/vscodeNetwork';

const barrel = { operation: 'textToModel', prompt: 'barrel' } as const;

describe('behind a proxy', () => {
	const closing: (() => Promise<void>)[] = [];

	afterEach(async () => {
		for (const close of closing.splice(0).reverse()) await close();
		await resetHttp();
	});

	const proxied = async (...options: Parameters<typeof ForwardProxy.start>): Promise<ForwardProxy> => {
		const proxy = await ForwardProxy.start(...options);
		closing.push(() => proxy.close());
		return proxy;
	};
	const account = async (
		provider: 'tripo' | 'meshy',
		ways: Parameters<typeof openHiddenService>[0],
	): Promise<PaidAccount & { hidden: HiddenService }> => {
		const hidden = await openHiddenService(ways);
		const key = provider === 'tripo' ? 'tsk_editor_proxy_0001' : 'msy_editor_proxy_0001';
		const opened = await usePaidAccount(provider, key, hidden.sandbox, hidden[provider]);
		closing.push(async () => {
			await opened.close();
			await hidden.close();
		});
		return { ...opened, hidden };
	};
	const requests = async ({ control }: PaidAccount): Promise<string[]> => {
		const told = await control<{ requests: { method: string; path: string }[] }>('/requests');
		return told.requests.map(({ method, path }) => `${method} ${path}`);
	};
	/** Waits until the job waits for what hinders it, and answers what it says. */
	const held = async (request: GenerateRequest): Promise<JobInfo> => {
		const job = await made(request);
		assert.equal(job.state, 'blocked');
		return job;
	};
	const ended = ({ id }: JobInfo): Promise<JobInfo> => jobWhen(id, ({ state }) => state === 'done');

	for (const tls of [true, false])
		it(`makes a model of a picture with the API ${tls ? 'in a tunnel' : 'in clear'}: upload, calls, download`, async () => {
			const proxy = await proxied();
			await setHttp('proxy', proxy.url);
			const { hidden } = await account('tripo', { tls });
			const images = [gameFile('art', 'barrel.png')];
			const job = await made({ operation: 'imageToModel', images, output: gameFile(`proxy-${tls}`) });
			assert.equal(job.error?.message, undefined);
			await assertValidGlb(job.files[0]?.fsPath ?? '');
			const hosts = new Set(proxy.asked.map((one) => /([a-z]+\.test):\d+/.exec(one)?.[1]));
			assert.deepEqual([...hosts].sort(), ['files.test', 'tripo.test']);
			const api = proxy.asked.filter((one) => one.includes(new URL(hidden.tripo).host));
			assert.ok(api.every((one) => one.startsWith('CONNECT ') === tls));
		});

	it('follows a task by Meshy’s event stream', async () => {
		const proxy = await proxied();
		await setHttp('proxy', proxy.url);
		const opened = await account('meshy', { tls: true });
		const job = await made({ ...barrel, provider: 'meshy', output: gameFile('proxy-meshy') });
		assert.equal(job.error?.message, undefined);
		await assertValidGlb(job.files[0]?.fsPath ?? '');
		assert.ok((await requests(opened)).some((one) => /^GET .*\/stream$/.test(one)));
	});

	it('takes the proxy of the environment', async () => {
		await account('tripo', { tls: true });
		const job = await made({ ...barrel, output: gameFile('proxy-environment') });
		assert.equal(job.error?.message, undefined);
		assert.equal(job.state, 'done');
	});

	it('keeps jobs while the proxy asks for a password, says so, and goes on with it', async () => {
		const proxy = await proxied({ credentials: 'me:secret' });
		await setHttp('proxy', proxy.url);
		const opened = await account('tripo', { tls: true });
		const job = await held({ ...barrel, output: gameFile('proxy-password') });
		assert.equal(job.error?.code, 'proxyNeedsPassword');
		assert.match(job.error?.message ?? '', /asks for a password.*nothing was sent.*No credits.*http\.proxy/s);
		assert.deepEqual(await requests(opened), []);
		// What the message says is enough.
		await setHttp('proxy', proxy.url.replace('//', '//me:secret@'));
		assert.equal((await ended(job)).state, 'done');
	});

	it('keeps jobs while the proxy is down, and goes on by itself', async () => {
		const proxy = await proxied();
		const { port, url } = proxy;
		await proxy.close();
		await setHttp('proxy', url);
		const opened = await account('tripo', { tls: true });
		const job = await held({ ...barrel, output: gameFile('proxy-down') });
		assert.equal(job.error?.code, 'proxyRefused');
		assert.match(job.error?.message ?? '', /to the proxy, the connection was refused.*No credits/s);
		assert.deepEqual(await requests(opened), []);
		await proxied({ port });
		assert.equal((await ended(job)).state, 'done');
	});

	it('keeps jobs while nobody vouches for the service, until http.proxyStrictSSL is off', async () => {
		const proxy = await proxied();
		await setHttp('proxy', proxy.url);
		const opened = await account('tripo', { tls: true, identity: strangeService });
		const job = await held({ ...barrel, output: gameFile('proxy-strange') });
		assert.equal(job.error?.code, 'certificateRejected');
		assert.match(
			job.error?.message ?? '',
			/certificate is not trusted.*nothing was sent|nothing was sent.*certificate/s,
		);
		assert.deepEqual(await requests(opened), []);
		await setHttp('proxyStrictSSL', false);
		assert.equal((await ended(job)).state, 'done');
	});
});
