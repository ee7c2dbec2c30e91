import type { Vec2, Vec3 } from '../mesh/vector';
import type { PartBuilder } from '../partBuilder';
import { archPoints } from './layout';

const [length, half] = [6, 1.1];

/** How high the deck is at x. */
type Rise = (x: number) => number;

export function addBridge(parts: PartBuilder): void {
	const arched = parts.hasWord('dock', 'pier', 'jetty', 'drawbridge') ? 0 : 0.75;
	const rise: Rise = (x) => 0.5 + arched * (1 - ((2 * x) / length) ** 2);
	if (parts.hasWord('stone', 'brick', 'cobblestone')) addStoneBridge(parts, rise);
	else addWoodenBridge(parts, rise);
}

function addStoneBridge(parts: PartBuilder, rise: Rise): void {
	const stone = parts.mainMaterial('wood');
	const top = Array.from({ length: 13 }, (_, step): Vec2 => [3 - step * 0.5, rise(3 - step * 0.5) + 0.5]);
	const under = archPoints(8, 1.9, 1.1).reverse();
	parts.prism(stone, [...under, [3, 0], ...top, [-3, 0]], half * 2);
	const rail = [...top.map(([x, y]): Vec2 => [x, y + 0.55]), ...top.slice().reverse()];
	for (const z of [-1, 1]) parts.prism(stone, rail, 0.25, { at: [0, 0, z * (half - 0.1)] });
}

function addWoodenBridge(parts: PartBuilder, rise: Rise): void {
	const [planks, beam] = [parts.mainMaterial('wood'), parts.accentMaterial('dark wood')];
	for (let x = -2.88; x <= 2.9; x += 0.32) {
		const slope = (Math.atan2(rise(x + 0.1) - rise(x - 0.1), 0.2) * 180) / Math.PI;
		parts.box(planks, [0.28, 0.07, half * 2], { at: [x, rise(x), 0], turn: [0, 0, slope] });
	}
	const posts = [-3, -1.5, 0, 1.5, 3];
	for (const z of [-half, half]) {
		const along = (lift: number): Vec3[] => posts.map((x): Vec3 => [x, rise(x) + lift, z]);
		parts.tube(beam, along(-0.08), 0.11, 6);
		parts.tube(beam, along(0.9), 0.055, 6);
		for (const x of posts) parts.box(beam, [0.14, rise(x) + 1, 0.14], { at: [x, 0, z] });
	}
}
