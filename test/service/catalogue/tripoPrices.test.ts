import assert from 'node:assert/strict';
import type { JobRequest, Operation, RequestOptions } from '../../../src/core/model/request';
import { holds } from '../../../src/core/providers/catalogue/condition';
import { factsOf } from '../../../src/core/providers/catalogue/facts';
import type { OperationSpec } from '../../../src/core/providers/catalogue/operationSpec';
import { estimateOf } from '../../../src/core/providers/catalogue/price';
import { tripoCatalogue } from '../../../src/core/providers/tripo/catalogue/catalogue';
import { neededCombinations, pricedCombinations } from './combinations';
import type { Counter } from './counter';
import type { Material } from './randomRequest';
import { addSteps, openCounter, problemsWith } from './tripoMaterial';

/** A sandbox forgets its oldest tasks, which are the sources, beyond a thousand. */
const takenByOneSandbox = 800;

/** What some combinations cannot do without, though it costs nothing itself. */
const enabling: readonly RequestOptions[] = [{}, { texture_version: 'v3.5-20260815' }, { face_limit: 1000 }];

/** An operation with each kind of input that it takes. */
function inputsOf({ inputs }: OperationSpec, { pictures, models, sources }: Material): Partial<JobRequest>[] {
	const [front = '', back = ''] = pictures;
	const words = inputs.prompt ? [{ prompt: 'a knight' }] : [];
	const seen = inputs.images ? [{ images: [front] }] : [];
	const sides = inputs.views ? [{ views: { front, left: front, back, right: back } }] : [];
	const before = inputs.source
		? [...sources, ...models.map((path) => ({ kind: 'file', path }) as const)].map((source) => ({ source }))
		: [];
	const both = words.flatMap((one) => seen.map((other) => ({ ...one, ...other })));
	return [...before, ...words, ...seen, ...sides, ...both, {}];
}

/** For every combination that the price may tell apart, a request with it that the client lets pass. */
function allowed(operation: Operation, spec: OperationSpec, counter: Counter): JobRequest[] {
	const combinations = pricedCombinations(spec);
	const needed = neededCombinations(spec);
	const passing = (
		input: Partial<JobRequest>,
		options: RequestOptions,
		turn: number,
	): JobRequest | undefined =>
		inTurn(needed, turn)
			.flatMap((more) => enabling.map((other) => ({ ...more, ...options, ...other })))
			.map((all) => ({ operation, ...input, options: all }))
			.find((request) => problemsWith(counter, request) === undefined);
	const inputs = inputsOf(spec, counter.material()).filter((input) =>
		combinations.slice(0, 20).some((combination) => passing(input, combination, 0)),
	);
	return combinations.flatMap((combination, turn) => {
		for (const input of inTurn(inputs, turn)) {
			const request = passing(input, combination, turn);
			if (request) return [request];
		}
		return [];
	});
}

/** Each comes first once, because what is taken and what it costs may depend on it. */
function inTurn<T>(list: readonly T[], turn: number): T[] {
	const first = turn % list.length;
	return [...list.slice(first), ...list.slice(0, first)];
}

describe('Estimates at Tripo are what the sandbox charges, in every combination that the price may tell apart', () => {
	let counter: Counter;
	let room = 0;
	const open = async (): Promise<void> => {
		counter = await openCounter();
		await addSteps(counter);
		room = takenByOneSandbox;
	};
	before(open);
	after(() => counter.close());

	/** Has them all made, by a sandbox that has room for them. */
	async function assertPrices(spec: OperationSpec, requests: readonly JobRequest[]): Promise<void> {
		if (room < requests.length) {
			await counter.close();
			await open();
		}
		const asked = new Map<string, JobRequest>();
		for (const request of requests) {
			const verdict = await counter.ask(request);
			assert.ok(verdict.taken, `${JSON.stringify(request)}: ${JSON.stringify(verdict)}`);
			asked.set(verdict.taskId, request);
		}
		room -= asked.size;
		const prices = await counter.prices();
		for (const [taskId, request] of asked) {
			const estimate = estimateOf(spec, request);
			if (estimate !== undefined) assert.equal(prices.get(taskId), estimate, JSON.stringify(request));
		}
	}

	for (const [name, spec] of Object.entries(tripoCatalogue.operations))
		it(name, async () => {
			const requests = allowed(name as Operation, spec, counter);
			const facts = requests.map((request) => factsOf(spec, request));
			for (const { when, credits } of spec.prices)
				assert.ok(!when || facts.some((one) => holds(when, one)), `${credits} for ${JSON.stringify(when)}`);
			assert.ok(requests.length > 0);
			for (let first = 0; first < requests.length; first += takenByOneSandbox)
				await assertPrices(spec, requests.slice(first, first + takenByOneSandbox));
		});
});
