/** The part of the validator's answer that is read here; the package brings no types. */
declare module 'gltf-validator' {
	interface Report {
		issues: {
			numErrors: number;
			numWarnings: number;
			messages: { code: string; message: string; severity: number }[];
		};
		info?: { totalTriangleCount?: number };
	}
	interface Options {
		externalResourceFunction?(uri: string): Promise<Uint8Array>;
	}
	export function validateBytes(bytes: Uint8Array, options?: Options): Promise<Report>;
}
