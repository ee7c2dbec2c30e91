export type Vec3 = readonly [number, number, number];
export type Vec2 = readonly [number, number];

export function plus(a: Vec3, b: Vec3): Vec3 {
	return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function minus(a: Vec3, b: Vec3): Vec3 {
	return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function times(a: Vec3, factor: number): Vec3 {
	return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function dot(a: Vec3, b: Vec3): number {
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vec3, b: Vec3): Vec3 {
	return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function length(a: Vec3): number {
	return Math.sqrt(dot(a, a));
}

/** The direction that a triangle faces whose corners go counter-clockwise. */
export function triangleNormal(a: Vec3, b: Vec3, c: Vec3): Vec3 {
	return unit(cross(minus(b, a), minus(c, a)));
}

/** The unit vector along `a`; straight up when `a` has no direction, since glTF forbids normals without length. */
export function unit(a: Vec3): Vec3 {
	const size = length(a);
	return size > 1e-12 ? times(a, 1 / size) : [0, 1, 0];
}
