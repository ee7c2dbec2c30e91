import { strict as assert } from 'node:assert';
import { validateGltf } from './gltfReport';

/** Fails unless the file is a GLB in which the validator finds no error and no warning. */
export async function assertValidGlb(file: string): Promise<void> {
	const { errors, warnings, messages } = await validateGltf(file);
	assert.equal(errors + warnings, 0, `${file}: ${messages.join('; ')}`);
}
