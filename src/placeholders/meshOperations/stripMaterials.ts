import { hex } from '../colour';
import type { PlaceholderModel } from '../placeholderModel';
import type { Surface } from '../surface';

/** Clay, as untextured models are shown. */
const clay = { colour: hex('cfcfcf'), metallic: 0, roughness: 0.9, glow: 0 };

/** The shape alone: no pictures, no colours. */
export function stripMaterials(thing: PlaceholderModel): PlaceholderModel {
	return {
		...thing,
		surfaces: thing.surfaces.map(
			({ name, mesh, skin }): Surface => ({ ...clay, name, mesh, ...(skin && { skin }) }),
		),
	};
}
