import { execFile } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Downloads } from './downloads';
import type { Load } from './load';
import { Pace } from './pace';
import { naive, propsmith, type Row, steadyPolls, together } from './ways';

const short = process.argv.includes('--short');
/** Faster, and calls and writes begin to count: a millisecond of them is this many of simulated time. */
const pace = new Pace(short ? 50 : 25);

const columns = ['way', 'jobs', 'slots', 'ratio', 'notice s', 'req./job', '429s/100', ''];
const widths = [-54, 5, 6, 8, 10, 10, 10, -1];

function line(cells: readonly string[]): string {
	return cells
		.map((cell, index) => {
			const width = widths[index] ?? 0;
			return width < 0 ? cell.padEnd(-width) : cell.padStart(width);
		})
		.join('')
		.trimEnd();
}

function cellsOf({
	what,
	jobs,
	slots,
	ratio,
	noticeSeconds,
	requestsPerJob,
	refusedPer100,
	note,
}: Row): string[] {
	const number = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? '';
	return [
		what,
		String(jobs),
		String(slots),
		number(ratio, 3),
		number(noticeSeconds, 2),
		number(requestsPerJob, 1),
		number(refusedPer100, 1),
		note ? `  ${note}` : '',
	];
}

/** In a process of its own, where nothing but what is measured takes memory and time. */
async function measureIn<T>(script: string): Promise<T> {
	const file = path.join(__dirname, script);
	const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file]);
	return JSON.parse(stdout) as T;
}

async function main(): Promise<void> {
	const [cpu] = cpus();
	const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`;
	const machine = `${cpus().length} × ${cpu?.model.trim()}, ${memory}, Node ${process.version}`;
	console.log(`${machine}\nSimulated time goes ${pace.speed} times as fast as real time.\n`);
	console.log(line(columns));
	const rows: Row[] = [];
	const add = async (made: Promise<readonly Row[]>): Promise<void> => {
		for (const row of await made) {
			rows.push(row);
			console.log(line(cellsOf(row)));
		}
	};
	for (const slots of [10, 20]) {
		await add(propsmith({ jobs: 100, slots }, pace));
		await add(steadyPolls({ jobs: 100, slots }, pace));
		await add(naive({ jobs: 100, slots }, pace));
	}
	await add(together(5, { jobs: 200, slots: 10 }, pace));
	for (const slots of short ? [] : [10, 20]) {
		await add(propsmith({ jobs: 1000, slots }, pace));
		await add(naive({ jobs: 1000, slots }, pace));
	}
	const load = await measureIn<Load>('load.ts');
	const downloads = await measureIn<Downloads>('downloads.ts');
	console.log(
		`\nWith ${load.live} live and ${load.ended} ended jobs: longest block of the event loop ${load.longestBlockMs.toFixed(0)} ms, ${load.memoryMb.toFixed(0)} MB of memory`,
	);
	console.log(
		`\nA download of ${downloads.mb} MB, as many times as long as off a bare socket (${downloads.socketSeconds.toFixed(2)} s):`,
	);
	for (const [way, ratio] of Object.entries(downloads.ratios))
		console.log(line([way, '', '', ratio.toFixed(2)]));
	console.log(`\n${JSON.stringify({ machine, speed: pace.speed, rows, load, downloads })}`);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
