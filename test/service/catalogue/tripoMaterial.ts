import { draftJob } from '../../../src/core/jobs/drafts/draft';
import type { JobRequest, Operation, RequestOptions } from '../../../src/core/model/request';
import { png } from '../sandbox/bench';
import { Counter } from './counter';

const destination = { folder: '/out', name: 'x' };
const pictures = ['/a.png', '/b.png', '/c.png', '/d.png'];
/** Nothing has to be in them: they are looked at when a task ends. */
const files: Readonly<Record<string, string>> = {
	'/a.fbx': 'Kaydara FBX Binary  \0',
	'/a.obj': 'v 0 0 0\n',
	'/a.stl': 'solid a\nendsolid a\n',
	'/a.gltf': '{"asset":{"version":"2.0"}}',
};

/** What the client has against a request; undefined when it lets it pass. */
export function problemsWith(counter: Counter, request: JobRequest): string | undefined {
	try {
		draftJob({ provider: 'tripo', request, destination }, (source) => counter.originOf(source));
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
}

/** A counter with pictures, and a task of each kind that a generation goes on from. */
export async function openCounter(): Promise<Counter> {
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

/** Adds files, and one task of each kind and, where it matters, of each shape. */
export async function addSteps(counter: Counter): Promise<void> {
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
