import { readFile } from 'node:fs/promises';
import { validateBytes } from 'gltf-validator';

/** What the reference validator of the glTF standard says about a file. */
export interface GltfReport {
	errors: number;
	warnings: number;
	triangles: number;
	/** The errors and warnings in words. */
	messages: string[];
}

/** Validates a GLB file. */
export async function validateGltf(file: string): Promise<GltfReport> {
	const { issues, info } = await validateBytes(new Uint8Array(await readFile(file)));
	return {
		errors: issues.numErrors,
		warnings: issues.numWarnings,
		triangles: info?.totalTriangleCount ?? 0,
		messages: issues.messages
			.filter(({ severity }) => severity <= 1)
			.map(({ code, message }) => `${code}: ${message}`),
	};
}
