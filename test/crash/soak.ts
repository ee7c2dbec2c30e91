import { parseArgs } from 'node:util';
import { Figures } from './run/figures';
import { runAll } from './run/runAll';
import { World } from './run/world';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const seedSpace = 1_000_000;
/** As many runs as one sandbox remembers every request of. */
const runsPerWorld = 50;

/** The long form: as many seeded runs as asked for, then what they came to. Fails unless nothing was bought twice or lost. */
async function soak(runs: number, firstSeed: number): Promise<boolean> {
	console.log(`${runs} runs from seed ${firstSeed}`);
	const sum = new Figures();
	for (let done = 0; done < runs; done += runsPerWorld) {
		const seeds = Array.from(
			{ length: Math.min(runsPerWorld, runs - done) },
			(_, at) => firstSeed + done + at,
		);
		await soakSome(seeds, sum);
		console.log(`${done + seeds.length} runs, ${sum.get('failed runs')} failed`);
	}
	// Zeros are worth saying.
	for (const name of ['failed runs', 'double charges', 'lost results', 'stray files']) sum.add(name, 0);
	console.log(sum.lines().join('\n'));
	return sum.get('failed runs') === 0;
}

async function soakSome(seeds: readonly number[], sum: Figures): Promise<void> {
	const world = await World.open();
	try {
		for (const result of runAll(world, seeds).values()) {
			await result.then(
				(figures) => sum.include(figures),
				(error: unknown) => {
					sum.add('failed runs');
					console.error(`\n${error instanceof Error ? error.message : error}\n`);
				},
			);
		}
	} finally {
		await world.close();
	}
}

soak(Number(values.runs ?? 500), Number(values.seed ?? Date.now() % seedSpace)).then(
	(well) => {
		process.exitCode = well ? 0 : 1;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 2;
	},
);
