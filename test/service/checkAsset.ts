import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { sidecarPath } from '../../src/core/assets/placement';
import type { JobRecord } from '../../src/core/model/jobRecord';
import { validateGltf } from '../harness/gltfReport';

/** A done job's files are whole, valid, and told of truly by its record and by the sidecar of the first. */
export async function checkAsset({ id, state }: JobRecord, files = 1): Promise<void> {
	assert.equal(state.kind, 'done', JSON.stringify(state));
	if (state.kind !== 'done') return;
	assert.equal(state.files.length, files);
	for (const { path, bytes, sha256, facts } of state.files) {
		const content = await readFile(path);
		assert.equal(content.byteLength, bytes);
		assert.equal(createHash('sha256').update(content).digest('hex'), sha256);
		if (extname(path) !== '.glb') continue;
		const report = await validateGltf(path);
		assert.deepEqual([report.errors, report.warnings], [0, 0], report.messages.join('; '));
		assert.equal(facts?.triangles, report.triangles);
	}
	const [main] = state.files;
	if (!main) return;
	const sidecar = JSON.parse(await readFile(sidecarPath(main.path), 'utf8'));
	assert.deepEqual(
		[sidecar.file, sidecar.bytes, sidecar.sha256, sidecar.taskId, sidecar.jobId, sidecar.credits],
		[basename(main.path), main.bytes, main.sha256, state.task.id, id, state.credits],
	);
}
