import { boundsOf, type Mesh } from '../mesh/mesh';
import { plus, times, type Vec3 } from '../mesh/vector';
import type { PlaceholderModel } from '../placeholderModel';

function boundsOfThing({ surfaces, skeleton }: PlaceholderModel) {
	const joints = skeleton?.joints.flatMap(({ at }) => at) ?? [];
	const meshes = surfaces.length > 0 ? surfaces.map(({ mesh }) => mesh) : [{ positions: joints }];
	return boundsOf(meshes);
}

function movedMesh(mesh: Mesh, factor: number, by: Vec3): Mesh {
	return {
		...mesh,
		positions: mesh.positions.map((value, index) => value * factor + (by[index % 3] ?? 0)),
	};
}

function moved(thing: PlaceholderModel, factor: number, by: Vec3): PlaceholderModel {
	const { skeleton, clips } = thing;
	const joints = skeleton?.joints.map((joint) => ({ ...joint, at: plus(times(joint.at, factor), by) }));
	const landmarks =
		thing.landmarks && new Map([...thing.landmarks].map(([name, at]) => [name, plus(times(at, factor), by)]));
	const grown = clips?.map((clip) => ({
		...clip,
		tracks: clip.tracks.map((track) =>
			track.of === 'turn' ? track : { ...track, values: track.values.map((value) => times(value, factor)) },
		),
	}));
	return {
		...thing,
		surfaces: thing.surfaces.map((surface) => ({ ...surface, mesh: movedMesh(surface.mesh, factor, by) })),
		...(landmarks && { landmarks }),
		...(joints && { skeleton: { joints } }),
		...(grown && { clips: grown }),
	};
}

/** Larger or smaller about the origin, skeleton and clips with it. Textures keep their place. */
export function scaleBy(thing: PlaceholderModel, factor: number): PlaceholderModel {
	return moved(thing, factor, [0, 0, 0]);
}

/** As tall, or along its longest side as long, as `metres`. */
export function scaleTo(
	thing: PlaceholderModel,
	metres: number,
	axis: 'height' | 'longest',
): PlaceholderModel {
	const { min, max } = boundsOfThing(thing);
	const [width, height, depth] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
	const size = axis === 'height' ? height : Math.max(width, height, depth);
	return size > 0 ? scaleBy(thing, metres / size) : thing;
}

/** Moved so that the origin is in the middle of it, or in the middle of the ground that it stands on. */
export function setOrigin(thing: PlaceholderModel, origin: 'bottom' | 'center'): PlaceholderModel {
	const { min, max } = boundsOfThing(thing);
	const middle = times(plus(min, max), 0.5);
	const floor = origin === 'bottom' ? min[1] : middle[1];
	return moved(thing, 1, [-middle[0], -floor, -middle[2]]);
}
