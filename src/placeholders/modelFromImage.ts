import { hex } from './colour';
import { readImage } from './images/readImage';
import { box } from './mesh/box';
import { type Mesh, merged } from './mesh/mesh';
import { panel } from './mesh/panel';
import { posed } from './mesh/pose';
import type { PlaceholderModel } from './placeholderModel';

const thickness = 0.03;
const board = { colour: hex('c9c4ba'), metallic: 0, roughness: 0.9, glow: 0 };

/** The card from behind: the same picture mirrored, so that both sides have the same silhouette. */
function mirroredPanel(width: number): Mesh {
	const back = posed(panel(width, 1), { at: [0, 0, -thickness / 2], turn: [0, 180, 0] });
	return { ...back, uvs: back.uvs.map((value, index) => (index % 2 === 0 ? 1 - value : value)) };
}

function feet(width: number): Mesh {
	const [foot, length] = [Math.min(0.05, width / 4), Math.min(0.4, Math.max(0.16, width * 0.35))];
	const across = width / 2 - Math.min(width / 4, 0.12);
	return merged(
		...[-1, 1].map((side) => posed(box(foot, 0.045, length, [0.8, 0.5]), { at: [side * across, 0, 0] })),
	);
}

/**
 * A card on feet, one metre tall, that shows a PNG, JPEG or WebP picture to +z, cut out along its transparency.
 * @throws UnreadableImage when the bytes are no such picture.
 */
export async function modelFromImage(image: Uint8Array): Promise<PlaceholderModel> {
	const { texture, width, height, hasHoles } = await readImage(image);
	const across = Math.min(20, Math.max(0.05, width / height));
	const front = posed(panel(across, 1), { at: [0, 0, thickness / 2] });
	const rim = posed(box(across - 0.001, 0.998, thickness - 0.002), { at: [0, 0.001, 0] });
	const card = {
		...board,
		colour: hex('ffffff'),
		name: 'picture',
		texture,
		clamped: true,
		alphaMask: hasHoles,
	};
	return {
		name: 'billboard',
		surfaces: [
			{ ...card, mesh: hasHoles ? merged(front, mirroredPanel(across)) : front },
			{ ...board, name: 'board', mesh: hasHoles ? feet(across) : merged(rim, feet(across)) },
		],
	};
}
