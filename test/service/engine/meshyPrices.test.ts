import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../src/core/base/clock';
import { draftJob } from '../../../src/core/jobs/drafts/draft';
import type { JobDraft } from '../../../src/core/model/jobDraft';
import type { JobRequest, Operation, OptionValue, RequestOptions } from '../../../src/core/model/request';
import { nodeHttp } from '../../../src/core/network/nodeHttp';
import type { OperationSpec, ParameterSpec } from '../../../src/core/providers/catalogue/operationSpec';
import { meshyCatalogue } from '../../../src/core/providers/meshy/catalogue/catalogue';
import { MeshyClient } from '../../../src/core/providers/meshy/client';
import { eventually } from '../../harness/eventually';
import { RecordingLog } from '../../unit/core/support/recordingLog';
import { pricedOptions, product } from '../catalogue/combinations';
import { SandboxUnderTest } from '../sandboxUnderTest';

const key = 'msy_prices_0001';
const picture = join(__dirname, '..', '..', 'fixtures', 'sample-game', 'art', 'barrel.png');
/** Stands for the id of a task that made a motion. */
const theMotion = 'the-motion';
const manyCredits = 1_000_000;
/** Most of what is thrown together at random is not allowed. */
const triesOfOneValue = 60;

/** 0 ≤ n < 1, the same sequence each time (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Values worth trying; undefined leaves it open. */
function valuesOf(known: ParameterSpec): readonly (OptionValue | undefined)[] {
	switch (known.type) {
		case 'boolean':
			return [undefined, true, false];
		case 'enum':
			return [undefined, ...known.values];
		case 'integer':
		case 'number':
			// The library of motions ends before the numbers that the catalogue allows.
			if (known.name === 'action_id') return [undefined, -2, 0, 696];
			return [undefined, ...known.ranges.flatMap(({ min, max }) => [min, max])];
		case 'list':
			if (known.of === 'integer') return [undefined, [0], [1, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]];
			// The sandbox cannot write Blender's files.
			return [undefined, ['glb'], ['fbx', 'glb'], known.values?.filter((value) => value !== 'blend')];
		case 'picture':
			return [undefined, picture];
		case 'pictures':
			return [undefined, [picture], [picture, picture, picture, picture]];
		case 'task':
			return [undefined, theMotion];
		default:
			return [undefined];
	}
}

/**
 * Every combination of what the price depends on, each a group of its own; then a group for every value of every other
 * option, thrown together with the rest at random.
 */
function combinations(spec: OperationSpec, random: () => number): RequestOptions[][] {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const priced = pricedOptions(spec);
	const others = spec.parameters.filter(({ name }) => !priced.has(name));
	const bare = product([
		...(spec.models
			? [[spec.models.option, [undefined, ...spec.models.list.map(({ id }) => id)]] as const]
			: []),
		...spec.parameters
			.filter(({ name }) => priced.has(name))
			.map((one) => [one.name, valuesOf(one)] as const),
	]);
	const mixture = (): RequestOptions => {
		const options: Record<string, OptionValue> = { ...pick(bare) };
		for (const known of others) {
			const value = pick(valuesOf(known));
			if (value !== undefined && random() < 0.3) options[known.name] = value;
		}
		return options;
	};
	const groups = others.flatMap((known) =>
		valuesOf(known).map((value) =>
			Array.from({ length: triesOfOneValue }, () =>
				value === undefined ? mixture() : { ...mixture(), [known.name]: value },
			),
		),
	);
	return [...bare.map((options) => [options]), ...groups];
}

