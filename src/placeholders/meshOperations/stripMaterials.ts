import { hex } from '../colour';
import type { PlaceholderModel } from '../placeholderModel';

/** Clay, as untextured models are shown. */
const clay = { colour: hex('cfcfcf'), metallic: 0, roughness: 0.9, glow: 0 };

/** The shape alone: no textures, no colours. */
export function stripMaterials(model: PlaceholderModel): PlaceholderModel {
	const surfaces = model.surfaces.map(({ name, mesh, skin }) => ({
		...clay,
		name,
		mesh,
		...(skin && { skin }),
	}));
	return { ...model, surfaces };
}
