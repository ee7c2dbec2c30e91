import type { Vec2, Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { archPoints } from './layout';

const [length, half] = [6, 1.1];

/** How high the deck is at x, and how far it slopes there in degrees. */
interface Deck {
	rise(x: number): number;
	slope(x: number): number;
}

function deckOf(arched: number): Deck {
	return {
		rise: (x) => 0.5 + arched * (1 - ((2 * x) / length) ** 2),
		slope: (x) => (Math.atan((-8 * arched * x) / length ** 2) * 180) / Math.PI,
	};
}

export function addBridge(parts: PartBuilder): void {
	const deck = deckOf(parts.hasWord('dock', 'pier', 'jetty', 'drawbridge') ? 0 : 0.75);
	if (parts.hasWord('stone', 'brick', 'cobblestone')) addStoneBridge(parts, deck);
	else addWoodenBridge(parts, deck);
}

function addStoneBridge(parts: PartBuilder, { rise }: Deck): void {
	const stone = parts.mainMaterial('wood');
	const top = Array.from({ length: 13 }, (_, step): Vec2 => [3 - step * 0.5, rise(3 - step * 0.5) + 0.5]);
	const under = archPoints(8, 1.9, 1.1).reverse();
	parts.prism(stone, [...under, [3, 0], ...top, [-3, 0]], half * 2);
	const rail = [...top.map(([x, y]): Vec2 => [x, y + 0.55]), ...top.slice().reverse()];
	for (const z of [-1, 1]) parts.prism(stone, rail, 0.25, { at: [0, 0, z * (half - 0.1)] });
}

function addWoodenBridge(parts: PartBuilder, { rise, slope }: Deck): void {
	const [planks, beam] = [parts.mainMaterial('wood'), parts.accentMaterial('dark wood')];
	for (let x = -2.88; x <= 2.9; x += 0.32) {
		parts.box(planks, [0.28, 0.07, half * 2], { at: [x, rise(x), 0], turn: [0, 0, slope(x)] });
	}
	const posts = [-3, -1.5, 0, 1.5, 3];
	for (const z of [-half, half]) {
		const along = (lift: number): Vec3[] => posts.map((x): Vec3 => [x, rise(x) + lift, z]);
		parts.tube(beam, along(-0.08), 0.11, 6);
		parts.tube(beam, along(0.9), 0.055, 6);
		for (const x of posts) parts.box(beam, [0.14, rise(x) + 1, 0.14], { at: [x, 0, z] });
	}
}
