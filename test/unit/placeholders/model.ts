import { WebIO } from '@gltf-transform/core';
import { validateBytes } from 'gltf-validator';

/** What the tests want to know of a GLB, read back from its bytes. */
export interface ModelFacts {
	readonly name: string;
	readonly nodes: readonly string[];
	readonly triangles: number;
	readonly low: readonly number[];
	readonly high: readonly number[];
	readonly materials: ReadonlyMap<string, readonly number[]>;
	readonly images: readonly { readonly mimeType: string; readonly bytes: Uint8Array }[];
	readonly hasUvs: boolean;
	readonly cutOut: boolean;
}

export async function factsOf(glb: Uint8Array): Promise<ModelFacts> {
	const root = (await new WebIO().readBinary(new Uint8Array(glb))).getRoot();
	const primitives = root.listMeshes().flatMap((mesh) => mesh.listPrimitives());
	const bounds = primitives.map((primitive) => {
		const positions = primitive.getAttribute('POSITION');
		return { low: positions?.getMin([]) ?? [], high: positions?.getMax([]) ?? [] };
	});
	const over = (pick: (...values: number[]) => number, of: 'low' | 'high'): number[] =>
		[0, 1, 2].map((axis) => pick(...bounds.map((one) => one[of][axis] ?? 0)));
	return {
		name: root.listNodes()[0]?.getName() ?? '',
		nodes: root.listNodes().map((one) => one.getName()),
		triangles: primitives.reduce((sum, one) => sum + (one.getIndices()?.getCount() ?? 0) / 3, 0),
		low: over(Math.min, 'low'),
		high: over(Math.max, 'high'),
		materials: new Map(root.listMaterials().map((one) => [one.getName(), one.getBaseColorFactor()])),
		images: root
			.listTextures()
			.map((one) => ({ mimeType: one.getMimeType(), bytes: one.getImage() ?? new Uint8Array() })),
		hasUvs: primitives.some((one) => one.getAttribute('TEXCOORD_0') !== null),
		cutOut: root.listMaterials().some((one) => one.getAlphaMode() === 'MASK'),
	};
}

/** Every complaint of the reference validator; the size of a user's picture is not ours to change. */
export async function complaintsAbout(glb: Uint8Array): Promise<string[]> {
	const { issues } = await validateBytes(glb);
	return issues.messages
		.filter(({ code }) => code !== 'IMAGE_NPOT_DIMENSIONS')
		.map(({ code, message }) => `${code}: ${message}`);
}