describe('Estimates at Meshy are what the sandbox charges', () => {
	const random = seeded(20261122);
	const http = nodeHttp();
	let sandbox: SandboxUnderTest;
	let client: MeshyClient;
	/** Tasks that others go on from. */
	const sources = new Map<Operation, string>();
	let motion = '';

	// One for each operation: a sandbox does not keep thousands of tasks.
	beforeEach(async () => {
		sandbox = await SandboxUnderTest.start({ speed: 400 });
		const account = { key, balance: manyCredits, slots: 100_000, requestsPerSecond: 1_000_000 };
		await sandbox.control('/accounts', account);
		const log = new RecordingLog();
		const parts = { http, clock: systemClock, random: Math.random, log, userAgent: 'propsmith-test' };
		client = new MeshyClient({ ...parts, baseUrl: sandbox.meshy, key });
	});
	afterEach(() => sandbox.close());
	after(() => http.close());

	/** Makes what an operation goes on from, and stops the clock: a task is charged when it is taken. */
	async function prepare({ inputs }: OperationSpec): Promise<void> {
		sources.clear();
		const chain = inputs.source?.required ? chainTo(inputs.source.from) : [];
		for (const [index, operation] of chain.entries()) {
			const id = sources.get(chain[index - 1] ?? operation);
			const prompt = operation === 'textToModel' ? { prompt: 'a robot knight' } : {};
			const source = id === undefined ? {} : { source: { kind: 'task', id } as const };
			const options = operation === 'textToModel' ? { target_polycount: 3000 } : {};
			const made = await submit(draft({ operation, options, ...prompt, ...source }));
			sources.set(operation, made);
			await eventually(`${operation} to end`, async () => {
				const task = { id: made, operation };
				return (await client.task(task, new AbortController().signal)).status === 'success';
			});
		}
		motion = await submit(draft({ operation: 'textToMotion', prompt: 'bows', options: {} }));
		await eventually('the motion to end', async () => {
			const task = { id: motion, operation: 'textToMotion' } as const;
			return (await client.task(task, new AbortController().signal)).status === 'success';
		});
		await sandbox.control('/clock', { speed: 0 });
	}

	/** A preview, painted where that is taken, rigged where that is wanted. */
	function chainTo(from: readonly Operation[]): readonly Operation[] {
		if (from.includes('rig')) return ['textToModel', 'refine', 'rig'];
		return from.includes('refine') ? ['textToModel', 'refine'] : ['textToModel'];
	}

	function draft(request: JobRequest): JobDraft {
		return draftJob({ provider: 'meshy', request, destination: { folder: '/out', name: 'x' } });
	}

	async function submit({ request }: JobDraft): Promise<string> {
		const tokens = new Map([[picture, await client.upload(await readFile(picture))]]);
		const { source } = request;
		return client.submit(
			{
				request,
				tokens,
				taskIds: new Map([[theMotion, motion]]),
				...(source?.kind === 'task' ? { sourceTaskId: source.id } : {}),
			},
			new AbortController().signal,
		);
	}

	/** Inputs of an operation that are in order. */
	function inputsOf({ inputs }: OperationSpec): Partial<JobRequest> {
		const id = [...sources.values()].at(-1);
		const byWords = inputs.prompt?.required || inputs.exclusive?.of.includes('prompt');
		const byPictures = inputs.images && !inputs.exclusive?.of.includes('prompt');
		return {
			...(byWords ? { prompt: 'a robot knight' } : {}),
			...(byPictures ? { images: [picture] } : {}),
			...(id === undefined ? {} : { source: { kind: 'task', id } }),
		};
	}

	/** Drafts of what the catalogue allows, two of each group, none twice. */
	function drafts(operation: Operation, spec: OperationSpec): JobDraft[] {
		const allowed = (options: RequestOptions): JobDraft[] => {
			try {
				return [draft({ operation, options, ...inputsOf(spec) })];
			} catch {
				return [];
			}
		};
		const all = combinations(spec, random).flatMap((group) => group.flatMap(allowed).slice(0, 2));
		return [...new Map(all.map((one) => [JSON.stringify(one.request), one])).values()];
	}

	for (const [name, spec] of Object.entries(meshyCatalogue.operations)) {
		const operation = name as Operation;
		it(operation, async () => {
			await prepare(spec);
			const estimates = new Map<string, JobDraft>();
			for (const one of drafts(operation, spec)) estimates.set(await submit(one), one);
			const { entries } = await sandbox.ledger();
			const charges = entries.filter(({ kind, taskId }) => kind === 'charge' && estimates.has(taskId));
			assert.equal(charges.length, estimates.size, 'each was taken, and charged once');
			const wrong = charges.flatMap(({ taskId, credits }) => {
				const { request, estimate } = estimates.get(taskId) ?? {};
				return credits === estimate
					? []
					: [`${JSON.stringify(request?.options)}: ${estimate}, but ${credits}`];
			});
			assert.deepEqual(wrong, []);
			const tried = JSON.stringify([...estimates.values()].map(({ request }) => request.options));
			for (const { id } of spec.models?.list ?? [])
				assert.ok(tried.includes(`"${id}"`), `${id} was not tried`);
			for (const known of spec.parameters)
				for (const value of valuesOf(known)) {
					const pair = `"${known.name}":${JSON.stringify(value)}`;
					assert.ok(value === undefined || tried.includes(pair), `${pair} was not tried`);
				}
		});
	}
});
