import type { Mesh } from './mesh';

/** An upright rectangle facing +z, standing on y = 0, that shows a whole picture once. */
export function panel(width: number, height: number): Mesh {
	const half = width / 2;
	return {
		positions: [-half, 0, 0, half, 0, 0, half, height, 0, -half, height, 0],
		normals: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1],
		uvs: [0, 1, 1, 1, 1, 0, 0, 0],
		indices: [0, 1, 2, 0, 2, 3],
	};
}
