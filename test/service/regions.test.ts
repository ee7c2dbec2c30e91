import assert from 'node:assert/strict';
import { systemClock } from '../../src/core/base/clock';
import type { Http } from '../../src/core/network/http';
import { nodeHttp } from '../../src/core/network/nodeHttp';
import { TripoClient } from '../../src/core/providers/tripo/client';
import { Regions, tripoRegions } from '../../src/core/providers/tripo/regions';
import { RecordingLog } from '../unit/core/support/recordingLog';
import { SandboxUnderTest } from './sandboxUnderTest';

const key = 'tsk_regions_0001';
const account = 'digest01';

describe('The region of a Tripo key', () => {
	const socket = nodeHttp();
	let international: SandboxUnderTest;
	let china: SandboxUnderTest;
	let remembered: Map<string, string>;
	let regions: Regions;

	beforeEach(async () => {
		international = await SandboxUnderTest.start({});
		china = await SandboxUnderTest.start({});
		remembered = new Map();
		regions = opened();
	});
	afterEach(async () => {
		await international.close();
		await china.close();
	});
	after(() => socket.close());

	/** The two hosts are two sandboxes here. */
	const http: Http = (request) =>
		socket({
			...request,
			url: request.url
				.replace(tripoRegions.international, international.tripo)
				.replace(tripoRegions.china, china.tripo),
		});

	function opened(): Regions {
		const memory = {
			get: (one: string) => remembered.get(one),
			set: async (one: string, baseUrl: string) => void remembered.set(one, baseUrl),
		};
		return new Regions(memory, (baseUrl, asKey) => {
			const log = new RecordingLog();
			const parts = { http, clock: systemClock, random: Math.random, log, userAgent: 'propsmith-test' };
			return new TripoClient({ ...parts, baseUrl, key: asKey }).balance(new AbortController().signal);
		});
	}

	async function refuses(
		sandbox: SandboxUnderTest,
		action: unknown = { type: 'status', status: 401 },
	): Promise<void> {
		await sandbox.control('/faults', [{ path: '/account/balance', times: 'always', action }]);
	}

	async function asked(): Promise<number[]> {
		return Promise.all([international, china].map(async (one) => (await one.requests()).length));
	}

	it('is the international one where that takes the key; the other is not asked', async () => {
		assert.equal(await regions.of(account, key), tripoRegions.international);
		assert.deepEqual(await asked(), [1, 0]);
	});

	it('is the Chinese one where only that takes it', async () => {
		await refuses(international);
		assert.equal(await regions.of(account, key), tripoRegions.china);
		assert.deepEqual(await asked(), [1, 1]);
	});

	it('is found out once, whoever asks, and remembered over restarts', async () => {
		await refuses(international);
		const answers = await Promise.all([1, 2, 3].map(() => regions.of(account, key)));
		assert.deepEqual(new Set(answers), new Set([tripoRegions.china]));
		assert.equal(await opened().of(account, key), tripoRegions.china);
		assert.deepEqual(await asked(), [1, 1]);
		assert.equal(regions.known(account), tripoRegions.china);
		assert.equal(regions.known('another'), undefined);
	});

	it('is none where neither takes it, which is asked again when the key may have become good', async () => {
		await refuses(international);
		await refuses(china);
		await assert.rejects(regions.of(account, key), (error: { code: string; message: string }) => {
			assert.equal(error.code, 'keyRejected');
			assert.match(error.message, /not by tripo3d\.ai, nor by tripo3d\.com/);
			return true;
		});
		assert.deepEqual([...remembered], []);
		await china.control('/faults', [], 'DELETE');
		assert.equal(await regions.of(account, key), tripoRegions.china);
	});

	it('stays open while a region cannot be asked that may be the one', async () => {
		await international.close();
		await refuses(china);
		await assert.rejects(regions.of(account, key), { name: 'TransportError' });
		assert.deepEqual([...remembered], []);
		international = await SandboxUnderTest.start({});
		assert.equal(await regions.of(account, key), tripoRegions.international);
	});

	it('is told of as far as it is known: refused by one, while the other cannot be asked', async () => {
		await refuses(international);
		await china.close();
		await assert.rejects(regions.of(account, key), /not by tripo3d\.ai, and tripo3d\.com could not be asked/);
		china = await SandboxUnderTest.start({});
		assert.equal(await regions.of(account, key), tripoRegions.china);
	});

	it('is found where the other one cannot be reached', async () => {
		await international.close();
		assert.equal(await regions.of(account, key), tripoRegions.china);
		international = await SandboxUnderTest.start({});
	});

	it('forgets an address that is no region', async () => {
		remembered.set(account, 'https://elsewhere.test/v3');
		assert.equal(regions.known(account), undefined);
		assert.equal(await regions.of(account, key), tripoRegions.international);
	});
});
