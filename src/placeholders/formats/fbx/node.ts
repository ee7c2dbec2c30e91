/** A 64-bit float. */
interface Double {
	readonly double: number;
}

/** What FBX keeps in a node. Numbers and bigints are integers of 32 and 64 bits, bytes are raw data. */
export type FbxValue =
	| (string | boolean | number | bigint | Double)
	| (Uint8Array | Int32Array | BigInt64Array | Float32Array | Float64Array);

/** The one building block of an FBX file. */
export interface FbxNode {
	readonly name: string;
	readonly values: readonly FbxValue[];
	readonly children: readonly FbxNode[];
}

export function double(value: number): Double {
	return { double: value };
}

/** A node with values, children or both. */
export function node(
	name: string,
	values: readonly FbxValue[] = [],
	children: readonly FbxNode[] = [],
): FbxNode {
	return { name, values, children };
}

/** Nodes of one value each, or of children. */
export function nodes(members: Readonly<Record<string, FbxValue | readonly FbxNode[]>>): FbxNode[] {
	return Object.entries(members).map(([name, value]) =>
		Array.isArray(value) ? node(name, [], value) : node(name, [value as FbxValue]),
	);
}

/** Objects are called by name and class, parted by two bytes that no name has. */
export function objectName(name: string, kind: string): string {
	return `${name}\x00\x01${kind}`;
}

/** What FBX says of a property by its type: the type's own name, a label, flags (A: it may be animated). */
const propertyTypes = {
	int: ['int', 'Integer', ''],
	enum: ['enum', '', ''],
	bool: ['bool', '', ''],
	double: ['double', 'Number', ''],
	number: ['Number', '', 'A'],
	colour: ['Color', '', 'A'],
	time: ['KTime', 'Time', ''],
	text: ['KString', '', ''],
	file: ['KString', 'XRefUrl', ''],
	object: ['object', '', ''],
	'Lcl Translation': ['Lcl Translation', '', 'A'],
	'Lcl Rotation': ['Lcl Rotation', '', 'A'],
	'Lcl Scaling': ['Lcl Scaling', '', 'A'],
} as const;

type Property = readonly [name: string, type: keyof typeof propertyTypes, ...values: FbxValue[]];

/** A node's named properties. Numbers are doubles, but for those of the types int, enum and bool. */
export function properties(...list: readonly Property[]): FbxNode {
	const children = list.map(([name, type, ...values]) => {
		const whole = type === 'int' || type === 'enum' || type === 'bool';
		const typed = values.map((value) => (!whole && typeof value === 'number' ? double(value) : value));
		return node('P', [name, ...propertyTypes[type], ...typed]);
	});
	return node('Properties70', [], children);
}
