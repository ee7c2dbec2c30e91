import { triangleCount } from './mesh/mesh';
import type { Vec3 } from './mesh/vector';
import type { RigType } from './rig/rigType';
import type { Clip, Skeleton } from './skeleton';
import type { Surface } from './surface';

/** A model in memory, before any file format. Metres, y up, facing +z; its own left is +x. */
export interface PlaceholderModel {
	/** The kind that it is, or the name that it was uploaded under. */
	readonly name: string;
	readonly surfaces: readonly Surface[];
	/** The skeleton that would suit it; absent from things that have no limbs. */
	readonly body?: RigType;
	/** Where joints of that skeleton are, by plain name, as far as whoever made it knows. */
	readonly landmarks?: ReadonlyMap<string, Vec3>;
	readonly skeleton?: Skeleton;
	readonly clips?: readonly Clip[];
	/** One node a surface, named after it, instead of one for all. */
	readonly separateNodes?: boolean;
}

/** How many triangles it has. */
export function faceCount({ surfaces }: PlaceholderModel): number {
	return surfaces.reduce((sum, { mesh }) => sum + triangleCount(mesh), 0);
}
