import assert from 'node:assert/strict';
import { draftJob } from '../../../src/core/jobs/draft';
import type { JobRequest, Operation, RequestOptions } from '../../../src/core/jobs/request';
import { estimateOf } from '../../../src/core/providers/catalogue/price';
import { specOf } from '../../../src/core/providers/catalogues';
import { tripoCatalogue } from '../../../src/core/providers/tripo/catalogue/catalogue';
import { Dice } from '../../crash/plan/dice';
import { png } from '../sandbox/bench';
import { Counter } from './counter';
import { type Material, randomRequest } from './randomRequest';

const seed = 'tripo 2026-11-22';
const destination = { folder: '/out', name: 'x' };
const codes = [1004, 2002, 2004, 2006];

const pictures = ['/a.png', '/b.png', '/c.png', '/d.png'];
/** Nothing has to be in them: they are looked at when a task ends. */
const files: Readonly<Record<string, string>> = {
	'/a.fbx': 'Kaydara FBX Binary  \0',
	'/a.obj': 'v 0 0 0\n',
	'/a.stl': 'solid a\nendsolid a\n',
	'/a.gltf': '{"asset":{"version":"2.0"}}',
};

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

function problemsWith(counter: Counter, request: JobRequest): string | undefined {
	try {
		draftJob({ provider: 'tripo', request, destination }, (source) => counter.originOf(source));
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

function isStricter(operation: Operation, words: string): boolean {
	return stricter.some(
		([, which, pattern]) =>
			which.test(operation) && pattern.test(words.replace(/^.*\((.*)\)\. No credits.*$/, '$1')),
	);
}

async function openCounter(): Promise<Counter> {
	const counter = await Counter.open(11);
	for (const path of pictures) await counter.upload(path, png());
	const text = (options: RequestOptions = {}): JobRequest => ({
		operation: 'textToModel',
		prompt: 'crate',
		options,
	});
	await counter.prepare('model', text());
	await counter.prepare('concept', { operation: 'textToImage', prompt: 'crate', options: {} });
	await counter.prepare('views', { operation: 'imageToMultiview', images: ['/a.png'], options: {} });
	return counter;
}

/** Adds one task of each kind and, where it matters, of each shape. */
async function addSteps(counter: Counter): Promise<void> {
	const step = (operation: Operation, source: string, options: RequestOptions = {}): JobRequest => ({
		operation,
		source: counter.source(source),
		options,
	});
	const text = (options: RequestOptions): JobRequest => ({
		operation: 'textToModel',
		prompt: 'crate',
		options,
	});
	const bodies = ['biped', 'quadruped', 'hexapod', 'octopod', 'avian', 'serpentine', 'aquatic'];
	const made: readonly [name: string, JobRequest][] = [
		['quads', text({ quad: true })],
		['parts', text({ quad: true, generate_parts: true, texture: false, pbr: false })],
		['texture', step('texture', 'model')],
		['texture of quads', step('texture', 'quads')],
		['FBX', step('convert', 'model', { format: 'FBX' })],
		['GLB', step('convert', 'quads', { format: 'GLTF' })],
		['bricks', step('stylize', 'model', { style: 'lego' })],
		['schematic', step('stylize', 'model', { style: 'minecraft' })],
		['segments', step('segment', 'model')],
		['completed', step('complete', 'segments')],
		['decimated', step('decimate', 'model')],
		['check', step('rigCheck', 'model')],
		['rig', step('rig', 'model')],
		['mixamo', step('rig', 'model', { spec: 'mixamo' })],
		...bodies.map((body): [string, JobRequest] => [
			`rig ${body}`,
			step('rig', 'model', { model: 'v2.5-20260210', rig_type: body }),
		]),
		['clip', step('retarget', 'rig', { animation: 'preset:walk' })],
		['rig as FBX', step('convert', 'rig', { format: 'FBX' })],
		['edited', { ...step('editMultiview', 'views', { prompts: [{ view: 'left', prompt: 'red' }] }) }],
	];
	for (const [name, request] of made) await counter.prepare(name, request);
	await counter.upload('/a.glb', await counter.modelOf('model'));
	for (const [path, text] of Object.entries(files)) await counter.upload(path, Buffer.from(text));
	await counter.prepare('import', {
		operation: 'import',
		source: { kind: 'file', path: '/a.glb' },
		options: {},
	});
	await counter.prepare('import of FBX', {
		operation: 'import',
		source: { kind: 'file', path: '/a.fbx' },
		options: {},
	});
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
		before(async function () {
			this.timeout(120_000);
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
