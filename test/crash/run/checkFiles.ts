import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AssetFile, Done, JobRecord } from '../../../src/core/model/jobRecord';
import { lookUp } from '../../harness/lookUp';
import type { BookedTask } from '../window/books';
import type { Evidence } from './evidence';

/** Every job has the whole file that the service made for it, and nothing else has a final name. */
export async function checkFiles({ records, tasks, figures }: Evidence, output: string): Promise<string[]> {
	const problems: string[] = [];
	const expected = new Set<string>();
	for (const { id, state } of records) {
		if (state.kind !== 'done') continue;
		if (state.files.length !== 1) problems.push(`job ${id} has ${state.files.length} files`);
		for (const file of state.files) {
			const names = [file.path, file.path.replace(/\.glb$/, '.propsmith.json')];
			if (expected.has(file.path)) problems.push(`two jobs say that ${file.path} is theirs`);
			for (const name of names) expected.add(name);
			const wrong = await faultOf({ id, state }, file, tasks).catch(String);
			if (wrong) problems.push(`${path.basename(file.path)} of job ${id} ${wrong}`);
		}
	}
	for (const name of await readdir(output)) {
		if (expected.has(path.join(output, name))) continue;
		// Litter without a final name is counted, and no fault.
		if (name.endsWith('.tmp')) figures.add('temporary files left behind');
		else {
			figures.add('stray files');
			problems.push(`${name} is no job’s file`);
		}
	}
	return problems;
}

async function faultOf(
	{ id, state }: { id: JobRecord['id']; state: Done },
	file: AssetFile,
	tasks: readonly BookedTask[],
): Promise<string | undefined> {
	const content = await readFile(file.path);
	if (content.byteLength !== file.bytes || digest(content) !== file.sha256)
		return 'is not what its record says';
	const header = [content.toString('latin1', 0, 4), content.readUInt32LE(4), content.readUInt32LE(8)];
	if (header.join() !== ['glTF', 2, content.byteLength].join()) return `has the header ${header.join()}`;
	const link = tasks.find(({ taskId }) => taskId === state.task.id)?.link;
	const original = link === undefined ? undefined : await lookUp(link);
	if (!original?.equals(content)) return 'is not the file that its task offers';
	const sidecar = JSON.parse(await readFile(file.path.replace(/\.glb$/, '.propsmith.json'), 'utf8'));
	if (sidecar.jobId !== id || sidecar.taskId !== state.task.id || sidecar.sha256 !== file.sha256)
		return 'has a sidecar that tells of something else';
	return undefined;
}

function digest(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
