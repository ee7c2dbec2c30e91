import { Document, NodeIO } from '@gltf-transform/core';

/** Makes a document with a buffer, to be written by `glbOf`. */
export function newDocument(): Document {
	const document = new Document();
	document.createBuffer();
	return document;
}

/** A box of so many metres around the origin's corner: 12 triangles, indexed. */
export function boxMesh(document: Document, width: number, height: number, depth: number) {
	const corners = Array.from({ length: 8 }, (_, corner) => [
		(corner & 1) * width,
		((corner >> 1) & 1) * height,
		((corner >> 2) & 1) * depth,
	]);
	const sides = [
		0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7,
		5,
	];
	const buffer = document.getRoot().listBuffers()[0] ?? null;
	const position = document
		.createAccessor()
		.setType('VEC3')
		.setArray(new Float32Array(corners.flat()))
		.setBuffer(buffer);
	const indices = document
		.createAccessor()
		.setType('SCALAR')
		.setArray(new Uint16Array(sides))
		.setBuffer(buffer);
	const primitive = document.createPrimitive().setAttribute('POSITION', position).setIndices(indices);
	return document.createMesh('box').addPrimitive(primitive);
}

export function glbOf(document: Document): Promise<Uint8Array> {
	return new NodeIO().writeBinary(document);
}

/** A GLB with this JSON chunk and nothing else, however wrong it may be. */
export function glbWithJson(json: unknown): Uint8Array {
	const text = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
	const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, ' ')]);
	const header = Buffer.alloc(20);
	header.write('glTF', 0, 'latin1');
	header.writeUInt32LE(2, 4);
	header.writeUInt32LE(20 + padded.length, 8);
	header.writeUInt32LE(padded.length, 12);
	header.writeUInt32LE(0x4e4f534a, 16);
	return new Uint8Array(Buffer.concat([header, padded]));
}

/** A GLB of these chunks, each padded with nothing but what is given. */
export function glb(chunks: readonly (readonly [type: string, data: string])[], version = 2): Buffer {
	const parts = chunks.map(([type, data]) => {
		const bytes = Buffer.from(data);
		const padded = Buffer.concat([
			bytes,
			Buffer.alloc(/^ *$/.test(data.slice(-1)) ? 0 : (4 - (bytes.length % 4)) % 4, ' '),
		]);
		const header = Buffer.alloc(8);
		header.writeUInt32LE(padded.length, 0);
		header.write(type, 4, 'latin1');
		return Buffer.concat([header, padded]);
	});
	const body = Buffer.concat(parts);
	const header = Buffer.alloc(12);
	header.write('glTF', 0, 'latin1');
	header.writeUInt32LE(version, 4);
	header.writeUInt32LE(12 + body.length, 8);
	return Buffer.concat([header, body]);
}
