export interface ModelFile {
	/** The files of a model refer to one another by it; no folders. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

export interface ModelFiles {
	/** `model.<format>`. */
	readonly main: ModelFile;
	/** What the main file refers to: buffers, materials, textures. */
	readonly others: readonly ModelFile[];
}
