import { type Bounds, boundsOf } from '../mesh/mesh';
import { minus, plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';
import type { Clip } from '../skeleton';
import type { Surface } from '../surface';

function modelBounds({ surfaces, skeleton }: PlaceholderModel): Bounds {
	const joints = skeleton?.joints.flatMap(({ at }) => at) ?? [];
	return boundsOf(surfaces.length > 0 ? surfaces.map(({ mesh }) => mesh) : [{ positions: joints }]);
}

function scaledClip(clip: Clip, factor: number): Clip {
	const tracks = clip.tracks.map((track) => {
		return track.path === 'rotation'
			? track
			: { ...track, values: track.values.map((value) => times(value, factor)) };
	});
	return { ...clip, tracks };
}

function moved(model: PlaceholderModel, factor: number, by: Vec3): PlaceholderModel {
	const place = (point: Vec3): Vec3 => plus(times(point, factor), by);
	const surfaces = model.surfaces.map((surface): Surface => {
		const positions = surface.mesh.positions.map((value, index) => value * factor + (by[index % 3] ?? 0));
		return { ...surface, mesh: { ...surface.mesh, positions } };
	});
	const { skeleton, clips, landmarks } = model;
	const joints = skeleton?.joints.map((joint) => ({ ...joint, at: place(joint.at) }));
	return {
		...model,
		surfaces,
		...(landmarks && { landmarks: new Map([...landmarks].map(([name, at]) => [name, place(at)])) }),
		...(joints && { skeleton: { joints } }),
		...(clips && { clips: clips.map((clip) => scaledClip(clip, factor)) }),
	};
}

/** Larger or smaller about the origin, skeleton and clips with it. Textures keep their place. */
export function scaleBy(model: PlaceholderModel, factor: number): PlaceholderModel {
	return moved(model, factor, [0, 0, 0]);
}

/** As tall, or along its longest side as long, as `metres`. */
export function scaleTo(
	model: PlaceholderModel,
	metres: number,
	axis: 'height' | 'longest',
): PlaceholderModel {
	const { min, max } = modelBounds(model);
	const extent = minus(max, min);
	const size = axis === 'height' ? extent[1] : Math.max(...extent);
	return size > 0 ? scaleBy(model, metres / size) : model;
}

/** Moved so that the origin is in the middle of it, or in the middle of the ground that it stands on. */
export function setOrigin(model: PlaceholderModel, origin: 'bottom' | 'center'): PlaceholderModel {
	const { min, max } = modelBounds(model);
	const [x, y, z] = times(plus(min, max), 0.5);
	return moved(model, 1, [-x, -(origin === 'bottom' ? min[1] : y), -z]);
}
