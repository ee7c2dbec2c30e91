import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { freshBench } from '../bench';
import { Chain, extensionOf, type Fields, glbIn, partsIn, trianglesIn } from './chain';

const contents = (bytes: Buffer) => Object.keys(unzipSync(new Uint8Array(bytes))).join(' ');

/** What each format arrives as, and what is looked for inside. */
const formats: Record<string, [string, (bytes: Buffer) => void]> = {
	GLTF: ['glb', (bytes) => assert.equal(bytes.toString('latin1', 0, 4), 'glTF')],
	USDZ: ['usdz', (bytes) => assert.match(contents(bytes), /\.usd[ac]?\b/)],
	FBX: ['fbx', (bytes) => assert.match(bytes.toString('latin1', 0, 20), /^Kaydara FBX Binary/)],
	OBJ: ['zip', (bytes) => assert.match(contents(bytes), /(?=.*\.obj)(?=.*\.mtl)/)],
	STL: ['stl', (bytes) => assert.equal(bytes.length, 84 + 50 * bytes.readUInt32LE(80))],
	'3MF': ['3mf', (bytes) => assert.match(contents(bytes), /3D\/.*\.model/)],
};

describe('sandbox: converting', () => {
	const bench = freshBench();

	for (const [format, [extension, check]] of Object.entries(formats)) {
		it(`gives ${format} as .${extension}`, async () => {
			const chain = new Chain(bench());
			const input = await chain.one('text_to_model');
			for (const spelt of [format, format.toLowerCase()]) {
				const id = await chain.make('convert_model', { input, format: spelt });
				const { model_url: link } = await chain.output(id);
				assert.equal(extensionOf(link), extension);
				assert.match(new URL(String(link)).pathname, /tripo_convert_/);
				check(await chain.download(id));
			}
		});
	}

	const refused: [string, Fields, RegExp][] = [
		['no format', { format: undefined }, /GLTF/],
		['GLB, which is GLTF here', { format: 'GLB' }, /GLTF/],
		['quads as GLTF', { format: 'GLTF', quad: true }, /quad/],
		['symmetry without quads', { force_symmetry: true }, /force_symmetry/],
		['vertex colours in FBX', { export_vertex_colors: true }, /export_vertex_colors/],
		['a texture of 64 pixels', { texture_size: 64 }, /texture_size/],
		['an unknown texture format', { texture_format: 'GIF' }, /texture_format/],
		['no scale at all', { scale_factor: 0 }, /scale_factor/],
		['an unknown preset', { fbx_preset: 'maya' }, /fbx_preset/],
		['a face limit of 2,000,001', { face_limit: 2_000_001 }, /face_limit/],
		['one name for the parts', { part_names: 'head' }, /part_names/],
	];
	for (const [what, fields, named] of refused) {
		it(`refuses ${what}`, async () => {
			const chain = new Chain(bench());
			const answer = await chain.ask('convert_model', { input: await chain.one('text_to_model'), ...fields });
			assert.equal(answer.body.code, 1004);
			assert.match(answer.body.message ?? '', named);
		});
	}

	it('makes quads FBX, whatever format was asked for', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const id = await chain.make('convert_model', { input, format: 'USDZ', quad: true, force_symmetry: true });
		assert.equal(extensionOf((await chain.output(id)).model_url), 'fbx');
	});

	it('brings a quad mesh back to GLB', async () => {
		const chain = new Chain(bench());
		const input = await chain.make('text_to_model', { quad: true });
		const bytes = await chain.download(await chain.make('convert_model', { input, format: 'GLTF' }));
		assert.ok((await trianglesIn(bytes)) > 0);
	});

	it('gives a converted model another format, and does nothing else to it', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('convert_model');
		await chain.make('convert_model', { input, format: 'GLTF' });
		const answer = await chain.ask('convert_model', { input, format: 'GLTF', texture_size: 1024 });
		assert.equal(answer.body.code, 1004);
		assert.match(answer.body.message ?? '', /texture_size/);
	});

	it('keeps the skeleton and the clips, or leaves them out', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('animate_retarget');
		const convert = async (fields: Fields) =>
			(
				await glbIn(
					await chain.download(await chain.make('convert_model', { input, format: 'GLTF', ...fields })),
				)
			).getRoot();
		const kept = await convert({});
		assert.equal(kept.listSkins().length, 1);
		assert.deepEqual(
			kept.listAnimations().map((clip) => clip.getName()),
			['preset:walk'],
		);
		const still = await convert({ with_animation: false });
		assert.deepEqual([still.listSkins().length, still.listAnimations().length], [0, 0]);
	});

	it('has no OBJ, STL or 3MF of what has a skeleton', async () => {
		const chain = new Chain(bench());
		for (const source of ['animate_rig', 'animate_retarget'] as const) {
			const input = await chain.one(source);
			for (const format of ['OBJ', 'STL', '3MF']) {
				const answer = await chain.ask('convert_model', { input, format });
				assert.equal(answer.body.code, 1004, `${source} to ${format}`);
			}
			for (const format of ['FBX', 'USDZ', 'GLTF']) {
				await chain.make('convert_model', { input, format });
			}
		}
	});

	it('scales, puts the pivot below, thins out and picks parts', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('mesh_segmentation');
		const names = await partsIn(await chain.download(input));
		const convert = async (fields: Fields) =>
			chain.download(await chain.make('convert_model', { input, format: 'GLTF', ...fields }));
		const plain = await convert({});
		const heights = async (bytes: Buffer) => {
			const positions = (await glbIn(bytes))
				.getRoot()
				.listMeshes()
				.flatMap((mesh) => mesh.listPrimitives())
				.map((one) => one.getAttribute('POSITION'));
			const low = Math.min(...positions.map((one) => one?.getMin([])[1] ?? 0));
			const high = Math.max(...positions.map((one) => one?.getMax([])[1] ?? 0));
			return [low, high] as const;
		};
		const [low, high] = await heights(plain);
		const [, doubled] = await heights(await convert({ scale_factor: 2 }));
		assert.ok(Math.abs(doubled - 2 * high) < 0.001);
		const [floor] = await heights(await convert({ pivot_to_center_bottom: true }));
		assert.ok(Math.abs(floor) < 0.001, `${floor} (was ${low})`);
		const all = await trianglesIn(plain);
		const few = await trianglesIn(await convert({ face_limit: Math.round(all / 2) }));
		assert.ok(few <= all / 2 + 1, `${few} of ${all}`);
		assert.deepEqual(await partsIn(await convert({ part_names: names.slice(0, 1) })), names.slice(0, 1));
		const task = await chain.end('convert_model', { input, format: 'GLTF', part_names: ['no such part'] });
		assert.deepEqual([task.status, task.error_code], ['failed', 1004]);
	});
});
