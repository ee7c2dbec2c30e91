import type { Thing } from '../thing';

/** Pictures of a material beside the model, PNG. */
export interface PbrMaps {
	readonly base_color: Uint8Array;
	readonly metallic: Uint8Array;
	readonly roughness: Uint8Array;
	readonly normal: Uint8Array;
}

/** The maps of the surface that covers most of the thing. */
export async function pbrMapsOf(_thing: Thing): Promise<PbrMaps> {
	throw new Error('not made yet');
}
