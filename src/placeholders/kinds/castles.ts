import type { Kind } from '../kind';
import type { Material } from '../material';
import { box } from '../mesh/box';
import { sheets } from '../mesh/facets';
import { cylinder, lathe } from '../mesh/lathe';
import { prism } from '../mesh/prism';
import type { Vec2 } from '../mesh/vector';
import type { Bench } from '../partBuilder';

/** A round tower with a crown of merlons, and a pointed roof if it has one. */
function addTower(
	bench: Bench,
	stone: Material,
	roof: Material | undefined,
	radius: number,
	height: number,
): void {
	const around = bench.round(16, 6);
	const head = radius * 1.18;
	bench.add(
		stone,
		lathe(
			[
				[radius * 1.12, 0],
				[radius, height * 0.12],
				[radius, height * 0.82],
				[head, height * 0.87],
				[head, height],
			],
			around,
		),
	);
	const merlons = 8;
	for (let index = 0; index < merlons; index++) {
		bench.group({ turn: [0, (index / merlons) * 360 + 22.5, 0] }, () => {
			bench.add(stone, box(radius * 0.5, radius * 0.36, radius * 0.22), {
				at: [0, height - 0.02, head * 0.88],
			});
		});
	}
	if (!roof) return;
	bench.add(stone, cylinder(radius * 0.85, radius * 0.85, radius * 0.5, around), { at: [0, height, 0] });
	bench.add(roof, cylinder(radius * 1.12, 0, radius * 2.1, around), { at: [0, height + radius * 0.45, 0] });
}

/** A slit window on a wall that faces +z. */
function addSlit(bench: Bench, y: number, z: number): void {
	bench.add(bench.plain('paint', '1c1e24'), box(0.16, 0.8, 0.06), { at: [0, y, z] });
}

function addFlag(bench: Bench, x: number, y: number, z: number): void {
	bench.add(bench.plain('dark wood'), cylinder(0.05, 0.04, 1.9, 6), { at: [x, y, z] });
	const flag = sheets([
		[
			[0, 0, 0],
			[1, 0.3, 0.1],
			[0, 0.7, 0],
		],
	]);
	bench.add(bench.named('flag', 'cloth', bench.plain('cloth', 'b5322c')), flag, {
		at: [x + 0.04, y + 1.1, z],
	});
}

/** A door with a round head that stands before a wall facing +z. */
function addPortal(
	bench: Bench,
	door: Material,
	frame: Material,
	width: number,
	height: number,
	z: number,
): void {
	const outline = (grow: number): Vec2[] => {
		const half = width / 2 + grow;
		const round = Array.from({ length: 9 }, (_, step): Vec2 => {
			const angle = (step / 8) * Math.PI;
			return [Math.cos(angle) * half, height - width / 2 + Math.sin(angle) * half];
		});
		return [[-half, 0], [half, 0], ...round];
	};
	bench.add(frame, prism(outline(0.18), 0.3), { at: [0, 0, z] });
	bench.add(door, prism(outline(0), 0.12), { at: [0, 0, z + 0.14] });
}

export const tower: Kind = {
	name: 'tower',
	words: ['tower', 'turret', 'watchtower', 'keep'],
	build(bench) {
		const stone = bench.make('cobblestone');
		const roof = bench.says('ruined', 'battlement')
			? undefined
			: bench.named('roof', 'shingles', bench.tint('shingles', '4a5a86'));
		const height = 8.5 * bench.random.vary(0.1);
		addTower(bench, stone, roof, 2, height);
		addPortal(bench, bench.trim('oak'), bench.plain('stone'), 1.2, 2.2, 2.05);
		for (const turn of [0, 90, 200]) {
			bench.group({ turn: [0, turn, 0] }, () => {
				addSlit(bench, height * 0.45, 1.99);
				addSlit(bench, height * 0.68, 1.99);
			});
		}
		if (roof) addFlag(bench, 0, height + 4.9, 0);
	},
};

