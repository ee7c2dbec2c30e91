/** A 32-bit integer; a bare number is a double. */
export interface Int {
	readonly int: number;
}

/** What FBX keeps in a node. A bigint is a 64-bit integer, bytes are raw data, the other arrays are arrays. */
export type FbxValue =
	| string
	| boolean
	| number
	| bigint
	| Int
	| Uint8Array
	| Int32Array
	| BigInt64Array
	| Float32Array
	| Float64Array;

/** The one building block of an FBX file. */
export interface FbxNode {
	readonly name: string;
	readonly values: readonly FbxValue[];
	readonly children: readonly FbxNode[];
}

export function int(value: number): Int {
	return { int: value };
}

export function node(
	name: string,
	values: readonly FbxValue[] = [],
	children: readonly FbxNode[] = [],
): FbxNode {
	return { name, values, children };
}

/** Objects are called by name and class, parted by two bytes that no name has. */
export function objectName(name: string, kind: string): string {
	return `${name}\x00\x01${kind}`;
}

export type Property = readonly [
	name: string,
	type: string,
	label: string,
	flags: string,
	...values: FbxValue[],
];

/** A node's named properties. */
export function properties(list: readonly Property[]): FbxNode {
	return node(
		'Properties70',
		[],
		list.map((property) => node('P', property)),
	);
}
