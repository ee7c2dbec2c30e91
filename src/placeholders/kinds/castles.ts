import type { Material } from '../material';
import { sheets } from '../mesh/facets';
import type { PartBuilder } from '../partBuilder';
import { points2d, points3d } from '../points';
import { archPoints, corners } from './layout';

/** A round tower with a crown of merlons, and a pointed roof if it has one. */
function addRoundTower(parts: PartBuilder, roof: Material | undefined, radius: number, height: number): void {
	const stone = parts.substanceMaterial('cobblestone');
	const head = radius * 1.18;
	const foot = `${radius * 1.12} 0, ${radius} ${height * 0.12}, ${radius} ${height * 0.82}`;
	parts.lathe(stone, `${foot}, ${head} ${height * 0.87}, ${head} ${height}`, 16);
	const merlon = [radius * 0.5, radius * 0.36, radius * 0.22] as const;
	parts.around(8, () => parts.box(stone, merlon, { at: [0, height - 0.02, head * 0.88] }), 22.5);
	if (!roof) return;
	parts.cylinder(stone, [radius * 0.85, radius * 0.85, radius * 0.5], 16, { at: [0, height, 0] });
	parts.cylinder(roof, [radius * 1.12, 0, radius * 2.1], 16, { at: [0, height + radius * 0.45, 0] });
}

function towerRoof(parts: PartBuilder): Material {
	return parts.partMaterial('roof', 'shingles', parts.tintedMaterial('shingles', '4a5a86'));
}

/** A slit window on a wall that faces +z. */
function addSlit(parts: PartBuilder, x: number, y: number, z: number): void {
	parts.box(parts.fixedMaterial('paint', '1c1e24'), [0.16, 0.8, 0.06], { at: [x, y, z] });
}

function addFlag(parts: PartBuilder, x: number, y: number, z: number): void {
	const cloth = parts.partMaterial('flag', 'cloth', parts.fixedMaterial('cloth', 'b5322c'));
	parts.cylinder(parts.fixedMaterial('dark wood'), [0.05, 0.04, 1.9], 6, { at: [x, y, z] });
	parts.add(cloth, sheets([points3d('0 0 0, 1 0.3 0.1, 0 0.7 0')]), { at: [x + 0.04, y + 1.1, z] });
}

/** A door with a round head that stands before a wall facing +z. */
function addPortal(parts: PartBuilder, width: number, height: number, z: number): void {
	const outline = (half: number) =>
		[[-half, 0] as const, [half, 0] as const, ...archPoints(8, half, half, height - width / 2)] as const;
	parts.prism(parts.fixedMaterial('stone'), outline(width / 2 + 0.18), 0.3, { at: [0, 0, z] });
	parts.prism(parts.accentMaterial('oak'), outline(width / 2), 0.12, { at: [0, 0, z + 0.14] });
}

export function addTower(parts: PartBuilder): void {
	const roof = parts.hasWord('ruined', 'battlement') ? undefined : towerRoof(parts);
	const height = 8.5 * parts.random.vary(0.1);
	addRoundTower(parts, roof, 2, height);
	addPortal(parts, 1.2, 2.2, 2.05);
	for (const turn of [0, 90, 200]) {
		parts.group({ turn: [0, turn, 0] }, () => {
			for (const share of [0.45, 0.68]) addSlit(parts, 0, height * share, 1.99);
		});
	}
	if (roof) addFlag(parts, 0, height + 4.9, 0);
}

export function addCastle(parts: PartBuilder): void {
	const [stone, roof] = [parts.substanceMaterial('cobblestone'), towerRoof(parts)];
	const half = 7;
	for (const [x, z] of corners) {
		const height = 7.5 * parts.random.vary(0.06);
		parts.group({ at: [x * half, 0, z * half] }, () => addRoundTower(parts, roof, 1.7, height));
		addFlag(parts, x * half, 11.6, z * half);
	}
	parts.around(4, () => {
		parts.box(stone, [2 * half - 2, 4.8, 1.2], { at: [0, 0, half] });
		for (let x = -4.5; x <= 4.5; x += 1.8) parts.box(stone, [0.9, 0.7, 0.4], { at: [x, 4.75, half + 0.4] });
	});
	parts.box(stone, [6, 8.5, 6], { at: [0, 0, -1.5] });
	parts.box(roof, [6.8, 3.4, 6.8], { at: [0, 8.5, -1.5], taper: 0 });
	parts.box(stone, [4, 5.8, 1.9], { at: [0, 0, half] });
	addPortal(parts, 2.2, 3.4, half + 0.95);
}

export function addWall(parts: PartBuilder): void {
	const stone = parts.mainMaterial('cobblestone');
	const castle = parts.hasWord('castle', 'rampart', 'battlement', 'fortress', 'city');
	const [length, high, thick] = castle ? ([6, 3.6, 1] as const) : ([3, 2, 0.35] as const);
	parts.box(stone, [length, 0.4, thick + 0.3], { taper: [1, 0.85] });
	parts.box(stone, [length, high, thick]);
	if (!castle) {
		const coping = { at: [0, high, 0], taper: [1, 0.7] } as const;
		parts.box(parts.accentMaterial('stone'), [length + 0.1, 0.14, thick + 0.16], coping);
		return;
	}
	parts.box(stone, [length, 0.35, thick + 0.4], { at: [0, high - 0.2, 0] });
	for (let x = -2.5; x <= 2.5; x += 1.25) {
		parts.box(stone, [0.7, 0.75, 0.35], { at: [x, high + 0.14, thick / 2] });
	}
	for (const x of [-1.5, 1.5]) addSlit(parts, x, 1.5, thick / 2 - 0.01);
}

export function addArch(parts: PartBuilder): void {
	const stone = parts.mainMaterial('stone');
	const opening = archPoints(10, 1.1, 1.1, 2.1);
	const outside = points2d('1.1 0, 1.75 0, 1.75 2.4, 1.2 3.6, -1.2 3.6, -1.75 2.4, -1.75 0, -1.1 0');
	parts.prism(stone, [...outside, ...opening.slice().reverse()], 0.8);
	for (const x of [-1.42, 1.42]) parts.box(stone, [0.85, 0.35, 1], { at: [x, 0, 0] });
	const keystone = parts.accentMaterial('stone', '6e6c68');
	parts.box(keystone, [0.5, 0.75, 0.95], { at: [0, 3.05, 0], taper: 1.25 });
	if (!parts.hasWord('portal', 'magic')) return;
	const colour = parts.hasWord('fire', 'hell', 'red') ? 'ff5a2a' : '7a4cff';
	const ground = points2d('-1.1 0.05, 1.1 0.05');
	parts.prism(parts.glowMaterial('portal', colour, 0.8), [...ground, ...opening], 0.1);
}
