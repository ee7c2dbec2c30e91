import { findDefects } from '../../placeholders/mesh/defects';
import { merged } from '../../placeholders/mesh/mesh';
import type { PlaceholderModel } from '../../placeholders/placeholderModel';

/** What an analysis says of a model. */
export interface Printability {
	status: 'healthy' | 'warning' | 'error';
	issue_count: number;
	error_count: number;
	warning_count: number;
	metrics: {
		is_watertight: boolean;
		/** Cubic centimetres. */
		volume: number;
		non_manifold_edges: number;
		degenerate_faces: number;
		holes: number;
	};
}

/** A mesh that is not closed is an error; the rest a slicer may cope with. */
export function printabilityOf({ surfaces }: PlaceholderModel): Printability {
	const faults = findDefects(merged(...surfaces.map(({ mesh }) => mesh)));
	const count = (...found: boolean[]): number => found.filter(Boolean).length;
	const errors = count(!faults.watertight, faults.holes > 0);
	const warnings = count(faults.nonManifoldEdges > 0, faults.degenerateFaces > 0);
	return {
		status: errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'healthy',
		issue_count: errors + warnings,
		error_count: errors,
		warning_count: warnings,
		metrics: {
			is_watertight: faults.watertight,
			volume: Math.round(faults.volume * 1e8) / 100,
			non_manifold_edges: faults.nonManifoldEdges,
			degenerate_faces: faults.degenerateFaces,
			holes: faults.holes,
		},
	};
}
