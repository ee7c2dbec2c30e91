import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { validateBytes } from 'gltf-validator';
import { freshBench } from '../bench';
import { Chain, extensionOf, type Fields, glbIn, trianglesIn } from './chain';

/** Reads Minecraft's format as far as schematics use it: compounds, numbers, byte arrays. */
function readNbt(bytes: Buffer): Fields {
	let at = 0;
	const take = (count: number): Buffer => {
		at += count;
		return bytes.subarray(at - count, at);
	};
	const text = (): string => take(take(2).readUInt16BE()).toString();
	const value = (type: number): unknown => {
		switch (type) {
			case 2:
				return take(2).readInt16BE();
			case 3:
				return take(4).readInt32BE();
			case 7:
				return take(take(4).readInt32BE());
			case 10: {
				const members: Fields = {};
				for (let inner = take(1).readUInt8(); inner !== 0; inner = take(1).readUInt8()) {
					const name = text();
					members[name] = value(inner);
				}
				return members;
			}
			default:
				throw new Error(`type ${type} is not read here`);
		}
	};
	const type = take(1).readUInt8();
	assert.equal(text(), 'Schematic');
	const schematic = value(type);
	assert.equal(at, bytes.length);
	return schematic as Fields;
}

describe('sandbox: stylizing', () => {
	const bench = freshBench();

	for (const style of ['lego', 'voxel', 'voronoi', 'keyring', 'fridge_magnet', 'keycap']) {
		it(`makes a valid GLB of ${style}`, async () => {
			const chain = new Chain(bench());
			const input = await chain.one('text_to_model');
			const bytes = await chain.download(await chain.make('stylize_model', { input, style }));
			const report = await validateBytes(new Uint8Array(bytes));
			assert.equal(report.issues.numErrors, 0, JSON.stringify(report.issues.messages));
			assert.ok(!bytes.equals(await chain.download(input)));
		});
	}

	it('builds of cubes: every corner of voxels is on one grid', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		const bytes = await chain.download(await chain.make('stylize_model', { input, style: 'voxel' }));
		assert.ok((await trianglesIn(bytes)) > 1000);
		const heights = new Set<number>();
		for (const mesh of (await glbIn(bytes)).getRoot().listMeshes()) {
			for (const primitive of mesh.listPrimitives()) {
				const positions = primitive.getAttribute('POSITION');
				for (let index = 0; index < (positions?.getCount() ?? 0); index += 1) {
					heights.add(Math.round(1000 * (positions?.getElement(index, [])[1] ?? 0)));
				}
			}
		}
		assert.ok(heights.size <= 33, `${heights.size} heights`);
	});

	it('gives Minecraft a schematic of as many blocks as it was asked for', async () => {
		const chain = new Chain(bench());
		const input = await chain.one('text_to_model');
		for (const [fields, count] of [
			[{}, 80],
			[{ block_size: 32 }, 32],
		] as const) {
			const id = await chain.make('stylize_model', { input, style: 'minecraft', ...fields });
			assert.equal(extensionOf((await chain.output(id)).model_url), 'schem');
			const schematic = readNbt(gunzipSync(await chain.download(id)));
			const { Width, Height, Length, Palette, BlockData, Version } = schematic as Record<string, number>;
			assert.equal(Version, 2);
			assert.equal(Math.max(Number(Width), Number(Height), Number(Length)), count);
			const blocks = BlockData as unknown as Buffer;
			assert.equal(blocks.length, Number(Width) * Number(Height) * Number(Length));
			const known = Object.keys(Palette as unknown as Fields).length;
			assert.ok(blocks.every((block) => block < known));
			const solid = blocks.filter((block) => block !== 0).length;
			assert.ok(solid > count && solid < blocks.length / 2, `${solid} of ${blocks.length}`);
		}
	});
});
