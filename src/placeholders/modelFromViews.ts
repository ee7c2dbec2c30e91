import { hex } from './colour';
import { makeOpaque, readImage } from './images/readImage';
import { box } from './mesh/box';
import { vectorAt } from './mesh/mesh';
import { panel } from './mesh/panel';
import { posed } from './mesh/pose';
import type { PlaceholderModel } from './placeholderModel';
import type { Surface } from './surface';

/** PNG, JPEG or WebP pictures of a subject's sides. "Left" is the subject's own left (+x, since it faces +z). */
export interface ViewBytes {
	readonly front: Uint8Array;
	readonly left?: Uint8Array;
	readonly back?: Uint8Array;
	readonly right?: Uint8Array;
}

const sides = ['front', 'left', 'back', 'right'] as const;

/**
 * A box, one metre tall, with a view on each side that has one; the others are grey. Its width is that of the front
 * view, its depth that of a side view.
 * @throws UnreadableImage when one of them is no PNG, JPEG or WebP picture.
 */
export async function modelFromViews(views: ViewBytes): Promise<PlaceholderModel> {
	const bare = { metallic: 0, roughness: 0.9, glow: 0 };
	const images = await Promise.all(
		sides.map(async (side) => views[side] && makeOpaque(await readImage(views[side]))),
	);
	const [width = 1, left, , right] = images.map(
		(image) => image && Math.min(8, Math.max(0.1, image.width / image.height)),
	);
	const depth = left ?? right ?? width;
	let rest = box(width, 1, depth);
	const shown = sides.flatMap((name, index): Surface[] => {
		const image = images[index];
		if (!image) return [];
		const [across, out] = index % 2 === 0 ? [width, depth / 2] : [depth, width / 2];
		const mesh = posed(posed(panel(across, 1), { at: [0, 0, out] }), { turn: [0, index * 90, 0] });
		const [x, , z] = vectorAt(mesh.normals, 0);
		rest = {
			...rest,
			indices: rest.indices.filter((_, corner) => {
				const [nx, , nz] = vectorAt(rest.normals, rest.indices[corner - (corner % 3)] ?? 0);
				return nx * x + nz * z <= 0.9;
			}),
		};
		return [{ ...bare, name, mesh, colour: hex('ffffff'), texture: image.texture, clamped: true }];
	});
	return {
		name: 'views',
		surfaces: [...shown, { ...bare, name: 'blank', colour: hex('bebebe'), mesh: rest }],
	};
}
