import type { Accessor, Document } from '@gltf-transform/core';
import { rounded } from '../literals';

type Values = Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Rounded to micrometres: below what anyone sees, above what engines' trigonometry may differ by. */
export function roundedFloats(values: readonly number[]): Float32Array<ArrayBuffer> {
	return Float32Array.from(values, (value) => rounded(value));
}

/** Adds numbers to the document's only buffer. */
export function addAccessor(
	document: Document,
	type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4' | 'MAT4',
	values: Values,
): Accessor {
	const [buffer = null] = document.getRoot().listBuffers();
	return document.createAccessor().setType(type).setArray(values).setBuffer(buffer);
}
