import assert from 'node:assert/strict';
import { type Document, WebIO } from '@gltf-transform/core';
import { startSandbox } from '../../../../src/sandbox/sandbox';
import { type Answer, Bench, key, model } from '../bench';

export type Fields = Record<string, unknown>;

/** Every call that makes a task, by the type of its tasks. */
export const paths = {
	text_to_model: '/generation/text-to-model',
	image_to_model: '/generation/image-to-model',
	multiview_to_model: '/generation/multiview-to-model',
	text_to_image: '/generation/text-to-image',
	generate_image: '/generation/image-to-image',
	generate_multiview_image: '/generation/image-to-multiview',
	edit_multiview_image: '/generation/edit-multiview',
	texture_model: '/models/texture',
	convert_model: '/models/convert',
	import_model: '/models/import',
	stylize_model: '/models/stylize',
	mesh_segmentation: '/mesh/segment',
	mesh_completion: '/mesh/complete',
	highpoly_to_lowpoly: '/mesh/decimate',
	animate_prerigcheck: '/animations/rig-check',
	animate_rig: '/animations/rig',
	animate_retarget: '/animations/retarget',
} as const;

export type Type = keyof typeof paths;

export const types = Object.keys(paths) as Type[];

/** What a call needs besides its input. */
const needed: Partial<Record<Type, Fields>> = {
	text_to_model: { prompt: 'a knight', model },
	image_to_model: { model },
	multiview_to_model: { model },
	text_to_image: { prompt: 'a knight' },
	generate_image: { prompt: 'in winter' },
	edit_multiview_image: { prompts: [{ view: 'back', prompt: 'with a cape' }] },
	convert_model: { format: 'FBX' },
	stylize_model: { style: 'voxel' },
	animate_retarget: { animation: 'preset:walk' },
};

/** What each task is made from when nothing else is said. */
const origins: Partial<Record<Type, Type | 'picture' | 'model'>> = {
	image_to_model: 'picture',
	multiview_to_model: 'generate_multiview_image',
	generate_image: 'picture',
	generate_multiview_image: 'picture',
	edit_multiview_image: 'generate_multiview_image',
	import_model: 'model',
	mesh_completion: 'mesh_segmentation',
	animate_retarget: 'animate_rig',
};

/** Makes tasks from one another over the wire, each finished before the next is asked for. */
export class Chain {
	readonly #made = new Map<string, Promise<string>>();

	constructor(readonly bench: Bench) {}

	/** Sends a request and leaves the rest to the caller. */
	ask(type: Type, fields: Fields = {}, asKey = key): Promise<Answer> {
		return this.bench.call('POST', paths[type], { key: asKey, body: { ...needed[type], ...fields } });
	}

	/** Makes a task, lets it end and gives it as it then is. */
	async end(type: Type, fields: Fields = {}): Promise<Fields> {
		const answer = await this.ask(type, fields);
		assert.equal(answer.status, 200, JSON.stringify(answer.body));
		assert.equal(answer.data.type, type);
		await this.bench.advance(1000);
		return this.bench.look(answer.data.task_id as string);
	}

	/** The same, for tasks that succeed; gives the id. */
	async make(type: Type, fields: Fields = {}): Promise<string> {
		const task = await this.end(type, fields);
		assert.equal(task.status, 'success', JSON.stringify(task));
		return task.task_id as string;
	}

	/** A task of a type, made from what it usually is made from; always the same one. */
	one(type: Type): Promise<string> {
		const known = this.#made.get(type);
		const making = known ?? this.input(type).then((fields) => this.make(type, fields));
		this.#made.set(type, making);
		return making;
	}

	/** The field that names the usual source of a type of task. */
	async input(type: Type): Promise<Fields> {
		if (type === 'text_to_model' || type === 'text_to_image') {
			return {};
		}
		const origin = origins[type] ?? 'text_to_model';
		if (origin === 'picture') {
			return { input: await this.bench.token() };
		}
		if (origin === 'model') {
			return { input: await this.modelToken() };
		}
		const source = await this.one(origin);
		return type === 'multiview_to_model' ? { inputs: [{ task_id: source }] } : { input: source };
	}

	/** A GLB that was downloaded from one task and uploaded again. */
	async modelToken(): Promise<string> {
		const bytes = await this.download(await this.one('text_to_model'));
		return this.bench.token('knight.glb', bytes);
	}

	async output(taskId: string): Promise<Fields> {
		return (await this.bench.look(taskId)).output as Fields;
	}

	/** The bytes behind one of a task's links. */
	async download(taskId: string, name = 'model_url'): Promise<Buffer> {
		return fetched((await this.output(taskId))[name]);
	}
}

export async function fetched(link: unknown): Promise<Buffer> {
	const response = await fetch(String(link));
	assert.equal(response.status, 200, String(link));
	return Buffer.from(await response.arrayBuffer());
}

/** The end of a link's path, without the dot. */
export function extensionOf(link: unknown): string {
	return new URL(String(link)).pathname.split('.').at(-1) ?? '';
}

export async function glbIn(bytes: Buffer): Promise<Document> {
	assert.equal(bytes.toString('latin1', 0, 4), 'glTF');
	assert.equal(bytes.readUInt32LE(8), bytes.length);
	return new WebIO().readBinary(new Uint8Array(bytes));
}

/** The names of the nodes that have a mesh. */
export async function partsIn(bytes: Buffer): Promise<string[]> {
	const nodes = (await glbIn(bytes)).getRoot().listNodes();
	return nodes.filter((node) => node.getMesh()).map((node) => node.getName());
}

export async function trianglesIn(bytes: Buffer): Promise<number> {
	const meshes = (await glbIn(bytes)).getRoot().listMeshes();
	const primitives = meshes.flatMap((mesh) => mesh.listPrimitives());
	return primitives.reduce((sum, one) => sum + (one.getIndices()?.getCount() ?? 0) / 3, 0);
}

/** One sandbox for a whole suite, for tests that need many sources and do not mind what was done before. */
export function sharedChain(): () => Chain {
	let chain: Chain | undefined;
	before(async () => {
		chain = new Chain(new Bench(await startSandbox({ speed: 0, seed: 7 })));
	});
	after(async () => {
		await chain?.bench.sandbox.close();
	});
	return () => {
		if (!chain) {
			throw new Error('there is a chain only inside a test');
		}
		return chain;
	};
}