export const castle: Kind = {
	name: 'castle',
	words: ['castle', 'fortress', 'fort', 'citadel', 'palace', 'stronghold'],
	build(bench) {
		const stone = bench.make('cobblestone');
		const roof = bench.named('roof', 'shingles', bench.tint('shingles', '4a5a86'));
		const half = 7;
		for (const [x, z] of [
			[-1, -1],
			[1, -1],
			[-1, 1],
			[1, 1],
		] as const) {
			bench.group({ at: [x * half, 0, z * half] }, () =>
				addTower(bench, stone, roof, 1.7, 7.5 * bench.random.vary(0.06)),
			);
			addFlag(bench, x * half, 11.6, z * half);
		}
		for (const turn of [0, 90, 180, 270]) {
			bench.group({ turn: [0, turn, 0] }, () => {
				bench.add(stone, box(2 * half - 2, 4.8, 1.2), { at: [0, 0, half] });
				for (let x = -4.5; x <= 4.5; x += 1.8)
					bench.add(stone, box(0.9, 0.7, 0.4), { at: [x, 4.75, half + 0.4] });
			});
		}
		bench.add(stone, box(6, 8.5, 6), { at: [0, 0, -1.5] });
		bench.add(roof, box(6.8, 3.4, 6.8, 0), { at: [0, 8.5, -1.5] });
		bench.add(stone, box(4, 5.8, 1.9), { at: [0, 0, half] });
		addPortal(bench, bench.trim('oak'), bench.plain('stone'), 2.2, 3.4, half + 0.95);
	},
};

export const wall: Kind = {
	name: 'wall',
	words: ['wall', 'castle wall', 'rampart', 'battlement', 'barricade'],
	build(bench) {
		const stone = bench.body('cobblestone');
		const castle = bench.says('castle', 'rampart', 'battlement', 'fortress', 'city');
		const [length, high, thick] = castle ? [6, 3.6, 1] : [3, 2, 0.35];
		bench.add(stone, box(length, 0.4, thick + 0.3, [1, 0.85]));
		bench.add(stone, box(length, high, thick));
		if (!castle) {
			bench.add(bench.trim('stone'), box(length + 0.1, 0.14, thick + 0.16, [1, 0.7]), { at: [0, high, 0] });
			return;
		}
		bench.add(stone, box(length, 0.35, thick + 0.4), { at: [0, high - 0.2, 0] });
		for (let x = -2.5; x <= 2.5; x += 1.25)
			bench.add(stone, box(0.7, 0.75, 0.35), { at: [x, high + 0.14, thick / 2] });
		for (const x of [-1.5, 1.5]) bench.group({ at: [x, 0, 0] }, () => addSlit(bench, 1.5, thick / 2 - 0.01));
	},
};

export const gate: Kind = {
	name: 'arch',
	words: ['arch', 'archway', 'gate', 'gateway', 'portal'],
	build(bench) {
		const stone = bench.body('stone');
		const round = Array.from({ length: 11 }, (_, step): Vec2 => {
			const angle = (step / 10) * Math.PI;
			return [Math.cos(angle) * 1.1, 2.1 + Math.sin(angle) * 1.1];
		});
		bench.add(
			stone,
			prism(
				[
					[1.1, 0],
					[1.75, 0],
					[1.75, 2.4],
					[1.2, 3.6],
					[-1.2, 3.6],
					[-1.75, 2.4],
					[-1.75, 0],
					[-1.1, 0],
					...round.slice().reverse(),
				],
				0.8,
			),
		);
		for (const side of [-1, 1]) bench.add(stone, box(0.85, 0.35, 1), { at: [side * 1.42, 0, 0] });
		bench.add(bench.trim('stone', '6e6c68'), box(0.5, 0.75, 0.95, 1.25), { at: [0, 3.05, 0] });
		if (!bench.says('portal', 'magic')) return;
		const glow = bench.light('portal', bench.says('fire', 'hell', 'red') ? 'ff5a2a' : '7a4cff', 0.8);
		bench.add(glow, prism([[-1.1, 0.05], [1.1, 0.05], ...round], 0.1));
	},
};
