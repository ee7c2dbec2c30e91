import assert from 'node:assert/strict';
import type { JobRequest, Operation } from '../../../src/core/model/request';
import { estimateOf } from '../../../src/core/providers/catalogue/price';
import { specOf } from '../../../src/core/providers/catalogues';
import { tripoCatalogue } from '../../../src/core/providers/tripo/catalogue/catalogue';
import { Dice } from '../../crash/plan/dice';
import type { Counter } from './counter';
import { type Material, randomRequest } from './randomRequest';
import { addSteps, openCounter, problemsWith } from './tripoMaterial';

const seed = 'tripo 2026-11-22';
const codes = [1004, 2002, 2004, 2006];

/** Requests that the client refuses although the sandbox takes them, and why that is right. */
const stricter: readonly [why: string, operation: RegExp, words: RegExp][] = [
	['the service would silently make fewer faces', /ToModel$/, /“face_limit”/],
	['the default of “output_format” is not known', /^(text|image)ToImage$/, /needs “output_format” png/],
	['a clip twice would be paid twice', /^retarget$/, /twice/],
	['a part twice makes no sense', /./, /“part_names” names something twice/],
	['what has a skeleton needs none', /^rig/, /cannot go on from (rig|retarget)/],
	['that a picture may come from a task is not known', /^imageToImage$/, /takes no source/],
	['a body has one place for it, so nothing else could be sent', /./, /only one of .* may be given$/],
	['the same of pictures', /./, /takes (at most )?one picture, ([2-9]|1\d) are given/],
	['of negative prompts only that of text to model is known', /^(text|image)ToImage$/, /at most 255/],
	['a glTF may refer to other files', /^(stylize|segment|decimate)$/, /not “gltf”/],
	['a schematic is no model', /^rig$/, /Minecraft/],
	['what it says about FBX is not known of tasks', /^rigCheck$/, /GLB models only/],
];

function isStricter(operation: Operation, words: string): boolean {
	return stricter.some(
		([, which, pattern]) =>
			which.test(operation) && pattern.test(words.replace(/^.*\((.*)\)\. No credits.*$/, '$1')),
	);
}

const all = Object.keys(tripoCatalogue.operations) as Operation[];
const generations = all.filter((operation) => /ToModel$/.test(operation));
/** Two sandboxes, because one forgets its oldest tasks, which are the sources, beyond a thousand. */
const suites: readonly [
	what: string,
	operations: readonly Operation[],
	tries: number,
	prepare: typeof addSteps,
][] = [
	['generation', generations, 250, async () => {}],
	['the steps after it', all.filter((operation) => !generations.includes(operation)), 45, addSteps],
];

for (const [what, operations, tries, prepare] of suites)
	describe(`Tripo’s catalogue beside the sandbox: ${what}`, () => {
		let counter: Counter;
		let material: Material;
		before(async () => {
			counter = await openCounter();
			await prepare(counter);
			material = counter.material();
		});
		after(() => counter.close());

		/** So many different requests that the client judges so; fewer where there are no more. */
		function requests(
			operation: Operation,
			count: number,
			wanted: (words: string | undefined) => boolean,
		): JobRequest[] {
			const dice = new Dice(`${seed} ${operation} ${String(wanted(undefined))}`);
			const found = new Map<string, JobRequest>();
			for (let tried = 0; found.size < count && tried < 60 * count; tried++) {
				const request = randomRequest(operation, specOf('tripo', operation), material, dice);
				if (wanted(problemsWith(counter, request))) found.set(JSON.stringify(request), request);
			}
			return [...found.values()];
		}

		for (const operation of operations) {
			it(`${operation}: what the client lets pass is taken, at the price that it tells`, async () => {
				const estimates = new Map<string, number | undefined>();
				const asked = requests(operation, tries, (words) => words === undefined);
				for (const request of asked) {
					const verdict = await counter.ask(request);
					assert.ok(verdict.taken, `${JSON.stringify(request)}: ${JSON.stringify(verdict)}`);
					estimates.set(verdict.taskId, estimateOf(specOf('tripo', operation), request));
					if (operation !== 'retarget') continue;
					const { status, error_message: why } = await counter.endOf(verdict.taskId);
					assert.equal(status, 'success', `${JSON.stringify(request)}: ${String(why)}`);
				}
				const prices = await counter.prices();
				for (const [taskId, estimate] of estimates)
					if (estimate !== undefined) assert.equal(prices.get(taskId), estimate);
				assert.ok(asked.length > 0);
			});

			it(`${operation}: what the client refuses is refused, or fails`, async () => {
				const wrong = (words: string | undefined): boolean =>
					words !== undefined && !isStricter(operation, words);
				const asked = requests(operation, Math.ceil(tries / 4), wrong);
				for (const request of asked) {
					const verdict = await counter.ask(request);
					const story = (): string =>
						`${JSON.stringify(request)}: ${problemsWith(counter, request)} – ${JSON.stringify(verdict)}`;
					if (!verdict.taken) {
						assert.ok(codes.includes(verdict.code), story());
						continue;
					}
					assert.equal(operation, 'retarget', story());
					assert.equal((await counter.endOf(verdict.taskId)).status, 'failed', story());
				}
				assert.ok(asked.length > 0);
			});
		}
	});
