import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { validateBytes } from 'gltf-validator';

/** Fails unless the file is a GLB in which the validator finds no error and no warning. */
export async function assertValidGlb(path: string): Promise<void> {
	const report = await validateBytes(new Uint8Array(await readFile(path)));
	const { numErrors, numWarnings, messages } = report.issues;
	assert.equal(numErrors + numWarnings, 0, `${path}: ${JSON.stringify(messages)}`);
}
